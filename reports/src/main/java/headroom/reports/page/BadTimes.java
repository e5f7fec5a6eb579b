package headroom.reports.page;

import headroom.reports.figure.Form;
import headroom.reports.figure.Lengths;
import headroom.reports.figure.Numbers;
import headroom.reports.figure.Points;
import headroom.reports.figure.Table;
import headroom.reports.figure.Table.Column;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The bad times of the shown replication in words: when, put down to what, and what happened. */
final class BadTimes {

  private static final int MOST = 12;
  private static final double NOTABLE = 0.25;
  private static final double MINUTE = 60;

  private final Course course;
  private final List<String> causes;
  private final double[] bad;
  private final double[] failed;

  private BadTimes(Course course) {
    this.course = course;
    this.causes =
        course.endings("downtime.").stream().filter(why -> !why.equals("total")).toList();
    this.bad = new double[course.steps()];
    for (String why : causes) {
      double[] seconds = values("downtime." + why);
      for (int i = 0; i < bad.length; i++) {
        bad[i] += seconds[i];
      }
    }
    this.failed = values("requests.failed");
  }

  /**
   * Whether a step has a bad minute, rather than not. Rates know how likely a minute is to be bad,
   * and have a little of it in every one.
   *
   * @param seconds of bad minutes in the step
   * @param step its length in seconds
   */
  static boolean isBad(double seconds, double step) {
    return seconds >= Math.min(step, MINUTE) / 2;
  }

  /** Bad steps in a row; a single good one between two bad ones does not part them. */
  private record Spell(int first, int last) {}

  static Optional<Block> of(Course course) {
    BadTimes times = new BadTimes(course);
    List<Spell> spells = times.spells();
    return spells.isEmpty() ? Optional.empty() : Optional.of(times.listing(spells));
  }

  private Block listing(List<Spell> spells) {
    List<Spell> worst = spells.stream()
        .sorted(Comparator.comparingDouble(this::harm).reversed())
        .limit(MOST)
        .sorted(Comparator.comparingInt(Spell::first))
        .toList();
    String which = spells.size() > MOST
        ? "The worst " + MOST + " of " + spells.size() + " bad times of the shown replication"
        : "Bad times of the shown replication";
    return new Block.Listing(new Table(
        "bad-times",
        which,
        List.of(
            Column.text("From"),
            Column.text("Until"),
            Column.text("Put down to"),
            Column.text("What happened"),
            Column.number("Requests failed")),
        worst.stream().map(this::row).toList()));
  }

  private double harm(Spell spell) {
    return sum(failed, spell) + sum(bad, spell) * 1e-9;
  }

  private List<String> row(Spell spell) {
    double ended = sum(failed, spell) + sum(values("requests.succeeded"), spell);
    double lost = sum(failed, spell);
    String share = ended > 0 ? " (" + Numbers.said(Form.SHARE, lost / ended) + ")" : "";
    return List.of(
        course.moment(from(spell)),
        Lengths.words(to(spell) - from(spell)) + " later",
        why(spell),
        what(spell),
        Numbers.said(Form.NUMBER, lost) + share);
  }

  private double from(Spell spell) {
    return course.span().from() + spell.first() * course.step();
  }

  private double to(Spell spell) {
    return Math.min(course.span().to(), course.span().from() + (spell.last() + 1) * course.step());
  }

  private List<Spell> spells() {
    List<Spell> spells = new ArrayList<>();
    int first = -1;
    int last = -1;
    for (int i = 0; i < bad.length; i++) {
      if (isBad(bad[i], course.step())) {
        if (first < 0) {
          first = i;
        } else if (i - last > 2) {
          spells.add(new Spell(first, last));
          first = i;
        }
        last = i;
      }
    }
    if (first >= 0) {
      spells.add(new Spell(first, last));
    }
    return spells;
  }

  /** The cause of most of it, with any other of at least a quarter. */
  private String why(Spell spell) {
    double all = sum(bad, spell);
    List<String> by = causes.stream()
        .sorted(Comparator.comparingDouble((String why) -> -sum(values("downtime." + why), spell)))
        .filter(why -> sum(values("downtime." + why), spell) >= NOTABLE * all)
        .toList();
    return String.join(", ", by);
  }

  private String what(Spell spell) {
    // What caused a bad step may have begun in the one before.
    double from = from(spell) - course.step();
    Incidents incidents = Incidents.of(course);
    List<String> said = new ArrayList<>(incidents.outagesBegunIn(from, to(spell)));
    int crashes = incidents.crashesIn(from, to(spell));
    if (crashes > 0) {
      said.add(crashes == 1 ? "an instance stopped" : crashes + " instances stopped");
    }
    course.groups().forEach(group -> ofGroup(group, spell, said));
    return said.isEmpty() ? "no failure, and no instance lost" : String.join("; ", said);
  }

  private void ofGroup(String group, Spell spell, List<String> said) {
    double[] up = values("groups." + group + ".in-service");
    double before = up[Math.max(0, spell.first() - 2)];
    double least = steps(spell).mapToDouble(i -> up[i]).min().orElse(before);
    if (least < before) {
      said.add(group + " down to " + Numbers.said(Form.NUMBER, least) + " of "
          + Numbers.said(Form.NUMBER, before) + " in service");
    }
    double[] queue = values("groups." + group + ".queue");
    double most = steps(spell).mapToDouble(i -> queue[i]).max().orElse(0);
    if (most >= 1) {
      said.add("up to " + Numbers.said(Form.NUMBER, Math.rint(most)) + " waiting at " + group);
    }
  }

  private double[] values(String flat) {
    return course.values(flat).map(BadTimes::known).orElseGet(() -> new double[course.steps()]);
  }

  private static double[] known(Points points) {
    return IntStream.range(0, points.size())
        .mapToDouble(points::y)
        .map(y -> Double.isNaN(y) ? 0 : y)
        .toArray();
  }

  private static IntStream steps(Spell spell) {
    return IntStream.rangeClosed(spell.first(), spell.last());
  }

  private static double sum(double[] values, Spell spell) {
    return steps(spell).mapToDouble(i -> values[i]).sum();
  }
}

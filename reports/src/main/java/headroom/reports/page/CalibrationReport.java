package headroom.reports.page;

import headroom.reports.figure.Form;
import headroom.reports.figure.Numbers;
import headroom.reports.figure.Table;
import headroom.reports.figure.Table.Column;
import headroom.statistics.Equivalence;
import headroom.statistics.Equivalence.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a report says of how far the models of traffic agree, for one scenario. */
public final class CalibrationReport {

  private static final int NAMED = 2;
  private static final double MOST_ADVISED = 10_000;

  private static final String CERTAINTY =
      "A figure agrees where the 99\u00A0% interval of its paired differences from requests,"
          + " replication by replication on the same seeds, lies within what is tolerated; it"
          + " differs where the interval lies outside; else it is undecided. Each interval holds by"
          + " itself, for this scenario as it is written and for the figures judged.";

  private final CalibrationFacts facts;

  private CalibrationReport(CalibrationFacts facts) {
    this.facts = facts;
  }

  /** What is said of it. */
  public static Told of(CalibrationFacts facts) {
    return new CalibrationReport(facts).told();
  }

  /** A sentence for each model. */
  public static List<String> answers(CalibrationFacts facts) {
    List<String> answers = new ArrayList<>();
    facts.models().forEach(model -> answers.add(answer(model)));
    facts
        .refused()
        .forEach((name, reasons) -> answers.add(begin(name) + " does not take this scenario: "
            + reasons.get(0) + (reasons.size() > 1 ? "; and more." : ".")));
    return answers;
  }

  /** Each figure that does not agree, in words, those that differ first. */
  public static List<String> open(CalibrationFacts facts) {
    List<String> sentences = new ArrayList<>();
    for (Verdict verdict : List.of(Verdict.DIFFERS, Verdict.UNDECIDED)) {
      for (CalibrationFacts.Model model : facts.models()) {
        model.that(verdict).forEach(each -> sentences.add(sentence(model.name(), each)));
      }
    }
    return sentences;
  }

  private Told told() {
    List<Chapter> chapters = new ArrayList<>();
    facts.models().forEach(model -> chapters.add(chapter(model)));
    LatencyByModel.of(facts)
        .ifPresent(figure ->
            chapters.add(Chapter.of(Topic.PERFORMANCE, List.of(new Block.Picture(figure)))));
    facts.refused().forEach((name, reasons) -> chapters.add(refused(name, reasons)));
    return new Told(String.join(" ", answers(facts)), CERTAINTY, chapters, true);
  }

  private static Chapter refused(String name, List<String> reasons) {
    return Chapter.of(
        Topic.MODELS,
        List.of(new Block.Paragraph(begin(name) + " was not run, as it does not take: "
            + String.join("; ", reasons) + ".")));
  }

  private Chapter chapter(CalibrationFacts.Model model) {
    List<Block> blocks = new ArrayList<>();
    EquivalenceFigure.of(model).map(Block.Picture::new).ifPresent(blocks::add);
    blocks.add(new Block.Listing(table(model)));
    return Chapter.of(Topic.MODELS, blocks).finding(findings(model));
  }

  private List<Finding> findings(CalibrationFacts.Model model) {
    String id = EquivalenceFigure.id(model);
    List<Finding> findings = new ArrayList<>();
    for (Verdict verdict : List.of(Verdict.DIFFERS, Verdict.UNDECIDED)) {
      model.that(verdict).stream()
          .map(each -> new Finding(sentence(model.name(), each), id))
          .forEach(findings::add);
    }
    model.that(Verdict.AGREES).stream()
        .filter(each -> each.tolerated() > 0 && reach(each) > 0)
        .max(Comparator.comparingDouble(CalibrationReport::reach))
        .map(each -> new Finding(
            "Of what agrees, nearest to what is tolerated is " + compared(model.name(), each) + ".",
            id))
        .ifPresent(findings::add);
    return findings;
  }

  /** How much of what is tolerated the interval uses up. */
  private static double reach(Equivalence figure) {
    return (Math.abs(figure.difference()) + figure.half()) / figure.tolerated();
  }

  private static String answer(CalibrationFacts.Model model) {
    int all = model.figures().size();
    if (all == 0) {
      return begin(model.name()) + " has no figure that could be judged.";
    }
    List<Equivalence> differ = model.that(Verdict.DIFFERS);
    int open = model.that(Verdict.UNDECIDED).size();
    int agree = model.that(Verdict.AGREES).size();
    if (agree == all) {
      return begin(model.name()) + " agrees with requests on "
          + (all == 1 ? "the one figure judged." : "all " + all + " figures judged.");
    }
    String undecided = open == 0 ? "" : open == 1 ? "1 is undecided" : open + " are undecided";
    if (differ.isEmpty()) {
      return begin(model.name()) + " agrees with requests on " + agree + " of " + figures(all)
          + " and differs on none for certain; " + undecided + ".";
    }
    return begin(model.name()) + " differs from requests on " + differ.size() + " of "
        + figures(all)
        + " (" + names(differ) + "); " + (agree == 0 ? "none agrees" : "on " + agree + " it agrees")
        + (open == 0 ? "" : ", " + undecided) + ".";
  }

  private static String figures(int count) {
    return count == 1 ? "1 figure" : count + " figures";
  }

  private static String names(List<Equivalence> figures) {
    String named = figures.stream()
        .limit(NAMED)
        .map(each -> MetricWords.of(each.metric()))
        .collect(Collectors.joining("; "));
    int more = figures.size() - NAMED;
    return more > 0 ? named + "; and " + more + " more" : named;
  }

  /** "busy workers, by flow: 34 % instead of 33 %, +1.5 ± 0.3 points (tolerated: 1 point): …". */
  private static String sentence(String model, Equivalence figure) {
    return compared(model, figure)
        + (figure.verdict() == Verdict.DIFFERS
            ? ": differs."
            : ": undecided" + needed(figure) + ".");
  }

  private static String compared(String model, Equivalence figure) {
    Form form = Form.of(figure.metric());
    return MetricWords.of(figure.metric()) + ", by " + model + ": "
        + Numbers.said(form, figure.other()) + " instead of "
        + Numbers.said(form, figure.reference()) + ", a difference of "
        + DifferenceWords.signed(figure.asDifference()) + " (tolerated: " + tolerated(figure) + ")";
  }

  /** Where the mean lies well apart from the limit, how many replications would decide. */
  private static String needed(Equivalence figure) {
    double count = figure.replicationsToDecide();
    return count > figure.n() && count <= MOST_ADVISED
        ? ", about " + Numbers.fixed(count, 0) + " replications would decide"
        : "";
  }

  private static String tolerated(Equivalence figure) {
    return DifferenceWords.size(figure.metric(), figure.tolerated());
  }

  private static Table table(CalibrationFacts.Model model) {
    return new Table(
        "judged-" + model.name(),
        begin(model.name()) + " against requests, figure by figure",
        List.of(
            Column.text("Figure"),
            Column.number("By requests"),
            Column.number("By " + model.name()),
            Column.number("Difference"),
            Column.number("Tolerated"),
            Column.text("Judged"),
            Column.code("Name in summary.json")),
        model.figures().stream().map(CalibrationReport::row).toList());
  }

  private static List<String> row(Equivalence figure) {
    Form form = Form.of(figure.metric());
    return List.of(
        MetricWords.of(figure.metric()),
        Numbers.said(form, figure.reference()),
        Numbers.said(form, figure.other()),
        DifferenceWords.signed(figure.asDifference()),
        tolerated(figure),
        word(figure.verdict()),
        figure.metric().flat());
  }

  static String word(Verdict verdict) {
    return verdict.name().toLowerCase(Locale.ROOT);
  }

  private static String begin(String name) {
    return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }
}

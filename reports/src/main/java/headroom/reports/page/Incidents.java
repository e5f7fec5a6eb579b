package headroom.reports.page;

import headroom.reports.figure.Lane;
import headroom.reports.figure.Numbers;
import headroom.reports.figure.Tone;
import headroom.results.EventLog;
import headroom.results.EventLog.Entry;
import headroom.results.EventLog.Kind;
import headroom.results.MetastableEpisode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The events of the shown replication as rows of marks, and the outages among them as spans. */
final class Incidents {

  private static final int MOST_OUTAGES = 4;

  private final List<Entry> events;
  private final List<MetastableEpisode> metastable;
  private final boolean isWhole;
  private final double end;
  private final Map<String, List<Lane.Span>> outages = new LinkedHashMap<>();
  private final List<Lane.Span> crashes = new ArrayList<>();
  private final List<Lane.Span> losses = new ArrayList<>();

  private Incidents(Course course) {
    this.events = course.events().events();
    this.metastable = course.metastable();
    this.isWhole = course.events().leftOut() == 0 || events.isEmpty();
    // Of what was repaired after the log is full nobody knows.
    this.end = isWhole ? course.span().to() : second(events.get(events.size() - 1));
    pair();
  }

  static Incidents of(Course course) {
    return new Incidents(course);
  }

  // A failure of an instance is a moment; of anything else it lasts until its repair.
  private void pair() {
    Map<String, Double> down = new LinkedHashMap<>();
    for (Entry event : events) {
      if (event.kind() == Kind.FAILURE && isInstance(event)) {
        crashes.add(Lane.Span.moment(second(event)));
      } else if (event.kind() == Kind.FAILURE && isMoment(event)) {
        losses.add(Lane.Span.moment(second(event)));
      } else if (event.kind() == Kind.FAILURE) {
        down.putIfAbsent(name(event), second(event));
      } else if (event.kind() == Kind.REPAIR && down.containsKey(name(event))) {
        outage(name(event), down.remove(name(event)), second(event));
      }
    }
    down.forEach((name, from) -> outage(name, from, end));
  }

  private void outage(String name, double from, double to) {
    outages.computeIfAbsent(name, n -> new ArrayList<>()).add(new Lane.Span(from, to));
  }

  private static String name(Entry event) {
    String what = event.subject().startsWith("groups.")
        ? event.subject().substring("groups.".length()) + " slowed"
        : event
                .subject()
                .replaceFirst("^zones[.]", "zone ")
                .replace("cloud.control-plane", "control plane")
            + " down";
    return event.why().isEmpty() ? what : what + ": " + event.why();
  }

  private static boolean isInstance(Entry event) {
    return event.subject().contains(".instances.");
  }

  // What a cache has lost nobody repairs: it fills again, or does not.
  private static boolean isMoment(Entry event) {
    return event.what().equals("caches lost");
  }

  private static double second(Entry event) {
    return event.atNanos() / 1e9;
  }

  /** When something larger than an instance was down. */
  List<Lane.Span> outageSpans() {
    return outages.values().stream().flatMap(List::stream).toList();
  }

  /** Names of what larger than an instance went down between two seconds of the run. */
  List<String> outagesBegunIn(double from, double to) {
    return outages.entrySet().stream()
        .filter(
            outage -> outage.getValue().stream().anyMatch(s -> s.from() >= from && s.from() < to))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** How many instances failed between two seconds of the run. */
  int crashesIn(double from, double to) {
    return (int) crashes.stream()
        .filter(crash -> crash.from() >= from && crash.from() < to)
        .count();
  }

  /** Rows for outages, crashes, launches and scaling, each with its count; empty ones left out. */
  List<Lane> lanes() {
    List<Lane> lanes = new ArrayList<>();
    outages.forEach((name, spans) -> {
      if (lanes.size() < MOST_OUTAGES) {
        lanes.add(new Lane(name + times(spans.size()), Tone.TROUBLE, spans));
      }
    });
    add(lanes, "caches lost", Tone.TROUBLE, losses);
    lanes.addAll(stuck());
    add(lanes, "instance failures", Tone.TROUBLE, crashes);
    add(lanes, "launches", Tone.FIRST, moments(Kind.LAUNCH));
    add(lanes, "failed launches", Tone.SECOND, moments(Kind.LAUNCH_FAILURE));
    add(lanes, "scale-outs", Tone.THIRD, moments(Kind.SCALE_OUT));
    add(lanes, "scale-ins", Tone.FAINT, moments(Kind.SCALE_IN));
    add(lanes, "windows of requests", Tone.FOURTH, windows());
    add(lanes, "scheduled changes", Tone.FOURTH, moments(Kind.SCHEDULED));
    return lanes;
  }

  private List<Lane> stuck() {
    Map<String, List<Lane.Span>> byWorkload = new LinkedHashMap<>();
    for (MetastableEpisode episode : metastable) {
      byWorkload
          .computeIfAbsent(
              episode.workload() + " stays down: " + word(episode), w -> new ArrayList<>())
          .add(new Lane.Span(episode.fromNanos() / 1e9, episode.toNanos() / 1e9));
    }
    return byWorkload.entrySet().stream()
        .limit(MOST_OUTAGES)
        .map(e -> new Lane(e.getKey() + times(e.getValue().size()), Tone.SECOND, e.getValue()))
        .toList();
  }

  private static String word(MetastableEpisode episode) {
    return episode.effect().word().replace('-', ' ');
  }

  private static String times(int count) {
    return count == 1 ? "" : " (" + count + " times)";
  }

  private void add(List<Lane> lanes, String name, Tone tone, List<Lane.Span> spans) {
    if (!spans.isEmpty()) {
      lanes.add(new Lane(
          name + " (" + (isWhole ? "" : "first ") + Numbers.fixed(spans.size(), 0) + ")",
          tone,
          spans));
    }
  }

  /** When traffic was simulated request by request in a hybrid run, of all groups. */
  private List<Lane.Span> windows() {
    List<Lane.Span> spans = new ArrayList<>();
    Map<String, Double> opened = new LinkedHashMap<>();
    for (Entry event : events) {
      if (event.kind() == Kind.WINDOW_OPENED) {
        opened.put(event.subject(), second(event));
      } else if (event.kind() == Kind.WINDOW_CLOSED && opened.containsKey(event.subject())) {
        spans.add(new Lane.Span(opened.remove(event.subject()), second(event)));
      }
    }
    opened.values().forEach(from -> spans.add(new Lane.Span(from, end)));
    return spans;
  }

  private List<Lane.Span> moments(Kind kind) {
    return events.stream()
        .filter(event -> event.kind() == kind)
        .map(event -> Lane.Span.moment(second(event)))
        .toList();
  }

  /** What the bound on recorded events left out, in words; empty when nothing. */
  static String leftOut(EventLog log) {
    return log.leftOut() == 0
        ? ""
        : "The first " + Numbers.fixed(log.events().size(), 0) + " events are marked; "
            + Numbers.fixed((double) log.leftOut(), 0) + " later ones were not recorded.";
  }
}

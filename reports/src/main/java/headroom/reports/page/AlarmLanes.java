package headroom.reports.page;

import headroom.reports.figure.Lane;
import headroom.reports.figure.Tone;
import headroom.results.EventLog.Entry;
import headroom.results.EventLog.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** When the alarms of a group were on, and what its policies and schedule did, as rows of marks. */
final class AlarmLanes {

  private static final int MOST_ALARMS = 6;

  private final String group;
  private final List<Entry> events;
  private final double end;

  private AlarmLanes(String group, Course course) {
    this.group = "groups." + group;
    this.events = course.events().events();
    this.end = course.span().to();
  }

  /** The rows of a group; alarms of the scenario are shown with every group. */
  static List<Lane> of(String group, Course course) {
    return new AlarmLanes(group, course).lanes();
  }

  private List<Lane> lanes() {
    List<Lane> lanes = new ArrayList<>();
    Map<String, List<Entry>> alarms = new LinkedHashMap<>();
    events.stream()
        .filter(event -> event.kind() == Kind.ALARM && concerns(event.subject()))
        .forEach(event ->
            alarms.computeIfAbsent(event.subject(), name -> new ArrayList<>()).add(event));
    alarms.forEach((name, history) -> {
      List<Lane.Span> on = on(history);
      if (!on.isEmpty() && lanes.size() < MOST_ALARMS) {
        lanes.add(new Lane("alarm " + shortName(name), Tone.TROUBLE, on));
      }
    });
    add(lanes, "scale-outs", Tone.THIRD, Kind.SCALE_OUT);
    add(lanes, "scale-ins", Tone.FAINT, Kind.SCALE_IN);
    add(lanes, "scheduled changes", Tone.FOURTH, Kind.SCHEDULED);
    return lanes;
  }

  private boolean concerns(String alarm) {
    return alarm.startsWith("alarms.") || alarm.startsWith(group + ".");
  }

  private String shortName(String alarm) {
    return alarm.startsWith("alarms.")
        ? alarm.substring("alarms.".length())
        : alarm.substring(group.length() + 1).replace(".alarms.", " ");
  }

  /** From each change to alarm until the next change, or the end. */
  private List<Lane.Span> on(List<Entry> history) {
    List<Lane.Span> spans = new ArrayList<>();
    for (int i = 0; i < history.size(); i++) {
      if (history.get(i).what().equals("state alarm")) {
        double until = i + 1 < history.size() ? second(history.get(i + 1)) : end;
        spans.add(new Lane.Span(second(history.get(i)), until));
      }
    }
    return spans;
  }

  private void add(List<Lane> lanes, String name, Tone tone, Kind kind) {
    List<Lane.Span> moments = events.stream()
        .filter(event -> event.kind() == kind && event.subject().equals(group))
        .map(event -> Lane.Span.moment(second(event)))
        .toList();
    if (!moments.isEmpty()) {
      lanes.add(new Lane(name + " (" + moments.size() + ")", tone, moments));
    }
  }

  private static double second(Entry event) {
    return event.atNanos() / 1e9;
  }
}

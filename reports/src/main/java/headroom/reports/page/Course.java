package headroom.reports.page;

import headroom.reports.figure.CalendarTicks;
import headroom.reports.figure.Points;
import headroom.reports.figure.TimeSpan;
import headroom.results.EventLog;
import headroom.results.MetastableEpisode;
import headroom.results.Run;
import headroom.results.Timeline;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The course of the shown replication, asked by flat names; seconds since the run's start. */
final class Course {

  private static final Pattern GROUP =
      Pattern.compile("groups[.](.+)[.](?:desired|in-service|cpu|capacity)");

  private static final double FINE_SECONDS = 600;

  private final Timeline timeline;
  private final EventLog events;
  private final List<MetastableEpisode> metastable;
  private final TimeSpan span;

  private Course(
      Timeline timeline, EventLog events, List<MetastableEpisode> metastable, TimeSpan span) {
    this.metastable = metastable;
    this.timeline = timeline;
    this.events = events;
    this.span = span;
  }

  /** Empty when the run was not recorded over time, or has no length. */
  static Optional<Course> of(Run run) {
    return run.timeline()
        .filter(line -> line.steps() > 0 && line.stepNanos() > 0)
        .map(line -> {
          double from = line.fromNanos() / 1e9;
          double to = Math.min(line.atNanos(line.steps()), run.window().toNanos()) / 1e9;
          return new Course(
              line,
              run.events().orElse(new EventLog(List.of(), 0)),
              run.metastable(),
              new TimeSpan(run.window().momentAt(0), from, to));
        });
  }

  TimeSpan span() {
    return span;
  }

  EventLog events() {
    return events;
  }

  /** When clients stayed unanswered though the trigger was over. */
  List<MetastableEpisode> metastable() {
    return metastable;
  }

  int steps() {
    return timeline.steps();
  }

  double step() {
    return timeline.stepNanos() / 1e9;
  }

  /**
   * Whether steps are short enough for one to stand for all that happens in it: a mean over hours
   * hides some in which the fleet was full, and a count at their end what was otherwise before.
   */
  boolean isFine() {
    return step() <= FINE_SECONDS;
  }

  /** The names of groups, in the order in which the timeline has them. */
  List<String> groups() {
    Set<String> names = new LinkedHashSet<>();
    for (Timeline.Column column : timeline.columns()) {
      Matcher group = GROUP.matcher(column.metric().flat());
      if (group.matches()) {
        names.add(group.group(1));
      }
    }
    return List.copyOf(names);
  }

  /** What follows a prefix in the names of columns: the causes in {@code downtime.<why>}. */
  List<String> endings(String prefix) {
    return timeline.columns().stream()
        .map(column -> column.metric().flat())
        .filter(flat -> flat.startsWith(prefix))
        .map(flat -> flat.substring(prefix.length()))
        .toList();
  }

  Optional<Points> values(String flatName) {
    return timeline.column(flatName).map(column -> points(column.values()));
  }

  /** A count in each step as a rate per second. */
  Optional<Points> rate(String flatName) {
    return timeline.column(flatName).map(column -> points(perSecond(column.values())));
  }

  // The last step may reach beyond the end of the run.
  private double[] perSecond(double[] counts) {
    double[] rates = new double[counts.length];
    for (int i = 0; i < rates.length; i++) {
      double begin = span.from() + i * step();
      rates[i] = counts[i] / Math.min(step(), span.to() - begin);
    }
    return rates;
  }

  private Points points(double[] values) {
    return Points.steps(span.from(), step(), values);
  }

  /** A second of the run as a moment of the calendar. */
  String moment(double second) {
    return CalendarTicks.moment(span.at(second));
  }
}

package headroom.reports.page;

import headroom.reports.figure.Caption;
import headroom.reports.figure.Form;
import headroom.reports.figure.Layer;
import headroom.reports.figure.Layer.Shape;
import headroom.reports.figure.Lengths;
import headroom.reports.figure.Numbers;
import headroom.reports.figure.Points;
import headroom.reports.figure.Scale;
import headroom.reports.figure.TimeFigure;
import headroom.reports.figure.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Demand beside what the fleet can serve, with what happened marked beneath. */
final class DemandFigures {

  private final Course course;
  private final Incidents incidents;

  private DemandFigures(Course course) {
    this.course = course;
    this.incidents = Incidents.of(course);
  }

  static List<Block> of(Course course) {
    return course
        .rate("requests.offered")
        .map(demand -> new DemandFigures(course).figure(demand))
        .map(figure -> List.<Block>of(new Block.Picture(figure)))
        .orElse(List.of());
  }

  private TimeFigure figure(Points demand) {
    Optional<Points> capacity = capacity();
    List<Layer> layers = new ArrayList<>();
    layers.add(new Layer("demand", Tone.FIRST, Shape.FILL, demand));
    capacity.ifPresent(c -> layers.add(new Layer("capacity", Tone.SECOND, Shape.STEP, c)));
    course
        .rate("requests.failed")
        .filter(failed -> failed.max() > 0)
        .ifPresent(failed -> layers.add(new Layer("failed", Tone.TROUBLE, Shape.STEP, failed)));
    return new TimeFigure(
        caption(demand, capacity),
        course.span(),
        Scale.linear("requests per second", Form.NUMBER),
        layers,
        List.of(),
        incidents.outageSpans(),
        incidents.lanes());
  }

  // Where every request goes to one group, what the groups can serve adds up; not where groups
  // call each other.
  private Optional<Points> capacity() {
    if (course.values("latency.mean.calls").isPresent()) {
      return Optional.empty();
    }
    return course.groups().stream()
        .map(group -> course.values("groups." + group + ".capacity"))
        .flatMap(Optional::stream)
        .reduce(Points::plus);
  }

  private long serving() {
    return course.groups().stream()
        .filter(group -> course.values("groups." + group + ".capacity").isPresent())
        .count();
  }

  /** What holds of the sum need not hold of one of them. */
  private String theirs() {
    return serving() > 1 ? "the groups' capacity together" : "capacity";
  }

  private Caption caption(Points demand, Optional<Points> capacity) {
    int peak = demand.peak();
    String most = peak < 0
        ? "No request was offered."
        : "Demand is highest " + stretch() + course.moment(demand.x(peak)) + " with "
            + Numbers.said(Form.NUMBER, demand.y(peak)) + " requests/s"
            + capacity
                .filter(c -> course.isFine() && Double.isFinite(c.y(peak)))
                .map(c ->
                    ", when the fleet can serve " + Numbers.said(Form.NUMBER, c.y(peak)) + "/s")
                .orElse("")
            + ".";
    String shortage = capacity
        .filter(c -> course.isFine())
        .map(c -> " " + shortage(demand, c))
        .orElse("");
    String note = "Demand is the mean over each "
        + Lengths.words(course.step())
        + (capacity.isPresent()
            ? ", capacity what the instances in service at its end can serve"
                + (serving() > 1
                    ? ", of all groups together: one may be full all the same. "
                    : ". ")
            : ". ")
        + Incidents.leftOut(course.events());
    return new Caption(
        "demand-and-capacity",
        "Requests offered and what the fleet can serve",
        most + shortage,
        note.strip());
  }

  private String stretch() {
    return course.isFine() ? "on " : "in the " + Lengths.words(course.step()) + " from ";
  }

  private String shortage(Points demand, Points capacity) {
    int steps = 0;
    for (int i = 0; i < demand.size(); i++) {
      steps += demand.y(i) > capacity.y(i) ? 1 : 0;
    }
    return steps == 0
        ? MetricWords.capital(theirs()) + " stays above demand throughout."
        : "Demand exceeds " + theirs() + " for " + Lengths.words(steps * course.step())
            + " in all.";
  }
}

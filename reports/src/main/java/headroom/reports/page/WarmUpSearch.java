package headroom.reports.page;

import headroom.reports.figure.Caption;
import headroom.reports.figure.Form;
import headroom.reports.figure.Lane;
import headroom.reports.figure.Layer;
import headroom.reports.figure.Lengths;
import headroom.reports.figure.Points;
import headroom.reports.figure.Scale;
import headroom.reports.figure.TimeFigure;
import headroom.reports.figure.TimeSpan;
import headroom.reports.figure.Tone;
import java.time.ZonedDateTime;
import java.util.List;

/**
 * The warm-up that a report says was found, and the course it was read from.
 *
 * @param seconds what is left out
 * @param metric flat name of the series that settled last
 * @param form how its numbers read
 * @param start the moment of simulated time zero
 * @param step seconds in a step of the course
 * @param course mean of the pilot runs in each step; NaN is a gap
 * @param pilots how many runs it is the mean of
 */
public record WarmUpSearch(
    double seconds,
    String metric,
    Form form,
    ZonedDateTime start,
    double step,
    List<Double> course,
    int pilots) {

  public WarmUpSearch {
    course = List.copyOf(course);
  }

  /** What was done, in a sentence. */
  public String sentence() {
    return (seconds > 0
            ? "The first " + Lengths.words(seconds) + " are left out as warm-up"
            : "Nothing is left out as warm-up")
        + ", found by MSER-5 from " + metric + " in " + pilots
        + " pilot runs; the same cut holds for every replication and variant.";
  }

  /** The sentence and its chart. */
  public Chapter chapter() {
    return Chapter.of(
        Topic.METHOD, List.of(new Block.Paragraph(sentence()), new Block.Picture(figure())));
  }

  private TimeFigure figure() {
    double[] values = course.stream().mapToDouble(Double::doubleValue).toArray();
    Points points = Points.steps(0, step, values);
    double end = step * values.length;
    return new TimeFigure(
        new Caption(
            "warm-up",
            "How the run settles: " + metric + " in the pilot runs",
            seconds > 0
                ? "After " + Lengths.words(seconds) + " it keeps its level."
                : "It keeps its level from the beginning.",
            "Mean of " + pilots + " pilot runs in steps of " + Lengths.words(step)
                + "; shaded is what is left out."),
        new TimeSpan(start, 0, end),
        Scale.linear(metric, form),
        List.of(new Layer("mean of the pilot runs", Tone.FIRST, Layer.Shape.STEP, points)),
        List.of(),
        seconds > 0 ? List.of(new Lane.Span(0, seconds)) : List.of(),
        List.of());
  }
}

package headroom.reports.page;

import headroom.reports.figure.Caption;
import headroom.reports.figure.CurveFigure;
import headroom.reports.figure.Form;
import headroom.reports.figure.Layer;
import headroom.reports.figure.Layer.Shape;
import headroom.reports.figure.Lengths;
import headroom.reports.figure.Level;
import headroom.reports.figure.Numbers;
import headroom.reports.figure.Points;
import headroom.reports.figure.Scale;
import headroom.reports.figure.Tick;
import headroom.reports.figure.TimeFigure;
import headroom.reports.figure.Tone;
import headroom.results.LatencySketch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;

/** How long clients waited: percentiles over time, and their whole distribution. */
final class LatencyFigures {

  private static final double[] SHARES = {0.5, 0.9, 0.99, 0.999, 0.9999, 0.99999};
  private static final double HALF = -Math.log10(0.5);
  private static final int POINTS = 60;
  // Above this ratio of largest to smallest, small values would lie on the axis.
  private static final double WIDE = 30;

  private LatencyFigures() {}

  /** Percentiles of each step of the shown replication. */
  static Optional<Block> overTime(RunFacts facts, Course course) {
    List<Layer> lines = new ArrayList<>();
    add(lines, course, "p50", Tone.FIRST);
    add(lines, course, "p90", Tone.THIRD);
    add(lines, course, "p99", Tone.SECOND);
    if (lines.isEmpty()) {
      return Optional.empty();
    }
    Layer top = lines.get(lines.size() - 1);
    int peak = top.points().peak();
    String finding = top.name() + " is highest on " + course.moment(top.points().x(peak)) + " with "
        + Numbers.said(Form.DURATION, top.points().y(peak)) + ".";
    String note = "Percentiles over the requests answered in each " + Lengths.words(course.step())
        + "; retries are included.";
    return Optional.of(new Block.Picture(new TimeFigure(
        new Caption("latency-over-time", "Latency over time", finding, note),
        course.span(),
        scale(lines),
        lines,
        target(facts),
        Incidents.of(course).outageSpans(),
        List.of())));
  }

  private static void add(List<Layer> lines, Course course, String percentile, Tone tone) {
    course
        .values("latency." + percentile)
        .filter(points -> points.peak() >= 0)
        .ifPresent(points -> lines.add(new Layer(percentile, tone, Shape.LINE, points)));
  }

  private static Scale scale(List<Layer> lines) {
    double[] values = lines.stream()
        .flatMapToDouble(l -> l.points().values())
        .filter(v -> v > 0)
        .toArray();
    double low = DoubleStream.of(values).min().orElse(1);
    double high = DoubleStream.of(values).max().orElse(1);
    return high / low > WIDE
        ? Scale.logarithmic("latency, logarithmic", Form.DURATION)
        : Scale.linear("latency", Form.DURATION);
  }

  private static List<Level> target(RunFacts facts) {
    return facts.targets().latencyP99().stream()
        .mapToObj(t -> new Level("target for p99: " + Numbers.said(Form.DURATION, t), t))
        .toList();
  }

  /** The latency below which each share of requests lies, all replications merged. */
  static Optional<Block> distribution(RunFacts facts) {
    LatencySketch sketch = facts.latency();
    if (sketch.count() < 100) {
      return Optional.empty();
    }
    List<Tick> ticks = ticks(sketch.count());
    Points curve = curve(sketch, ticks.get(ticks.size() - 1).at());
    Layer line = new Layer("latency", Tone.FIRST, Shape.LINE, curve);
    String finding = "Half of the requests are answered within " + said(sketch, 0.5)
        + ", 99\u00A0% within " + said(sketch, 0.99) + ".";
    String note = "All " + facts.replications() + " replications merged: "
        + Numbers.fixed((double) sketch.count(), 0) + " requests answered.";
    return Optional.of(new Block.Picture(new CurveFigure(
        new Caption("latency-distribution", "Latency by share of requests", finding, note),
        "% of requests answered within",
        ticks,
        scale(List.of(line)),
        List.of(line),
        target(facts))));
  }

  private static String said(LatencySketch sketch, double share) {
    return Numbers.said(Form.DURATION, sketch.quantileSeconds(share));
  }

  // No further into the tail than ten requests can show.
  private static List<Tick> ticks(long count) {
    List<Tick> ticks = new ArrayList<>();
    for (int i = 0; i < SHARES.length && (1 - SHARES[i]) * count >= 10; i++) {
      ticks.add(new Tick(i == 0 ? HALF : i, label(SHARES[i])));
    }
    return ticks;
  }

  private static String label(double share) {
    return Numbers.significant(100 * share, 6);
  }

  private static Points curve(LatencySketch sketch, double end) {
    double[] x = new double[POINTS + 1];
    double[] y = new double[POINTS + 1];
    for (int i = 0; i <= POINTS; i++) {
      x[i] = HALF + (end - HALF) * i / POINTS;
      y[i] = sketch.quantileSeconds(1 - Math.pow(10, -x[i]));
    }
    return Points.of(x, y);
  }
}

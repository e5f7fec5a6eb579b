package headroom.reports.page;

import headroom.reports.figure.Band;
import headroom.reports.figure.Caption;
import headroom.reports.figure.CurveFigure;
import headroom.reports.figure.Form;
import headroom.reports.figure.Layer;
import headroom.reports.figure.Layer.Shape;
import headroom.reports.figure.Numbers;
import headroom.reports.figure.Points;
import headroom.reports.figure.Scale;
import headroom.reports.figure.Tick;
import headroom.reports.figure.Tone;
import headroom.statistics.Estimate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Latency percentiles by each model of traffic, beside each other. */
final class LatencyByModel {

  private record Percentile(String flat, String label, double share) {}

  private static final List<Percentile> ALL = List.of(
      new Percentile("latency.p50", "50", 0.5),
      new Percentile("latency.p90", "90", 0.9),
      new Percentile("latency.p99", "99", 0.99),
      new Percentile("latency.p99.9", "99.9", 0.999));
  // Above this ratio of largest to smallest, small values would lie on the axis.
  private static final double WIDE = 30;

  private final List<CalibrationFacts.Measured> models;
  private final List<Percentile> percentiles;

  private LatencyByModel(List<CalibrationFacts.Measured> models) {
    this.models = models;
    this.percentiles = ALL.stream()
        .filter(each ->
            models.stream().allMatch(model -> model.estimate(each.flat()).isPresent()))
        .toList();
  }

  static Optional<CurveFigure> of(CalibrationFacts facts) {
    LatencyByModel figure = new LatencyByModel(facts.measured());
    return figure.models.size() < 2 || figure.percentiles.size() < 2
        ? Optional.empty()
        : Optional.of(figure.figure());
  }

  private CurveFigure figure() {
    List<Layer> lines = new ArrayList<>();
    List<Band> bands = new ArrayList<>();
    double[] x = percentiles.stream().mapToDouble(LatencyByModel::place).toArray();
    for (int i = 0; i < models.size(); i++) {
      Tone tone = Tone.series().get(i);
      List<Estimate> all = estimates(models.get(i));
      lines.add(new Layer(
          models.get(i).name(),
          tone,
          Shape.LINE,
          Points.of(x, all.stream().mapToDouble(Estimate::mean).toArray())));
      bands.add(new Band(
          tone,
          Points.of(x, all.stream().mapToDouble(LatencyByModel::low).toArray()),
          Points.of(x, all.stream().mapToDouble(LatencyByModel::high).toArray())));
    }
    return new CurveFigure(
        new Caption(
            "latency-by-model",
            "Latency by share of requests, by model",
            finding(),
            "Means over the replications at the marked percentiles, straight lines between them;"
                + " the bands are their 95\u00A0% intervals."),
        "% of requests answered within",
        percentiles.stream().map(each -> new Tick(place(each), each.label())).toList(),
        scale(),
        lines,
        List.of(),
        bands);
  }

  /** Equal distances are equal ratios of what is slower. */
  private static double place(Percentile percentile) {
    return -Math.log10(1 - percentile.share());
  }

  private List<Estimate> estimates(CalibrationFacts.Measured model) {
    return percentiles.stream()
        .map(each -> model.estimate(each.flat()).orElseThrow())
        .toList();
  }

  private static double low(Estimate estimate) {
    return estimate.hasInterval() ? Math.max(0, estimate.low()) : estimate.mean();
  }

  private static double high(Estimate estimate) {
    return estimate.hasInterval() ? estimate.high() : estimate.mean();
  }

  private Scale scale() {
    List<Estimate> all =
        models.stream().flatMap(model -> estimates(model).stream()).toList();
    double least = all.stream().mapToDouble(LatencyByModel::low).min().orElse(0);
    double most = all.stream().mapToDouble(LatencyByModel::high).max().orElse(1);
    return least > 0 && most / least > WIDE
        ? Scale.logarithmic("latency, logarithmic", Form.DURATION)
        : Scale.linear("latency", Form.DURATION);
  }

  private String finding() {
    Percentile last = percentiles.get(percentiles.size() - 1);
    return last.label() + "\u00A0% are answered within "
        + models.stream()
            .map(model -> Numbers.said(
                    Form.DURATION, model.estimate(last.flat()).orElseThrow().mean())
                + " by " + model.name())
            .collect(Collectors.joining(", "))
        + ".";
  }
}

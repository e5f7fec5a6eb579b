package headroom.reports.page;

import headroom.reports.figure.Caption;
import headroom.reports.figure.CurveFigure;
import headroom.reports.figure.Form;
import headroom.reports.figure.Layer;
import headroom.reports.figure.Level;
import headroom.reports.figure.Numbers;
import headroom.reports.figure.Points;
import headroom.reports.figure.Scale;
import headroom.reports.figure.Tick;
import headroom.reports.figure.Tone;
import java.util.List;

/** What share of several outcomes cost at most how much a month: a step for each. */
final class CostSteps {

  static final int TICKS = 6;

  private CostSteps() {}

  /** The picture of at least two outcomes, in USD and in ascending order, and of their quantiles. */
  static CurveFigure of(
      Caption caption, String outcomes, double[] sorted, double p5, double p50, double p95) {
    List<Tick> ticks = Scale.linear("USD per month", Form.MONEY)
        .ticksBetween(sorted[0], sorted[sorted.length - 1], TICKS);
    double[] x = new double[sorted.length + 2];
    double[] y = new double[sorted.length + 2];
    x[0] = ticks.get(0).at();
    x[x.length - 1] = ticks.get(ticks.size() - 1).at();
    y[y.length - 1] = 1;
    for (int i = 0; i < sorted.length; i++) {
      x[i + 1] = sorted[i];
      y[i + 1] = (i + 1.0) / sorted.length;
    }
    return new CurveFigure(
        caption,
        "USD per month",
        ticks,
        Scale.share("share of " + outcomes + " that cost at most so much"),
        List.of(new Layer(outcomes, Tone.FIRST, Layer.Shape.STEP, Points.of(x, y))),
        List.of(level("P5", p5, 0.05), level("P50", p50, 0.5), level("P95", p95, 0.95)));
  }

  private static Level level(String name, double usd, double share) {
    return new Level(name + ": " + Numbers.said(Form.MONEY, usd), share);
  }
}

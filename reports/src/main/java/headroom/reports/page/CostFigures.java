package headroom.reports.page;

import headroom.reports.figure.BarFigure;
import headroom.reports.figure.Caption;
import headroom.reports.figure.Form;
import headroom.reports.figure.Layer;
import headroom.reports.figure.Numbers;
import headroom.reports.figure.Points;
import headroom.reports.figure.Reading;
import headroom.reports.figure.Scale;
import headroom.reports.figure.TimeFigure;
import headroom.reports.figure.TimeSpan;
import headroom.reports.figure.Tone;
import headroom.statistics.Estimate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the money goes to: by category with intervals, over time, and line by line. */
final class CostFigures {

  private static final double MONTH = 730 * 3600.0;

  private CostFigures() {}

  static List<Block> of(RunFacts facts) {
    List<Block> blocks = new ArrayList<>();
    byCategory(facts).map(Block.Picture::new).ifPresent(blocks::add);
    CostShapes.of(facts).forEach(blocks::add);
    overTime(facts).map(Block.Picture::new).ifPresent(blocks::add);
    blocks.addAll(InvoiceTables.of(facts));
    return blocks;
  }

  private static Optional<BarFigure> byCategory(RunFacts facts) {
    List<Estimate> parts = CostFinding.parts(facts);
    if (parts.isEmpty()) {
      return Optional.empty();
    }
    double factor = MONTH / facts.seconds();
    List<BarFigure.Bar> bars = parts.stream()
        .map(part -> new BarFigure.Bar(
            MetricWords.category(part),
            Tone.FIRST,
            part.mean() * factor,
            part.low() * factor,
            part.high() * factor,
            Reading.of(part, Form.MONEY, factor).both()))
        .toList();
    Estimate first = parts.get(0);
    String finding = MetricWords.capital(MetricWords.category(first)) + " costs "
        + Reading.of(first, Form.MONEY, factor).both() + " per month.";
    String note = facts.replications() == 1
        ? ""
        : "Mean over the replications; the thin line is the 95\u00A0% interval.";
    return Optional.of(new BarFigure(
        new Caption("cost-by-category", "Cost per month by category", finding, note),
        Scale.linear("USD per month", Form.MONEY),
        bars));
  }

  private static Optional<TimeFigure> overTime(RunFacts facts) {
    List<Pile.Part> parts = facts.costs().courses().stream()
        .map(course -> new Pile.Part(MetricWords.category(course.category()), cumulated(course)))
        .toList();
    List<Layer> layers = Pile.of(parts, Layer.Shape.SLOPED_STACK);
    if (layers.isEmpty()) {
      return Optional.empty();
    }
    Points first = layers.get(0).points();
    double total = layers.stream().mapToDouble(layer -> layer.points().max()).sum();
    TimeSpan span =
        new TimeSpan(facts.shown().window().momentAt(0), first.x(0), first.x(first.size() - 1));
    String finding = "By the end the run has cost " + Numbers.said(Form.MONEY, total) + ".";
    String note = "Cumulative, after the warm-up, replication " + facts.shownNumber() + ".";
    return Optional.of(new TimeFigure(
        new Caption("cost-over-time", "Cost over time", finding, note),
        span,
        Scale.linear("USD, cumulative", Form.MONEY),
        layers,
        List.of(),
        List.of(),
        List.of()));
  }

  private static Points cumulated(RunFacts.Costs.Course course) {
    double[] y = new double[course.edges().length];
    for (int i = 1; i < y.length; i++) {
      y[i] = y[i - 1] + course.spent()[i - 1];
    }
    return Points.of(course.edges(), y);
  }
}

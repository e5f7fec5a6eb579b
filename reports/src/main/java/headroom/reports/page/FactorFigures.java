package headroom.reports.page;

import headroom.reports.figure.Band;
import headroom.reports.figure.BarFigure;
import headroom.reports.figure.Caption;
import headroom.reports.figure.CurveFigure;
import headroom.reports.figure.Form;
import headroom.reports.figure.HeatFigure;
import headroom.reports.figure.Layer;
import headroom.reports.figure.Numbers;
import headroom.reports.figure.Points;
import headroom.reports.figure.Reading;
import headroom.reports.figure.Scale;
import headroom.reports.figure.Tone;
import headroom.statistics.Estimate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What one factor, or two, do to the main figures: lines with bands, or shades. */
final class FactorFigures {

  private static final List<String> SHOWN =
      List.of("cost.monthly", "requests.failed", "latency.p99", "downtime.total", "latency.mean");
  private static final int MOST_LEVELS = 24;

  private final StudyFacts facts;
  private final FactorLevels levels;

  private FactorFigures(StudyFacts facts) {
    this.facts = facts;
    this.levels = FactorLevels.of(facts);
  }

  static List<Block> of(StudyFacts facts) {
    return new FactorFigures(facts).blocks();
  }

  private List<Block> blocks() {
    List<Block> blocks = new ArrayList<>();
    for (String flat : SHOWN) {
      if (facts.variants().stream().allMatch(each -> each.estimate(flat).isPresent())) {
        figure(flat).map(Block.Picture::new).ifPresent(blocks::add);
      }
    }
    return blocks;
  }

  private Optional<headroom.reports.figure.Figure> figure(String flat) {
    if (facts.paths().size() == 1 && facts.variants().size() > 1 && levels.areParts()) {
      return Optional.of(bars(flat));
    }
    if (facts.paths().size() == 1 && facts.variants().size() > 1 && levels.isLine()) {
      return Optional.of(line(flat, facts.paths().get(0)));
    }
    if (facts.paths().size() == 2) {
      return heat(flat, facts.paths().get(0), facts.paths().get(1));
    }
    return Optional.empty();
  }

  private static Estimate estimate(StudyFacts.Variant variant, String flat) {
    return variant.estimate(flat).orElseThrow();
  }

  private String words(String flat) {
    return MetricWords.of(estimate(facts.variants().get(0), flat).metric());
  }

  private CurveFigure line(String flat, String path) {
    List<StudyFacts.Variant> ordered = levels.ordered();
    double[] x = levels.places();
    double[] mean = new double[x.length];
    double[] low = new double[x.length];
    double[] high = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      Estimate estimate = estimate(ordered.get(i), flat);
      mean[i] = estimate.mean();
      low[i] = estimate.hasInterval() ? Math.max(0, estimate.low()) : mean[i];
      high[i] = estimate.hasInterval() ? estimate.high() : mean[i];
    }
    Form form = Form.of(estimate(ordered.get(0), flat).metric());
    String words = words(flat);
    return new CurveFigure(
        new Caption(
            id(flat), words, range(ordered, flat, path), "The band is the 95\u00A0% interval."),
        path,
        levels.ticks(),
        Scale.linear(words, form),
        List.of(new Layer("mean", Tone.FIRST, Layer.Shape.LINE, Points.of(x, mean))),
        List.of(),
        List.of(new Band(Tone.FIRST, Points.of(x, low), Points.of(x, high))));
  }

  /** Whole parts of a scenario have no order: a bar each. */
  private BarFigure bars(String flat) {
    Form form = Form.of(estimate(facts.variants().get(0), flat).metric());
    List<BarFigure.Bar> bars = facts.variants().stream()
        .limit(MOST_LEVELS)
        .map(each -> bar(each.name(), estimate(each, flat)))
        .toList();
    return new BarFigure(
        new Caption(
            id(flat), words(flat), extremes(flat), "The thin line is the 95\u00A0% interval."),
        Scale.linear(words(flat), form),
        bars);
  }

  private static BarFigure.Bar bar(String name, Estimate estimate) {
    return new BarFigure.Bar(
        name,
        Tone.FIRST,
        estimate.mean(),
        estimate.hasInterval() ? Math.max(0, estimate.low()) : Double.NaN,
        estimate.hasInterval() ? estimate.high() : Double.NaN,
        Reading.of(estimate).both());
  }

  private static String id(String flat) {
    return "factor-" + flat.replace('.', '-');
  }

  /** From the first level to the last, and the least between them. */
  private String range(List<StudyFacts.Variant> ordered, String flat, String path) {
    StudyFacts.Variant first = ordered.get(0);
    StudyFacts.Variant last = ordered.get(ordered.size() - 1);
    return words(flat) + " goes from " + Reading.of(estimate(first, flat)).both() + " at "
        + path + " " + first.set().getOrDefault(path, "") + " to "
        + Reading.of(estimate(last, flat)).both() + " at " + last.set().getOrDefault(path, "")
        + overlap(estimate(first, flat), estimate(last, flat)) + ".";
  }

  private Optional<headroom.reports.figure.Figure> heat(String flat, String across, String down) {
    LinkedHashSet<String> columns = new LinkedHashSet<>();
    LinkedHashSet<String> rows = new LinkedHashSet<>();
    facts.variants().forEach(each -> {
      columns.add(each.set().getOrDefault(across, ""));
      rows.add(each.set().getOrDefault(down, ""));
    });
    boolean isGrid = (long) columns.size() * rows.size() == facts.variants().size();
    if (!isGrid || columns.size() > MOST_LEVELS || rows.size() > MOST_LEVELS) {
      return Optional.empty();
    }
    Form form = Form.of(estimate(facts.variants().get(0), flat).metric());
    List<HeatFigure.Cell> cells = new ArrayList<>();
    for (String row : rows) {
      for (String column : columns) {
        cells.add(cell(flat, form, across, column, down, row));
      }
    }
    return Optional.of(new HeatFigure(
        new Caption(id(flat), words(flat), extremes(flat), "The darker, the more; means."),
        Double.NaN,
        across,
        List.copyOf(columns),
        down,
        List.copyOf(rows),
        cells));
  }

  private HeatFigure.Cell cell(
      String flat, Form form, String across, String column, String down, String row) {
    return facts.variants().stream()
        .filter(each -> Objects.equals(each.set().get(across), column)
            && Objects.equals(each.set().get(down), row))
        .findFirst()
        .map(each -> estimate(each, flat).mean())
        .map(mean -> new HeatFigure.Cell(mean, Numbers.said(form, mean)))
        .orElse(new HeatFigure.Cell(Double.NaN, ""));
  }

  private String extremes(String flat) {
    StudyFacts.Variant least = facts.variants().get(0);
    StudyFacts.Variant most = least;
    for (StudyFacts.Variant each : facts.variants()) {
      least = estimate(each, flat).mean() < estimate(least, flat).mean() ? each : least;
      most = estimate(each, flat).mean() > estimate(most, flat).mean() ? each : most;
    }
    return "The means go from " + Reading.of(estimate(least, flat)).both() + " (" + least.name()
        + ") to " + Reading.of(estimate(most, flat)).both() + " (" + most.name() + ")"
        + overlap(estimate(least, flat), estimate(most, flat)) + ".";
  }

  private static String overlap(Estimate one, Estimate other) {
    boolean isOpen = one.hasInterval()
        && other.hasInterval()
        && one.low() <= other.high()
        && other.low() <= one.high();
    return isOpen ? "; their intervals overlap" : "";
  }
}

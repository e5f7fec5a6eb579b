package headroom.reports.page;

import headroom.reports.figure.Caption;
import headroom.reports.figure.Form;
import headroom.reports.figure.Layer;
import headroom.reports.figure.Layer.Shape;
import headroom.reports.figure.Lengths;
import headroom.reports.figure.Numbers;
import headroom.reports.figure.Points;
import headroom.reports.figure.Reading;
import headroom.reports.figure.Scale;
import headroom.reports.figure.Table;
import headroom.reports.figure.Table.Column;
import headroom.reports.figure.TimeFigure;
import headroom.results.Part;
import headroom.statistics.Estimate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where the time of requests goes: over time, and for each percentile. */
final class CompositionFigures {

  // From the bottom up: what hardly changes first, so that the rest stands on level ground.
  private static final List<Part> ORDER =
      List.of(Part.SERVICE, Part.CALLS, Part.QUEUE, Part.BALANCER, Part.DNS, Part.CLIENT);
  private static final List<String> LATENCIES = List.of("mean", "p50", "p90", "p99", "p99.9");

  private CompositionFigures() {}

  /** The p99 and the mean of each step of the shown replication, in bands. */
  static List<Block> overTime(Course course) {
    return Stream.of(
            figure(course, "p99", "Where the time of the slowest goes"),
            figure(course, "mean", "Where the time goes on average"))
        .flatMap(Optional::stream)
        .map(figure -> (Block) new Block.Picture(figure))
        .toList();
  }

  private static Optional<TimeFigure> figure(Course course, String latency, String title) {
    List<Layer> bands = bands(course, latency);
    if (bands.size() < 2) {
      // A single band is the latency itself, which has its own picture.
      return Optional.empty();
    }
    Points all = bands.stream().map(Layer::points).reduce(Points::plus).orElseThrow();
    String id = "composition-" + latency;
    return Optional.of(new TimeFigure(
        new Caption(id, title, finding(course, latency, bands, all), note(course, latency)),
        course.span(),
        Scale.linear(latency.equals("mean") ? "mean latency" : latency + " latency", Form.DURATION),
        bands,
        List.of(),
        Incidents.of(course).outageSpans(),
        List.of()));
  }

  private static List<Layer> bands(Course course, String latency) {
    List<Layer> bands = new ArrayList<>();
    for (Part part : ORDER) {
      course
          .values("latency." + latency + "." + part.word())
          .filter(points -> points.max() > 0)
          .ifPresent(points -> bands.add(new Layer(
              PartWords.shortly(part), PartWords.tone(part), Shape.SLOPED_STACK, points)));
    }
    return bands;
  }

  private static String finding(Course course, String latency, List<Layer> bands, Points all) {
    int peak = all.peak();
    Layer most = bands.stream()
        .max(Comparator.comparingDouble(band -> known(band.points().y(peak))))
        .orElseThrow();
    Part part = ORDER.stream()
        .filter(p -> PartWords.shortly(p).equals(most.name()))
        .findFirst()
        .orElseThrow();
    String what = latency.equals("mean") ? "The mean" : latency;
    return what + " is highest on " + course.moment(all.x(peak)) + " with "
        + Numbers.said(Form.DURATION, all.y(peak)) + ", of which "
        + Numbers.said(Form.SHARE, known(most.points().y(peak)) / all.y(peak)) + " is "
        + PartWords.of(part) + ".";
  }

  private static double known(double value) {
    return Double.isFinite(value) ? value : 0;
  }

  private static String note(Course course, String latency) {
    String step = Lengths.words(course.step());
    return latency.equals("mean")
        ? "Over the requests answered in each " + step + "."
        : "The p99 of each " + step + ", split as the time of the requests around it is.";
  }

  /** Every percentile over all replications, split by where the time goes. */
  static Optional<Block> byPercentile(RunFacts facts) {
    List<Part> parts = ORDER.stream()
        .filter(part -> LATENCIES.stream()
            .anyMatch(latency -> facts.estimate(name(latency, part)).isPresent()))
        .toList();
    if (parts.isEmpty()) {
      return Optional.empty();
    }
    List<Column> columns = new ArrayList<>(List.of(Column.text(""), Column.number("Latency")));
    parts.forEach(part -> columns.add(Column.number(MetricWords.capital(PartWords.shortly(part)))));
    List<List<String>> rows = LATENCIES.stream()
        .flatMap(latency -> facts.estimate("latency." + latency).stream()
            .map(whole -> row(facts, latency, whole, parts)))
        .toList();
    return Optional.of(new Block.Listing(new Table(
        "composition",
        "Where the time goes, by percentile, with 95\u00A0% intervals",
        columns,
        rows)));
  }

  private static String name(String latency, Part part) {
    return "latency." + latency + "." + part.word();
  }

  private static List<String> row(
      RunFacts facts, String latency, Estimate whole, List<Part> parts) {
    List<String> cells = new ArrayList<>();
    cells.add(latency.equals("mean") ? "Mean" : latency);
    cells.add(Reading.of(whole).both());
    for (Part part : parts) {
      cells.add(facts
          .estimate(name(latency, part))
          .map(e -> Reading.of(e).both() + ", " + CompositionFinding.share(whole, e))
          .orElse("–"));
    }
    return cells;
  }
}

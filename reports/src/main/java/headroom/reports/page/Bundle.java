package headroom.reports.page;

import headroom.reports.figure.Layer;
import headroom.reports.figure.Points;
import headroom.reports.figure.Tone;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Lines of one figure, no more than can be told apart: of more, those with the highest peaks, and the
 * others gathered into their mean.
 */
final class Bundle {

  private static final int MOST = Tone.series().size();

  private record Line(String name, Points points) {}

  private final List<Line> lines = new ArrayList<>();
  private final Layer.Shape shape;

  Bundle(Layer.Shape shape) {
    this.shape = shape;
  }

  /** Adds a line; all have the same x. */
  void add(String name, Points points) {
    lines.add(new Line(name, points));
  }

  /** The lines as they are drawn, in the order in which they came. */
  List<Layer> layers() {
    List<Line> drawn = drawn();
    List<Layer> layers = new ArrayList<>();
    for (Line line : drawn) {
      layers.add(new Layer(line.name(), tone(layers.size()), shape, line.points()));
    }
    if (drawn.size() < lines.size()) {
      List<Points> rest =
          lines.stream().filter(line -> !drawn.contains(line)).map(Line::points).toList();
      String name = "mean of " + rest.size() + " others";
      layers.add(new Layer(name, tone(layers.size()), shape, Points.mean(rest)));
    }
    return layers;
  }

  /** What is to be said of those that have no line of their own; empty when all have. */
  String said() {
    int own = drawn().size();
    return own == lines.size()
        ? ""
        : " Of " + lines.size() + " lines the " + own
            + " with the highest peaks are drawn, the others" + " as their mean.";
  }

  private List<Line> drawn() {
    if (lines.size() <= MOST) {
      return lines;
    }
    List<Line> highest = lines.stream()
        .sorted(Comparator.comparingDouble((Line line) -> -peak(line.points())))
        .limit(MOST - 1L)
        .toList();
    return lines.stream().filter(highest::contains).toList();
  }

  private static double peak(Points points) {
    return points.values().max().orElse(Double.NEGATIVE_INFINITY);
  }

  private static Tone tone(int number) {
    return Tone.series().get(number);
  }
}

package headroom.reports.page;

import headroom.reports.figure.Layer;
import headroom.reports.figure.Points;
import headroom.reports.figure.Tone;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Named series made into bands of one pile: the largest first, the smallest gathered. */
final class Pile {

  private static final int MOST = 5;

  /** A named series. */
  record Part(String name, Points points) {

    double sum() {
      return points.values().sum();
    }
  }

  private Pile() {}

  /** At most five bands and one for all others; parts that are zero throughout are left out. */
  static List<Layer> of(List<Part> parts, Layer.Shape shape) {
    List<Part> seen = parts.stream()
        .filter(part -> part.sum() > 0)
        .sorted(Comparator.comparingDouble(Part::sum).reversed())
        .toList();
    List<Layer> layers = new ArrayList<>();
    int alone = seen.size() <= MOST + 1 ? seen.size() : MOST;
    for (int i = 0; i < alone; i++) {
      layers.add(
          new Layer(seen.get(i).name(), Tone.series().get(i), shape, seen.get(i).points()));
    }
    if (alone < seen.size()) {
      layers.add(others(seen.subList(alone, seen.size()), shape));
    }
    return layers;
  }

  /** The bands in the order of these names, each in the colour of its place; where there are few. */
  static List<Layer> of(List<Part> parts, Layer.Shape shape, List<String> names) {
    if (names.size() > MOST + 1) {
      return of(parts, shape);
    }
    return parts.stream()
        .filter(part -> part.sum() > 0)
        .sorted(Comparator.comparingInt(part -> names.indexOf(part.name())))
        .map(part -> new Layer(
            part.name(), Tone.series().get(names.indexOf(part.name())), shape, part.points()))
        .toList();
  }

  private static Layer others(List<Part> parts, Layer.Shape shape) {
    Points sum = parts.stream().map(Part::points).reduce(Points::plus).orElseThrow();
    return new Layer(parts.size() + " others", Tone.SIXTH, shape, sum);
  }
}

package headroom.scenarios.experiment;

import headroom.random.Chance;
import headroom.random.Stream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Places in the space of the inputs at which a scenario is run to see what each input does. A place
 * is a share of each input's law: 0.5 is its median.
 *
 * @param method what is made of it
 * @param points the places in order
 * @param rows how many ways or rows it has; 1 for one at a time
 */
public record Design(Method method, List<Point> points, int rows) {

  /** How inputs are varied, and what is learnt. */
  public enum Method {
    /** One at a time, from its 5th percentile to its 95th, all others at their medians. */
    TORNADO,
    /** One after the other along random ways through the whole space (Morris). */
    MORRIS,
    /** Two random samples, and each with one column of the other (Saltelli, Jansen). */
    SOBOL
  }

  /**
   * A place.
   *
   * @param name unlike that of any other
   * @param shares of the law of each input, between 0 and 1
   */
  public record Point(String name, List<Double> shares) {

    public Point {
      shares = List.copyOf(shares);
    }
  }

  static final double LOW = 0.05;
  static final double HIGH = 0.95;

  /** Levels of Morris' grid, as shares; a step goes two on or back. */
  private static final double[] GRID = {0.125, 0.375, 0.625, 0.875};

  private static final double MORRIS_STEP = 0.5;

  public Design {
    points = List.copyOf(points);
  }

  /** How many places a design has. */
  public static long size(Method method, int inputs, int rows) {
    return switch (method) {
      case TORNADO -> 1 + 2L * inputs;
      case MORRIS -> (long) rows * (inputs + 1);
      case SOBOL -> (long) rows * (inputs + 2);
    };
  }

  /**
   * A design.
   *
   * @param inputs what they are called, no two alike
   * @param rows ways of Morris, rows of each sample of Sobol; of no account for one at a time
   * @param seed decides the ways and samples
   */
  public static Design of(Method method, List<String> inputs, int rows, long seed) {
    return switch (method) {
      case TORNADO -> tornado(inputs);
      case MORRIS -> morris(inputs, rows, seed);
      case SOBOL -> sobol(inputs, rows, seed);
    };
  }

  private static Design tornado(List<String> inputs) {
    List<Double> middle = Collections.nCopies(inputs.size(), 0.5);
    List<Point> points = new ArrayList<>();
    points.add(new Point("all at the median", middle));
    for (int i = 0; i < inputs.size(); i++) {
      points.add(new Point(inputs.get(i) + " low", with(middle, i, LOW)));
      points.add(new Point(inputs.get(i) + " high", with(middle, i, HIGH)));
    }
    return new Design(Method.TORNADO, points, 1);
  }

  private static List<Double> with(List<Double> shares, int input, double share) {
    List<Double> other = new ArrayList<>(shares);
    other.set(input, share);
    return other;
  }

  private static Design morris(List<String> inputs, int ways, long seed) {
    Chance chance = new Chance(seed);
    List<Point> points = new ArrayList<>();
    for (int way = 0; way < ways; way++) {
      Stream start = chance.of("morris", "start").of(way);
      List<Double> at = IntStream.range(0, inputs.size())
          .mapToObj(i -> GRID[(int) (start.at(i) * GRID.length)])
          .toList();
      points.add(new Point("way " + (way + 1) + ", start", at));
      for (int input : order(inputs.size(), way, seed)) {
        double share = at.get(input);
        at = with(at, input, share < 0.5 ? share + MORRIS_STEP : share - MORRIS_STEP);
        points.add(new Point("way " + (way + 1) + ", " + inputs.get(input), at));
      }
    }
    return new Design(Method.MORRIS, points, ways);
  }

  /** In which order a way moves the inputs. */
  static List<Integer> order(int inputs, int way, long seed) {
    Stream luck = new Chance(seed).of("morris", "order").of(way);
    return IntStream.range(0, inputs)
        .boxed()
        .sorted(Comparator.comparingDouble(luck::at))
        .toList();
  }

  private static Design sobol(List<String> inputs, int rows, long seed) {
    List<Point> points = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      List<Double> a = shares(seed, "a", row, inputs.size());
      List<Double> b = shares(seed, "b", row, inputs.size());
      points.add(new Point("A " + (row + 1), a));
      points.add(new Point("B " + (row + 1), b));
      for (int i = 0; i < inputs.size(); i++) {
        points.add(
            new Point("A " + (row + 1) + ", " + inputs.get(i) + " of B", with(a, i, b.get(i))));
      }
    }
    return new Design(Method.SOBOL, points, rows);
  }

  private static List<Double> shares(long seed, String sample, int row, int inputs) {
    Stream luck = new Chance(seed).of("sobol", sample).of(row);
    return IntStream.range(0, inputs).mapToObj(i -> luck.at(i)).toList();
  }
}

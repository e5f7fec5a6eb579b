package headroom.scenarios.experiment;

import headroom.statistics.Bounded;
import headroom.statistics.Difference;
import headroom.statistics.Differences;
import headroom.statistics.ElementaryEffects;
import headroom.statistics.SobolIndices;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What each input does to a metric. Every place was run on the same luck; what is measured of one is
 * the mean over its replications, so that chance is not taken for an input.
 *
 * @param outcome every place with what it measured
 * @param metric flat name of the metric
 * @param design where it was measured
 * @param inputs the inputs, the most important first
 */
public record Sensitivity(StudyOutcome outcome, String metric, Design design, List<Input> inputs) {

  /**
   * One input.
   *
   * @param path where it stands
   * @param low what it is at its 5th percentile; empty unless varied one at a time
   * @param high what it is at its 95th, likewise
   * @param measures what was found, by name, the most telling first: "swing", "first", "total", …
   */
  public record Input(String path, String low, String high, Map<String, Bounded> measures) {

    public Input {
      measures = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(measures));
    }

    /** The one by which inputs are ordered. */
    public Bounded main() {
      return measures.values().iterator().next();
    }
  }

  public Sensitivity {
    inputs = List.copyOf(inputs);
  }

  /**
   * What the inputs do, or nothing where a place has no such figure.
   *
   * @param paths the inputs in the order of the design
   * @param seed that of the design
   */
  public static Optional<Sensitivity> of(
      StudyOutcome outcome, String metric, Design design, List<String> paths, long seed) {
    List<VariantOutcome> places = outcome.variants();
    if (places.stream().anyMatch(place -> place.estimate(metric).isEmpty())) {
      return Optional.empty();
    }
    double[] means = places.stream()
        .mapToDouble(place -> place.estimate(metric).orElseThrow().mean())
        .toArray();
    List<Input> inputs = new ArrayList<>(
        switch (design.method()) {
          case TORNADO -> tornado(places, metric, paths);
          case MORRIS -> morris(means, design, paths, seed);
          case SOBOL -> sobol(means, design.rows(), paths);
        });
    inputs.sort(Comparator.comparingDouble((Input each) -> -Math.abs(each.main().value())));
    return Optional.of(new Sensitivity(outcome, metric, design, inputs));
  }

  private static List<Input> tornado(
      List<VariantOutcome> places, String metric, List<String> paths) {
    List<Input> inputs = new ArrayList<>();
    for (int i = 0; i < paths.size(); i++) {
      VariantOutcome low = places.get(1 + 2 * i);
      VariantOutcome high = places.get(2 + 2 * i);
      String path = paths.get(i);
      Map<String, Bounded> measures = new LinkedHashMap<>();
      measures.put("swing", difference(low, high, metric));
      measures.put("at-low", difference(places.get(0), low, metric));
      measures.put("at-high", difference(places.get(0), high, metric));
      inputs.add(new Input(path, low.at(path).orElse(""), high.at(path).orElse(""), measures));
    }
    return inputs;
  }

  private static Bounded difference(VariantOutcome from, VariantOutcome to, String metric) {
    Difference found = Differences.of(figures(from), figures(to), 1).values().stream()
        .filter(each -> each.metric().flat().equals(metric))
        .findFirst()
        .orElseThrow();
    return new Bounded(found.mean(), found.low(), found.high());
  }

  private static List<java.util.SortedMap<headroom.results.Metric, Double>> figures(
      VariantOutcome variant) {
    return variant.replications().stream().map(Measured::figures).toList();
  }

  private static List<Input> morris(double[] means, Design design, List<String> paths, long seed) {
    int ways = design.rows();
    double[][] effects = new double[paths.size()][ways];
    int at = 0;
    for (int way = 0; way < ways; way++) {
      at++;
      for (int input : Design.order(paths.size(), way, seed)) {
        double step = share(design, at, input) - share(design, at - 1, input);
        effects[input][way] = (means[at] - means[at - 1]) / step;
        at++;
      }
    }
    return effects(effects, paths);
  }

  private static double share(Design design, int point, int input) {
    return design.points().get(point).shares().get(input);
  }

  private static List<Input> effects(double[][] effects, List<String> paths) {
    List<Input> inputs = new ArrayList<>();
    for (int i = 0; i < paths.size(); i++) {
      ElementaryEffects found = ElementaryEffects.of(effects[i]);
      Map<String, Bounded> measures = new LinkedHashMap<>();
      measures.put("mu-star", found.size());
      measures.put("mu", found.mean());
      measures.put("sigma", found.spread());
      inputs.add(new Input(paths.get(i), "", "", measures));
    }
    return inputs;
  }

  private static List<Input> sobol(double[] means, int rows, List<String> paths) {
    int width = paths.size() + 2;
    double[] a = new double[rows];
    double[] b = new double[rows];
    double[][] mixed = new double[paths.size()][rows];
    for (int row = 0; row < rows; row++) {
      a[row] = means[row * width];
      b[row] = means[row * width + 1];
      for (int i = 0; i < paths.size(); i++) {
        mixed[i][row] = means[row * width + 2 + i];
      }
    }
    List<SobolIndices.Index> indices = SobolIndices.of(a, b, mixed);
    List<Input> inputs = new ArrayList<>();
    for (int i = 0; i < paths.size(); i++) {
      Map<String, Bounded> measures = new LinkedHashMap<>();
      measures.put("total", indices.get(i).total());
      measures.put("first", indices.get(i).first());
      inputs.add(new Input(paths.get(i), "", "", measures));
    }
    return inputs;
  }
}

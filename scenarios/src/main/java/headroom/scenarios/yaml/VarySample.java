package headroom.scenarios.yaml;

import headroom.random.Chance;
import headroom.random.Stream;
import headroom.scenarios.text.Assignment;
import headroom.scenarios.text.Tree;
import headroom.scenarios.text.TreePath;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A Latin hypercube (McKay, Beckman, Conover 1979): each factor's law is cut into as many equally
 * likely parts as there are samples, and each part is drawn from once.
 *
 * @param samples how many variants
 * @param over the law of each path's values
 * @param isUncertain whether the laws say what is not known, not what could be chosen
 */
record VarySample(int samples, Map<String, Quantities> over, boolean isUncertain) implements Vary {

  VarySample {
    over = Collections.unmodifiableMap(new LinkedHashMap<>(over));
  }

  @Override
  public List<String> paths() {
    return List.copyOf(over.keySet());
  }

  @Override
  public long count() {
    return samples;
  }

  @Override
  public List<Change> changes(long seed) {
    Map<String, double[]> shares = new LinkedHashMap<>();
    over.keySet().forEach(path -> shares.put(path, shares(seed, path)));
    int digits = String.valueOf(samples).length();
    List<Change> changes = new ArrayList<>(samples);
    for (int i = 0; i < samples; i++) {
      List<Assignment> set = new ArrayList<>();
      for (Map.Entry<String, Quantities> each : over.entrySet()) {
        double share = shares.getOrDefault(each.getKey(), new double[0])[i];
        Tree value = Tree.of(each.getValue().at(share));
        set.add(new Assignment(TreePath.parse(each.getKey()), value));
      }
      String number = String.valueOf(i + 1);
      changes.add(new Change("sample " + "0".repeat(digits - number.length()) + number, set));
    }
    return changes;
  }

  @Override
  public List<Factor> factors() {
    return over.entrySet().stream()
        .<Factor>map(each -> new Sampled(each.getKey(), each.getValue()))
        .toList();
  }

  private record Sampled(String path, Quantities law) implements Factor {

    @Override
    public Tree at(double share) {
      return Tree.of(law.at(share));
    }
  }

  /** One share of each of the equal parts of 0 to 1, in an order of chance. */
  private double[] shares(long seed, String path) {
    Chance chance = new Chance(seed);
    Stream order = chance.of("latin-hypercube", path).of("order");
    Stream within = chance.of("latin-hypercube", path).of("within");
    List<Integer> parts = IntStream.range(0, samples)
        .boxed()
        .sorted(Comparator.comparingDouble(order::at))
        .toList();
    double[] shares = new double[samples];
    for (int i = 0; i < samples; i++) {
      shares[i] = (parts.get(i) + within.at(i)) / samples;
    }
    return shares;
  }
}

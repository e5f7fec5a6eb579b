package headroom.scenarios.spark;

import headroom.spec.Scenario;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

/**
 * Replications that an executor is to run one after another.
 *
 * @param scenarios what is simulated, each once
 * @param list which of them, and how
 */
record Errands(List<Scenario> scenarios, List<Errand> list) {

  /**
   * One replication.
   *
   * @param scenario number of its scenario, from 0
   * @param seed its seed
   * @param shown whether it records its timeline and events too
   */
  record Errand(int scenario, long seed, boolean shown) {}

  static Errands of(List<Asked> asked) {
    // Those that wait together are mostly of one trial, whose replications have the same object.
    IdentityHashMap<Scenario, Integer> numbers = new IdentityHashMap<>();
    List<Scenario> scenarios = new ArrayList<>();
    List<Errand> list = new ArrayList<>();
    for (Asked each : asked) {
      int number = numbers.computeIfAbsent(each.scenario(), one -> {
        scenarios.add(one);
        return scenarios.size() - 1;
      });
      list.add(new Errand(number, each.seed(), each.shown()));
    }
    return new Errands(List.copyOf(scenarios), List.copyOf(list));
  }
}

package headroom.scenarios.experiment;

import headroom.results.Metric;
import headroom.statistics.Estimate;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * The answer to one variant of a study.
 *
 * @param name the variant's name
 * @param set what it changes
 * @param replications what each measured, in the order of their numbers
 * @param estimates every metric over the replications
 * @param verdicts what became of each expectation, in the scenario's order
 */
public record VariantOutcome(
    String name,
    List<Setting> set,
    List<Measured> replications,
    SortedMap<Metric, Estimate> estimates,
    List<Verdict> verdicts) {

  public VariantOutcome {
    set = List.copyOf(set);
    replications = List.copyOf(replications);
    verdicts = List.copyOf(verdicts);
  }

  /** The estimate of the metric with this flat name, if it was measured. */
  public Optional<Estimate> estimate(String flatName) {
    return StoppingRule.find(flatName, estimates);
  }

  /** What the variant says at a path, if it changes it. */
  public Optional<String> at(String path) {
    return set.stream()
        .filter(each -> each.path().equals(path))
        .map(Setting::value)
        .findFirst();
  }

  /** Whether every expectation is met. */
  public boolean meetsAll() {
    return verdicts.stream().allMatch(verdict -> verdict.state() == Verdict.State.MET);
  }
}

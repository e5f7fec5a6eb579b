package headroom.policy.routing;

import headroom.problem.Problem;
import headroom.problem.Problems;
import java.util.List;

/**
 * A target at random; one whose requests fail more often than the others' gets fewer (the weighted
 * random algorithm with anomaly mitigation of fleet sheet §6.2 [L12]).
 *
 * <p>That it needs three healthy targets is documented; how far weights go is not. Here a target
 * whose share of failures lies above the others' by x has weight 1 - mitigation · x, and never less
 * than a tenth; as its latest requests get better its weight comes back.
 *
 * @param mitigation how strongly failures lower a weight; 0 for not at all
 */
public record WeightedRandom(double mitigation) implements RoutingPolicy {

  public static final double DEFAULT_MITIGATION = 5;

  private static final double LEAST_WEIGHT = 0.1;
  private static final int LEAST_TARGETS = 3;
  private static final double MOST = 1000;

  public static List<Problem> problems(double mitigation) {
    return Problems.of()
        .require(
            "mitigation",
            mitigation >= 0 && mitigation <= MOST,
            "must be between 0 and 1000, was " + mitigation,
            "0 for none, for example 5")
        .list();
  }

  public WeightedRandom {
    Problems.throwIfAny(problems(mitigation));
  }

  @Override
  public boolean needsOutcomes() {
    return mitigation > 0;
  }

  @Override
  public boolean isByChance() {
    return true;
  }

  @Override
  public int choose(TargetsView targets, RequestView request, Memory memory) {
    int size = targets.size();
    double failures = failures(targets);
    if (failures == 0) {
      return (int) (request.luck(0) * size);
    }
    double sum = 0;
    for (int i = 0; i < size; i++) {
      sum += weight(targets, i, failures);
    }
    double left = request.luck(0) * sum;
    for (int i = 0; i < size - 1; i++) {
      left -= weight(targets, i, failures);
      if (left < 0) {
        return i;
      }
    }
    return size - 1;
  }

  /** The failure shares of all targets together; 0 where they make no difference. */
  private double failures(TargetsView targets) {
    double failures = 0;
    if (mitigation > 0 && targets.size() >= LEAST_TARGETS) {
      for (int i = 0; i < targets.size(); i++) {
        failures += targets.failureShare(i);
      }
    }
    return failures;
  }

  private double weight(TargetsView targets, int index, double failures) {
    double own = targets.failureShare(index);
    double excess = own - (failures - own) / (targets.size() - 1);
    return excess <= 0 ? 1 : Math.max(LEAST_WEIGHT, 1 - mitigation * excess);
  }

  /** The weight of the one of so many targets that fails so much more often than the others. */
  public double weight(double excess, int targets) {
    boolean minds = targets >= LEAST_TARGETS && excess > 0;
    return minds ? Math.max(LEAST_WEIGHT, 1 - mitigation * excess) : 1;
  }

  /** The weight of a target among all of them. */
  public double weight(TargetsView targets, int index) {
    return weight(targets, index, failures(targets));
  }
}

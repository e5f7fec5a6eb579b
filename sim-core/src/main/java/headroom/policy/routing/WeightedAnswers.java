package headroom.policy.routing;

import headroom.problem.Problem;
import headroom.problem.Problems;
import java.util.Arrays;
import java.util.List;

/**
 * Places by weight; one of weight 0 is used only when all others are unhealthy.
 *
 * @param weights 0 to 255, in the order of the places
 */
public record WeightedAnswers(List<Integer> weights) implements DnsRouting {

  private static final int MOST = 255;

  public static List<Problem> problems(List<Integer> weights) {
    return Problems.of()
        .require(
            "weighted",
            weights.stream().allMatch(weight -> weight >= 0 && weight <= MOST),
            "must be weights between 0 and 255",
            "for example [1, 3]")
        .list();
  }

  public WeightedAnswers {
    weights = List.copyOf(weights);
    Problems.throwIfAny(problems(weights));
  }

  @Override
  public int choose(boolean[] healthy, double luck) {
    double[] own = own(healthy);
    return Arrays.stream(own).sum() > 0
        ? DnsRouting.byWeight(own, luck)
        : new RoundRobinAnswers().choose(healthy, luck);
  }

  private double[] own(boolean[] healthy) {
    double[] own = new double[healthy.length];
    for (int i = 0; i < own.length; i++) {
      own[i] = DnsRouting.counts(healthy, i) ? weights.get(i) : 0;
    }
    return own;
  }

  @Override
  public double[] shares(boolean[] healthy) {
    double[] own = own(healthy);
    double sum = Arrays.stream(own).sum();
    return sum > 0
        ? Arrays.stream(own).map(weight -> weight / sum).toArray()
        : new RoundRobinAnswers().shares(healthy);
  }

  @Override
  public List<Problem> problems(int places) {
    return Problems.of()
        .require(
            "routing.weighted",
            weights.size() == places,
            "has " + weights.size() + " weights for " + places + " places (points-to)",
            "one weight for each")
        .list();
  }
}

package headroom.policy.routing;

import headroom.problem.Problem;
import java.util.List;

/**
 * Which of the places behind a name an answer leads to (platform sheet §6.2). Where none is healthy,
 * all count as healthy.
 */
public interface DnsRouting {

  /**
   * The index of the chosen place.
   *
   * @param healthy for each place whether it is; at least one place
   * @param luck uniform in (0, 1), of this answer
   */
  int choose(boolean[] healthy, double luck);

  /** True when an answer holds the addresses of all healthy places, and the client takes any. */
  default boolean answersAll() {
    return false;
  }

  /** The share of answers that leads to each place. */
  default double[] shares(boolean[] healthy) {
    int looks = 4096;
    double[] shares = new double[healthy.length];
    for (int i = 0; i < looks; i++) {
      shares[choose(healthy, (i + 0.5) / looks)] += 1.0 / looks;
    }
    return shares;
  }

  /** What is wrong with using it for so many places. */
  default List<Problem> problems(int places) {
    return List.of();
  }

  /** The chosen place by weights; those that are not healthy have none. */
  static int byWeight(double[] weights, double luck) {
    double sum = 0;
    for (double weight : weights) {
      sum += weight;
    }
    double left = luck * sum;
    int last = 0;
    for (int i = 0; i < weights.length; i++) {
      if (weights[i] > 0) {
        last = i;
        left -= weights[i];
        if (left < 0) {
          return i;
        }
      }
    }
    return last;
  }

  /** Whether place i counts as healthy. */
  static boolean counts(boolean[] healthy, int i) {
    if (healthy[i]) {
      return true;
    }
    for (boolean other : healthy) {
      if (other) {
        return false;
      }
    }
    return true;
  }
}

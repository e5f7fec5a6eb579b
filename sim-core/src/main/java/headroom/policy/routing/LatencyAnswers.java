package headroom.policy.routing;

import headroom.problem.Problem;
import headroom.problem.Problems;
import java.time.Duration;
import java.util.List;

/**
 * The healthy place that is nearest to the clients.
 *
 * @param distances round-trip times from the clients, in the order of the places; they decide, and
 *     are not added to any latency
 */
public record LatencyAnswers(List<Duration> distances) implements DnsRouting {

  public LatencyAnswers {
    distances = List.copyOf(distances);
  }

  @Override
  public int choose(boolean[] healthy, double luck) {
    int best = -1;
    for (int i = 0; i < healthy.length; i++) {
      if (DnsRouting.counts(healthy, i)
          && (best < 0 || distances.get(i).compareTo(distances.get(best)) < 0)) {
        best = i;
      }
    }
    return best;
  }

  @Override
  public List<Problem> problems(int places) {
    return Problems.of()
        .require(
            "routing.latency",
            distances.size() == places,
            "has " + distances.size() + " distances for " + places + " places (points-to)",
            "one for each")
        .list();
  }
}

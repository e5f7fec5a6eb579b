package headroom.workload;

import headroom.problem.Problem;
import headroom.problem.Problems;
import java.util.List;
import java.util.Optional;

/**
 * A service asks another one, while it works on a request.
 *
 * @param name what it is called in results: {@code to} unless said, and unique in its service
 * @param to the name, load balancer or group it asks
 * @param client how it behaves: timeout, retries, breaker ...
 * @param probability share of requests that need it, 0 to 1
 * @param count calls one after another for each request that needs it
 * @param fallback what follows when it failed for good
 * @param cache what spares the call; empty for none
 * @param classes the classes of request that need it; empty for all
 * @param requestBytes bytes a call carries in
 * @param responseBytes bytes its answer carries out
 */
public record Call(
    String name,
    String to,
    Client client,
    double probability,
    int count,
    Fallback fallback,
    Optional<Cache> cache,
    List<String> classes,
    long requestBytes,
    long responseBytes) {

  private static final int MOST_CALLS = 1_000;

  public static List<Problem> problems(
      double probability, int count, long requestBytes, long responseBytes) {
    return Problems.of()
        .percent("probability", probability)
        .require(
            "count",
            count >= 1 && count <= MOST_CALLS,
            "must be between 1 and " + MOST_CALLS + ", was " + count,
            "for example 3")
        .notNegative("request-bytes", (double) requestBytes)
        .notNegative("response-bytes", (double) responseBytes)
        .list();
  }

  public Call {
    classes = List.copyOf(classes);
    Problems.throwIfAny(problems(probability, count, requestBytes, responseBytes));
  }
}

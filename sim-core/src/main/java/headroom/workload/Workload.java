package headroom.workload;

import headroom.problem.Problem;
import headroom.problem.Problems;
import java.util.List;

/**
 * A stream of requests: where it goes, how fast, and what a request carries.
 *
 * @param name its name in the scenario
 * @param to the load balancer or group it is sent to
 * @param rate requests per second over time
 * @param arrivals how requests are spread at that rate
 * @param client how its senders behave
 * @param requestBytes bytes a request carries in
 * @param responseBytes bytes its answer carries out
 * @param requestsPerConnection requests sent over one connection, on average
 */
public record Workload(
    String name,
    String to,
    Rate rate,
    Arrivals arrivals,
    Client client,
    long requestBytes,
    long responseBytes,
    double requestsPerConnection) {

  public static final long DEFAULT_REQUEST_BYTES = 2_000;
  public static final long DEFAULT_RESPONSE_BYTES = 20_000;
  public static final double DEFAULT_REQUESTS_PER_CONNECTION = 10;

  public static List<Problem> problems(
      long requestBytes, long responseBytes, double requestsPerConnection) {
    return Problems.of()
        .notNegative("request-bytes", (double) requestBytes)
        .notNegative("response-bytes", (double) responseBytes)
        .require(
            "requests-per-connection",
            requestsPerConnection >= 1 && requestsPerConnection < Double.POSITIVE_INFINITY,
            "must be at least 1, was " + requestsPerConnection,
            "for example 10")
        .list();
  }

  public Workload {
    Problems.throwIfAny(problems(requestBytes, responseBytes, requestsPerConnection));
  }
}

package headroom.workload;

import headroom.problem.Problem;
import headroom.problem.Problems;
import java.util.List;
import java.util.OptionalLong;

/**
 * A kind of request that a workload mixes: read, write, checkout.
 *
 * @param name its name; services give it times and priorities of its own by this name
 * @param share its share of the workload's requests; shares are relative weights
 * @param value what one answered request of it is worth, in US dollars; 0 when nothing is said
 * @param requestBytes bytes in; the workload's when empty
 * @param responseBytes bytes out; the workload's when empty
 */
public record RequestClass(
    String name,
    double share,
    double value,
    OptionalLong requestBytes,
    OptionalLong responseBytes) {

  public static List<Problem> problems(
      double share, double value, OptionalLong requestBytes, OptionalLong responseBytes) {
    return Problems.of()
        .positive("share", share)
        .notNegative("value", value)
        .notNegative("request-bytes", (double) requestBytes.orElse(0))
        .notNegative("response-bytes", (double) responseBytes.orElse(0))
        .list();
  }

  public RequestClass {
    Problems.throwIfAny(problems(share, value, requestBytes, responseBytes));
  }
}

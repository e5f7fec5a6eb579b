package headroom.fleet.routing;

import headroom.spec.LoadBalancer;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a balancer has counted besides requests, as far as it can happen there.
 *
 * @param codes answers of its own by code; empty where it does not speak HTTP
 * @param surge what its surge queue did
 * @param stickinessBroken requests whose target was gone before its cookie had run out
 * @param ejections how often a target was taken out
 */
public record BalancerReport(
    SortedMap<String, Long> codes,
    Optional<Surge> surge,
    OptionalLong stickinessBroken,
    OptionalLong ejections) {

  /**
   * What a surge queue did.
   *
   * @param mean requests in it, on average
   * @param max requests in it, at most
   * @param spilled requests turned away since it was full
   */
  public record Surge(double mean, long max, long spilled) {}

  static BalancerReport of(
      LoadBalancer rule,
      Codes codes,
      @Nullable SurgeQueue surge,
      @Nullable Cookies cookies,
      Ejections ejections,
      long endNanos) {
    return new BalancerReport(
        rule.type().hasCodes() ? codes.counts() : new TreeMap<>(),
        Optional.ofNullable(surge)
            .map(queue ->
                new Surge(queue.length().mean(endNanos), queue.length().max(), queue.spilled())),
        cookies == null ? OptionalLong.empty() : OptionalLong.of(cookies.broken()),
        ejections.isPossible() ? OptionalLong.of(ejections.count()) : OptionalLong.empty());
  }
}

package headroom.fleet.flow;

import headroom.workload.Client;
import org.jspecify.annotations.Nullable;

/** What keeps senders from sending: their breakers, if they have any. */
final class SenderLimits {

  private static final double LOOKS = 20;

  private final @Nullable FlowBreaker breaker;
  private final double slowSeconds;

  SenderLimits(Client rule) {
    breaker = rule.breaker().map(FlowBreaker::new).orElse(null);
    slowSeconds = rule.breaker().map(b -> b.slow().toNanos() / 1e9).orElse(0.0);
  }

  /** The share of attempts that are sent. */
  double admits() {
    return breaker == null ? 1 : breaker.admits();
  }

  /** When they want to be looked at next, in nanoseconds. */
  long nextLook(long now) {
    if (breaker == null) {
      return Long.MAX_VALUE;
    }
    double until = breaker.until();
    long changes = until == Double.POSITIVE_INFINITY ? Long.MAX_VALUE : (long) (until * 1e9) + 1;
    long looks =
        breaker.isRestless() ? now + (long) (breaker.longestStep() / LOOKS * 1e9) : Long.MAX_VALUE;
    return Math.max(now + 1, Math.min(changes, looks));
  }

  /** Lets a step pass in which a client wanted to send. */
  void pass(FlowClient client, double begin, double seconds) {
    if (breaker == null) {
      return;
    }
    Ends ends = client.ends();
    double sent = Math.max(1e-12, breaker.admits());
    double answered = ends.answered() / sent;
    Times well = client.reply().well();
    double good = well.within(Math.min(slowSeconds, client.timeoutSeconds()));
    double slow = answered * (1 - good / Math.max(1e-12, well.within(client.timeoutSeconds())));
    double late = client.timeoutSeconds() > slowSeconds ? ends.share(Outcome.LATE) / sent : 0;
    breaker.pass(
        begin,
        seconds,
        client.origin().processes(),
        client.total(),
        Math.max(0, 1 - answered),
        slow + late,
        Math.min(client.timeoutSeconds(), well.mean()));
  }
}

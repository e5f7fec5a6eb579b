package headroom.fleet.flow;

import headroom.math.Erlangs;
import headroom.policy.limit.Bulkhead;
import headroom.workload.Client;
import org.jspecify.annotations.Nullable;

/**
 * What keeps senders from sending: throttle, bulkhead, rate limit and breaker, in that order, as in
 * {@code headroom.fleet.traffic.Caller}. All callers are alike and see the same.
 */
final class SenderLimits {

  private static final double LOOKS = 20;

  private final @Nullable FlowThrottle throttle;
  private final @Nullable Bulkhead bulkhead;
  private final @Nullable FlowRateLimit rate;
  private final @Nullable FlowBreaker breaker;
  private final boolean any;
  private final double slowSeconds;
  private double full;
  // To each caller's rate limit, a second.
  private double offered;
  private double passes = 1;
  private double change;
  // Of attempts that were sent into a backlog before: those that ended, badly, and slowly.
  private double ended;
  private double endedBadly;
  private double endedSlowly;

  SenderLimits(Client rule) {
    throttle = rule.throttle().map(FlowThrottle::new).orElse(null);
    bulkhead = rule.bulkhead().orElse(null);
    rate = rule.rateLimit().map(FlowRateLimit::new).orElse(null);
    breaker = rule.breaker().map(FlowBreaker::new).orElse(null);
    any = throttle != null || bulkhead != null || rate != null;
    slowSeconds = rule.breaker().map(b -> b.slow().toNanos() / 1e9).orElse(0.0);
  }

  /** Finds out how many of a step's attempts get past its limits, by what became of those before. */
  void look(FlowClient client, double seconds) {
    if (!any) {
      return;
    }
    double before = passes;
    double processes = client.origin().processes();
    double each = client.total() / seconds / processes;
    double ca2 = bulkhead == null && rate == null ? 1 : Gaps.ofOneSender(client);
    double sent = throttle == null ? each : each * (1 - throttle.turnsAway(processes));
    if (bulkhead != null) {
      double underWay = sent * UnderWay.holdSeconds(client);
      // Half way there: what is held follows from what gets past, and that from what is held.
      full = (full + Erlangs.b(bulkhead.concurrent(), underWay, ca2)) / 2;
      sent *= 1 - full;
    }
    offered = sent;
    sent *= rate == null ? 1 : 1 - rate.turnsAway(sent, ca2, seconds);
    passes = each > 0 ? sent / each : 1;
    change = Math.abs(passes - before);
  }

  /** True when {@link #look} may have to be taken again. */
  boolean areFelt() {
    return any;
  }

  /** By how much the last look changed the share that gets past. */
  double change() {
    return change;
  }

  /** The share of attempts that get past its limits. */
  double passes() {
    return passes;
  }

  /** The share of attempts that are sent. */
  double admits() {
    return breaker == null ? passes : passes * breaker.admits();
  }

  /** When they want to be looked at next, in nanoseconds. */
  long nextLook(long now) {
    long next = Long.MAX_VALUE;
    if (throttle != null && throttle.step() < Double.POSITIVE_INFINITY) {
      next = now + (long) (throttle.step() * 1e9);
    }
    if (breaker == null) {
      return next;
    }
    double until = breaker.until();
    long changes = until == Double.POSITIVE_INFINITY ? Long.MAX_VALUE : (long) (until * 1e9) + 1;
    long looks =
        breaker.isRestless() ? now + (long) (breaker.longestStep() / LOOKS * 1e9) : Long.MAX_VALUE;
    return Math.max(now + 1, Math.min(next, Math.min(changes, looks)));
  }

  /** So many attempts that were sent before have ended after so long. */
  void ended(double count, boolean well, boolean accepted, double took) {
    ended += count;
    endedBadly += well ? 0 : count;
    endedSlowly += took > slowSeconds ? count : 0;
    if (accepted && throttle != null) {
      throttle.accepted(count);
    }
  }

  /** Lets a step pass in which a client wanted to send. */
  void pass(FlowClient client, double begin, double seconds) {
    Ends ends = client.ends();
    if (throttle != null) {
      double accepted = ends.answered() + ends.share(Outcome.ERROR);
      throttle.pass(begin + seconds, client.total(), client.total() * accepted);
    }
    if (rate != null) {
      rate.settle(offered, seconds);
    }
    if (breaker != null) {
      pass(breaker, client, begin, seconds);
    }
    ended = 0;
    endedBadly = 0;
    endedSlowly = 0;
  }

  private void pass(FlowBreaker by, FlowClient client, double begin, double seconds) {
    Ends ends = client.ends();
    double made = client.total() * passes;
    double share = Math.max(1e-12, admits());
    double answered = ends.answered() / share;
    double now = 1 - ends.open() / share;
    boolean waits = client.waySeconds() + client.timeoutSeconds() > slowSeconds;
    double late = waits ? ends.share(Outcome.LATE) / share : 0;
    double slow = answered * UnderWay.slowerThan(slowSeconds, client) + late;
    // What is told at once, and what was sent into a backlog before and has ended in this step.
    double sent = made * by.admits();
    double told = sent * now + ended;
    double failing = sent * Math.max(0, now - answered) + endedBadly;
    if (by.isTrying() && now < 1) {
      // Only who was sent on trial counts: what becomes of it is clear from the backlog.
      told = sent;
      failing =
          UnderWay.answerSeconds(client) < client.waySeconds() + client.timeoutSeconds() ? 0 : sent;
    }
    by.pass(
        begin,
        seconds,
        client.origin().processes(),
        by.admits() == 1 ? told : made,
        told > 0 ? failing / told : 0,
        told > 0 ? (sent * slow + endedSlowly) / told : 0,
        UnderWay.answerSeconds(client));
  }
}

package headroom.fleet.routing;

import headroom.fleet.targets.Job;
import headroom.fleet.targets.Offer;
import headroom.kernel.Event;
import headroom.kernel.Phase;
import headroom.kernel.Simulation;
import headroom.policy.routing.HealthCheck;
import headroom.random.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Checks of one target that are served like requests: they take a worker or wait for one, and fail
 * when they are refused or late. Its own next check, or the end of the time for the last one.
 */
final class DeepChecks extends Event {

  private final Entry entry;
  private final HealthCheck rule;
  private final Simulation simulation;
  private final Stream luck;
  private final Verdict verdict;
  private @Nullable Probe waiting;
  private long next;
  private long number;
  private int passes;
  private int failures;
  private boolean everPassed;

  /** Hears what enough checks in a row have found. */
  interface Verdict {
    void healthy(Entry entry, long nowNanos);

    void unhealthy(Entry entry, long nowNanos);
  }

  /** One check on its way through a server. */
  private final class Probe extends Job {

    private Probe(double demand) {
      demandLuck = demand;
    }

    @Override
    protected boolean isAbandoned() {
      return waiting != this;
    }

    @Override
    protected void served(long now) {
      if (waiting == this && !isUnheard()) {
        ended(spoiltBy().isEmpty(), now);
      }
    }

    @Override
    protected void lost(long now) {
      failedIfWaiting(now);
    }

    @Override
    protected void dropped(long now) {
      failedIfWaiting(now);
    }

    @Override
    protected void overdue(long now) {
      failedIfWaiting(now);
    }

    private void failedIfWaiting(long now) {
      if (waiting == this) {
        ended(false, now);
      }
    }

    @Override
    public String toString() {
      return "health check of " + entry.where();
    }
  }

  DeepChecks(
      Entry entry,
      HealthCheck rule,
      boolean known,
      Simulation simulation,
      Stream luck,
      Verdict on) {
    this.entry = entry;
    this.rule = rule;
    this.simulation = simulation;
    this.luck = luck.of(entry.server().instance().ordinal());
    this.verdict = on;
    this.everPassed = known;
    this.next = entry.checkedFrom;
    simulation.schedule(this, next, Phase.WORK);
  }

  /** No more checks. */
  void stop() {
    waiting = null;
    simulation.cancel(this);
  }

  @Override
  protected void fire(long now) {
    if (waiting != null) {
      ended(false, now);
      return;
    }
    next = now + rule.every().toNanos();
    Probe probe = new Probe(luck.at(number++));
    waiting = probe;
    boolean arrives = entry.server().isUp() && !entry.server().swallows(probe, now);
    Offer answer = arrives ? entry.server().offer(probe, now) : Offer.TAKEN;
    if (answer != Offer.TAKEN) {
      ended(false, now);
    } else if (waiting != null) {
      simulation.schedule(this, now + rule.timeout().toNanos(), Phase.WORK);
    }
  }

  private void ended(boolean passed, long now) {
    waiting = null;
    passes = passed ? passes + 1 : 0;
    failures = passed ? 0 : failures + 1;
    simulation.cancel(this);
    simulation.schedule(this, next, Phase.WORK);
    // Whoever reports it is still in the middle of something: what follows is an event of its own.
    if (passed && (passes == rule.healthyAfter() || !everPassed)) {
      everPassed = true;
      simulation.at(now, Phase.CHANGE, at -> verdict.healthy(entry, at));
    } else if (!passed && failures == rule.unhealthyAfter()) {
      simulation.at(now, Phase.CHANGE, at -> verdict.unhealthy(entry, at));
    }
  }

  @Override
  public String toString() {
    return "next health check of " + entry.where();
  }
}

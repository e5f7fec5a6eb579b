package headroom.fleet.instances;

import headroom.fleet.instances.Region.Market;
import headroom.kernel.Phase;
import headroom.kernel.Simulation;
import headroom.math.Elementary;
import headroom.policy.placement.InterruptionAction;
import headroom.policy.placement.Mix;
import headroom.random.Stream;
import headroom.results.Why;
import headroom.supply.Disk;
import headroom.supply.SpotPool;

/**
 * Takes the spot instances of a group back, each after a time of its own from its start or when its
 * price rises above what the group pays, and says so before (fleet sheet §1.6 [E11] to [E13]).
 */
public final class SpotInterruptions implements InstanceListener {

  private static final double HOUR_NANOS = 3.6e12;

  private final Market market;
  private final Mix rule;
  private final Simulation simulation;
  private final Stream luck;
  private final long endNanos;

  /**
   * Makes the interruptions of a group.
   *
   * @param luck when each of its instances is taken back
   */
  public SpotInterruptions(
      Market market, Mix rule, Simulation simulation, Stream luck, long endNanos) {
    this.market = market;
    this.rule = rule;
    this.simulation = simulation;
    this.luck = luck;
    this.endNanos = endNanos;
  }

  @Override
  public void running(Instance instance, long now) {
    if (!instance.isSpot()) {
      return;
    }
    SpotQuote quote = market.quote(instance).orElseThrow();
    long taken = capacityEnds(instance, quote.pool(), now);
    long outbid = priceRises(quote, now);
    long at = Math.min(taken, outbid);
    if (at <= endNanos) {
      schedule(instance, quote.pool(), outbid < taken, at, now);
    }
  }

  private long capacityEnds(Instance instance, SpotPool pool, long now) {
    double hazard = pool.hazardPerHour();
    if (hazard <= 0) {
      return SpotQuote.NEVER;
    }
    double nanos = -Elementary.log(luck.at(instance.ordinal())) / hazard * HOUR_NANOS;
    return nanos <= endNanos - now ? now + (long) nanos : SpotQuote.NEVER;
  }

  /** When it is taken back for its price: the notice is given when that rises. */
  private long priceRises(SpotQuote quote, long now) {
    long rises = quote
        .most(rule.maximumPrice())
        .map(most -> quote.risesAbove(most, now))
        .orElse(SpotQuote.NEVER);
    return rises == SpotQuote.NEVER ? rises : rises + notice(quote.pool());
  }

  /** Hibernation begins at the notice ([E11]). */
  private long notice(SpotPool pool) {
    return rule.onInterruption() == InterruptionAction.HIBERNATE
        ? 0
        : pool.notice().toNanos();
  }

  private void schedule(Instance instance, SpotPool pool, boolean outbid, long at, long now) {
    pool.rebalanceRecommendation()
        // A price that rises is news to the provider too.
        .filter(before -> !outbid && rule.capacityRebalancing())
        .ifPresent(before -> simulation.at(
            Math.max(now, at - before.toNanos()), Phase.CHANGE, then -> recommend(instance, then)));
    simulation.at(Math.max(now, at - notice(pool)), Phase.CHANGE, then -> tell(instance, then));
    simulation.at(at, Phase.CHANGE, then -> takeBack(instance, outbid, then));
  }

  private static void recommend(Instance instance, long now) {
    if (instance.state().isRunning()) {
      instance.group().news().rebalanceRecommended(instance, now);
    }
  }

  private static void tell(Instance instance, long now) {
    if (instance.state().isRunning()) {
      instance.group().news().interruptionNoticed(instance, now);
    }
  }

  private void takeBack(Instance instance, boolean outbid, long now) {
    if (!instance.state().isRunning() || instance.isHalted()) {
      return;
    }
    instance.interrupt(outbid);
    InstanceGroup group = instance.group();
    String why = outbid ? "spot price above the maximum" : "spot capacity taken back";
    // What is not in service has nothing that would be worth keeping.
    switch (instance.isInService() ? rule.onInterruption() : InterruptionAction.TERMINATE) {
      case STOP -> group.power().stop(instance, 0, now, why);
      case HIBERNATE -> {
        double memory = market.type(instance.type()).memoryGiB();
        group.power().hibernate(instance, Disk.memoryNanos(memory), now, why);
      }
      default -> group.crash(instance, Why.CAPACITY, now);
    }
  }
}

package headroom.fleet.instances;

import headroom.fleet.instances.Region.Market;
import headroom.kernel.Phase;
import headroom.kernel.Simulation;
import headroom.math.Elementary;
import headroom.random.Stream;

/**
 * Takes the spot instances of a group back, each after a time of its own from its start, and says so
 * two minutes before (fleet sheet §1.6 [E11]).
 */
public final class SpotInterruptions implements InstanceListener {

  private static final long NOTICE_NANOS = 120_000_000_000L;

  private static final double HOUR_NANOS = 3.6e12;

  private final Market market;
  private final Simulation simulation;
  private final Stream luck;
  private final long endNanos;

  /**
   * Makes the interruptions of a group.
   *
   * @param luck when each of its instances is taken back
   */
  public SpotInterruptions(Market market, Simulation simulation, Stream luck, long endNanos) {
    this.market = market;
    this.simulation = simulation;
    this.luck = luck;
    this.endNanos = endNanos;
  }

  @Override
  public void running(Instance instance, long now) {
    double hazard = instance.isSpot() ? market.hazardPerHour(instance) : 0;
    if (hazard > 0) {
      double nanos = -Elementary.log(luck.at(instance.ordinal())) / hazard * HOUR_NANOS;
      if (nanos <= endNanos - now) {
        long at = now + (long) nanos;
        simulation.at(
            Math.max(now, at - NOTICE_NANOS), Phase.CHANGE, then -> notice(instance, then));
        simulation.at(at, Phase.CHANGE, then -> takeBack(instance, then));
      }
    }
  }

  private static void notice(Instance instance, long now) {
    if (instance.state().isRunning()) {
      instance.group().noticed(instance, now);
    }
  }

  private static void takeBack(Instance instance, long now) {
    if (instance.state().isRunning()) {
      instance.group().interrupt(instance, now);
    }
  }
}

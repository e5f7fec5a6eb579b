package headroom.fleet.scaling;

import headroom.fleet.instances.Instance;
import headroom.fleet.instances.InstanceGroup;
import headroom.fleet.instances.InstanceListener;
import headroom.fleet.instances.Preparation;
import headroom.fleet.instances.Region.Market;
import headroom.fleet.instances.State;
import headroom.kernel.Phase;
import headroom.kernel.Simulation;
import headroom.policy.placement.Mix;
import headroom.policy.placement.Weights;
import headroom.policy.placement.ZoneBalance;
import headroom.policy.retry.Backoff;
import headroom.random.Chance;
import headroom.results.Recorder;
import headroom.spec.Group;
import headroom.spec.WarmPool;
import headroom.spec.WarmPool.PoolState;
import headroom.supply.Image;
import headroom.supply.LaunchError;
import java.util.Comparator;
import java.util.Optional;

/** Keeps instances prepared beside a group, and hands them over (fleet sheet §4.11 [A25]). */
public final class WarmPoolKeeper implements InstanceListener, Launcher.Prepared, Departures.Reuse {

  /**
   * What a warm pool is made of.
   *
   * @param rule how large it is, and what its instances are
   * @param instances those it has
   * @param market where it gets them
   */
  public record Parts(WarmPool rule, InstanceGroup instances, Market market) {}

  private final WarmPool rule;
  private final InstanceGroup pool;
  private final InstanceGroup group;
  private final Units units;
  private final Market market;
  private final Scaler scaler;
  private final Simulation simulation;
  private final Launcher launcher;
  private boolean reconciling;

  WarmPoolKeeper(
      Group owner,
      Parts parts,
      InstanceGroup group,
      Market market,
      Scaler scaler,
      Backoff launchRetry,
      Simulation simulation,
      Chance chance,
      Recorder recorder,
      long countsFrom) {
    this.rule = parts.rule();
    this.pool = parts.instances();
    this.group = group;
    this.units = Units.of(owner, pool);
    this.market = market;
    this.scaler = scaler;
    this.simulation = simulation;
    this.launcher = new Launcher(
        pool,
        parts.market(),
        Mix.ON_DEMAND,
        units,
        new Activities(countsFrom),
        simulation,
        recorder,
        launchRetry,
        chance.of(owner.name(), "warm-pool-retry"),
        this::reconcile,
        () -> false);
    pool.listen(this);
  }

  InstanceGroup instances() {
    return pool;
  }

  private int wanted() {
    return rule.size(scaler.desired(), scaler.max());
  }

  /** All that it should have is there, prepared, from the very beginning. */
  void present() {
    launcher.present(wanted());
  }

  /** Prepares what is missing, and ends what is too much. */
  void reconcile(long now) {
    if (reconciling) {
      return;
    }
    reconciling = true;
    launcher.launch(wanted() - units.population(), now, "prepares for the warm pool");
    boolean mayEnd = true;
    while (mayEnd && units.population() > wanted()) {
      Instance last = pool.live().stream()
          .filter(instance -> instance.state() != State.FAILED)
          .max(Comparator.comparingInt(Instance::ordinal))
          .orElseThrow();
      mayEnd = Weights.mayGo(wanted(), units.population(), units.of(last));
      if (mayEnd) {
        pool.terminate(last, now, "the warm pool is to be smaller");
      }
    }
    reconciling = false;
  }

  /** From now on it prepares from another image, and what it has of the old one ends. */
  void launchFrom(Image image, long now) {
    pool.launchFrom(image);
    endOutdated(now);
  }

  /** Back to what it prepared at an earlier version, which is the group's as well. */
  void launchAgain(int version, long now) {
    pool.launchAgain(version);
    endOutdated(now);
  }

  private void endOutdated(long now) {
    pool.live().stream()
        .filter(instance -> !pool.isCurrent(instance))
        .sorted(Comparator.comparingInt(Instance::ordinal))
        .toList()
        .forEach(instance -> pool.terminate(instance, now, "another image is to be prepared"));
    simulation.at(now, Phase.DECIDE, this::reconcile);
  }

  @Override
  public void inService(Instance instance, long now) {
    if (rule.poolState() != PoolState.RUNNING) {
      pool.stop(instance, now);
    }
  }

  @Override
  public void startFailed(Instance instance, LaunchError error, long now) {
    pool.terminate(instance, now, error.words());
    launcher.failedStart(error, now);
  }

  /** The zone with the fewest of the group comes first that has a prepared one to give. */
  @Override
  public boolean launch(long wantedSince, long now, String why) {
    for (int zone : ZoneBalance.order(group.populations())) {
      Optional<Instance> ready = ready(zone, now);
      if (ready.isPresent()) {
        Instance from = ready.get();
        long runsSince = from.isInService() ? from.runningSince() : -1;
        pool.handOver(from, now);
        Preparation how = Preparation.valueOf(rule.poolState().name());
        group.launchPrepared(how, from, runsSince, wantedSince, now, why);
        simulation.at(now, Phase.DECIDE, this::reconcile);
        return true;
      }
    }
    return false;
  }

  private Optional<Instance> ready(int zone, long now) {
    boolean running = rule.poolState() == PoolState.RUNNING;
    return pool.live().stream()
        .filter(instance -> instance.zone() == zone)
        .filter(instance -> instance.state() == (running ? State.IN_SERVICE : State.STOPPED))
        // What is stopped has given its place back, and may be refused another.
        .filter(instance -> running
            ? market.isUp(zone)
            : market.refusal(instance.type(), zone, now).isEmpty())
        .min(Comparator.comparingInt(Instance::ordinal));
  }

  @Override
  public boolean take(Instance instance, long now) {
    boolean fits = !instance.isSpot() && group.isCurrent(instance);
    if (!rule.reuseOnScaleIn() || !fits || units.population() >= wanted()) {
      return false;
    }
    group.terminate(instance, now, "returned to the warm pool");
    pool.arrive(instance, now, now);
    return true;
  }
}

package headroom.fleet.faults;

import headroom.fault.Outage;
import headroom.fault.ProcessFailures;
import headroom.fleet.instances.Instance;
import headroom.fleet.instances.InstanceListener;
import headroom.fleet.targets.ServerGroup;
import headroom.kernel.Phase;
import headroom.kernel.Simulation;
import headroom.random.Sampler;
import headroom.random.Stream;

/** Lets what serves on the instances of a group die, and its supervisor start it again. */
public final class ProcessDeaths implements InstanceListener {

  private static final double NANOS = 1e9;

  private final ProcessFailures rule;
  private final ServerGroup group;
  private final Sampler lifetime;
  private final Sampler restart;
  private final Stream luck;
  private final Stream luckOfRestart;
  private final Simulation simulation;
  private final Tally tally;
  private final long endNanos;

  public ProcessDeaths(
      ProcessFailures rule,
      ServerGroup group,
      Stream luck,
      Simulation simulation,
      Tally tally,
      long endNanos) {
    this.rule = rule;
    this.group = group;
    this.lifetime = rule.timeToFailure().sampler();
    this.restart = rule.restart().sampler();
    this.luck = luck.of("lifetime");
    this.luckOfRestart = luck.of("restart");
    this.simulation = simulation;
    this.tally = tally;
    this.endNanos = endNanos;
  }

  @Override
  public void inService(Instance instance, long now) {
    double nanos = lifetime.sample(luck.at(instance.place(), instance.life())) * NANOS;
    // Compared as it is: a lifetime beyond the end need not fit into a long.
    if (nanos <= endNanos - now) {
      simulation.at(now + (long) nanos, Phase.CHANGE, at -> die(instance, at));
    }
  }

  private void die(Instance instance, long now) {
    if (!instance.isInService()) {
      return;
    }
    double nanos = restart.sample(luckOfRestart.at(instance.place(), instance.life())) * NANOS;
    long takes = (long) Math.min(nanos, Long.MAX_VALUE / 2.0 - now);
    tally.outage(new Outage(now, now + takes));
    tally.took(1, now);
    group.loses(rule.name());
    instance.group().power().restart(instance, takes, now, rule.name());
  }
}

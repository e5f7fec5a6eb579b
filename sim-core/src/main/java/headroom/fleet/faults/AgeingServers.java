package headroom.fleet.faults;

import headroom.fault.Ageing;
import headroom.fault.Ageing.Restart;
import headroom.fleet.instances.Instance;
import headroom.fleet.instances.InstanceListener;
import headroom.fleet.instances.State;
import headroom.fleet.targets.Ailment;
import headroom.fleet.targets.ServerGroup;
import headroom.kernel.Phase;
import headroom.kernel.Simulation;
import headroom.random.Stream;

/**
 * Lets every server of a group grow slower from when it comes into service, and restarts it at its
 * age. Those that are there at the start are of any age up to that.
 */
public final class AgeingServers implements InstanceListener {

  private final Ageing rule;
  private final ServerGroup group;
  private final Stream luck;
  private final Simulation simulation;
  private final Tally tally;
  private final long endNanos;

  /** To be listened to instances with, after the group of servers itself. */
  public AgeingServers(
      Ageing rule,
      ServerGroup group,
      Stream luck,
      Simulation simulation,
      Tally tally,
      long endNanos) {
    this.rule = rule;
    this.group = group;
    this.luck = luck;
    this.simulation = simulation;
    this.tally = tally;
    this.endNanos = endNanos;
  }

  @Override
  public void inService(Instance instance, long now) {
    long born = now == 0 ? -ageAtStart(instance) : now;
    Ailment ailment =
        new Ailment(rule.name(), at -> rule.speedAt(at - born), 1, 0, 0, 0, 0, luck.of("unused"));
    group.ailing().ails(instance, ailment, now);
    rule.restart().ifPresent(restart -> killLater(instance, restart, born, now));
  }

  private long ageAtStart(Instance instance) {
    return rule.restart()
        .map(restart -> (long) (luck.at(instance.place()) * restart.age().toNanos()))
        .orElse(0L);
  }

  private void killLater(Instance instance, Restart restart, long born, long now) {
    long at = Math.max(now, born + restart.age().toNanos());
    if (at <= endNanos) {
      simulation.at(at, Phase.CHANGE, when -> kill(instance, restart, when));
    }
  }

  private void kill(Instance instance, Restart restart, long now) {
    if (!instance.isInService()) {
      return;
    }
    tally.struck(now);
    tally.took(1, now);
    instance.group().crash(instance, rule.name(), now);
    long back = now + restart.takes().toNanos();
    if (back <= endNanos) {
      simulation.at(back, Phase.CHANGE, at -> {
        if (instance.state() == State.FAILED) {
          instance.group().repair(instance, at);
        }
      });
    }
  }
}

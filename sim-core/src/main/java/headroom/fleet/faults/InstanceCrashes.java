package headroom.fleet.faults;

import headroom.fault.InstanceFailures;
import headroom.fleet.instances.Instance;
import headroom.fleet.instances.InstanceListener;
import headroom.random.Chance;
import headroom.random.Sampler;
import headroom.random.Stream;

/** Gives every instance of a group its lifetime when it comes into service. */
public final class InstanceCrashes implements InstanceListener {

  private final InstanceFailures rule;
  private final Sampler lifetime;
  private final Stream luck;
  private final long endNanos;

  public InstanceCrashes(InstanceFailures rule, Chance chance, long endNanos) {
    this.rule = rule;
    this.lifetime = rule.timeToFailure().sampler();
    this.luck = chance.of(rule.of(), "lifetime").of(rule.name());
    this.endNanos = endNanos;
  }

  @Override
  public void inService(Instance instance, long now) {
    double seconds = lifetime.sample(luck.at(instance.ordinal()));
    // Compared in seconds: a lifetime beyond the end need not fit into nanoseconds.
    if (seconds * 1e9 <= endNanos - now) {
      instance.group().crashAt(instance, now + (long) (seconds * 1e9), rule.name());
    }
  }
}

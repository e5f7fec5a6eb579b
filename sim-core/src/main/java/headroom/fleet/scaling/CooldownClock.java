package headroom.fleet.scaling;

import headroom.fleet.instances.Instance;
import headroom.fleet.instances.InstanceListener;
import headroom.policy.scaling.Cooldown;
import java.util.Set;
import java.util.TreeSet;

/** Follows the instances of a simple policy's activity until all are there, or gone. */
final class CooldownClock implements InstanceListener {

  private final Set<Integer> unfinished = new TreeSet<>();
  private boolean collecting;
  private long finishedAt;
  private long lasts;

  Cooldown cooldown() {
    return new Cooldown(unfinished.size(), finishedAt, lasts);
  }

  /** An activity begins; what is launched or taken away until {@link #begun} belongs to it. */
  void begin(long now, long cooldownNanos) {
    collecting = true;
    finishedAt = now;
    lasts = cooldownNanos;
  }

  void begun() {
    collecting = false;
  }

  @Override
  public void asked(Instance instance, long now) {
    starts(instance);
  }

  @Override
  public void mayGoNoMore(Instance instance, long now) {
    starts(instance);
  }

  private void starts(Instance instance) {
    if (collecting) {
      unfinished.add(instance.ordinal());
    }
  }

  @Override
  public void inService(Instance instance, long now) {
    finishes(instance, now);
  }

  @Override
  public void terminated(Instance instance, long now) {
    finishes(instance, now);
  }

  private void finishes(Instance instance, long now) {
    if (unfinished.remove(instance.ordinal())) {
      finishedAt = now;
    }
  }
}

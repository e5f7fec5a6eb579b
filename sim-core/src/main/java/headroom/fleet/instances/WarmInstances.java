package headroom.fleet.instances;

import java.util.ArrayDeque;

/** How many instances of a group have been in service for a while, without looking at each. */
public final class WarmInstances implements InstanceListener {

  private final InstanceGroup group;
  private final long warmUpNanos;
  private final ArrayDeque<Instance> young = new ArrayDeque<>();
  private int youngInService;
  private long settledAt;

  /** To be made before the group has instances. */
  public WarmInstances(InstanceGroup group, long warmUpNanos) {
    this.group = group;
    this.warmUpNanos = warmUpNanos;
    group.listen(this);
  }

  @Override
  public void inService(Instance instance, long now) {
    if (now > 0 && warmUpNanos > 0) {
      young.add(instance);
      youngInService++;
    }
  }

  @Override
  public void outOfService(Instance instance, long now) {
    long since = instance.inServiceSince();
    if (since > 0 && warmUpNanos > 0 && settledAt - since < warmUpNanos) {
      youngInService--;
    }
  }

  /** Instances in service since at least the while; those of time zero count at once. */
  public int count(long now) {
    settledAt = now;
    for (Instance head = young.peek(); head != null; head = young.peek()) {
      if (now - head.inServiceSince() < warmUpNanos) {
        break;
      }
      young.remove();
      youngInService -= head.isInService() ? 1 : 0;
    }
    return group.count(State.IN_SERVICE) - youngInService;
  }
}

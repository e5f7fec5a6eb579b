package headroom.fleet.flow;

import headroom.fleet.instances.Instance;
import headroom.fleet.instances.InstanceListener;

/** Passes on what becomes of the instances of one zone. */
final class InZone implements InstanceListener {

  private final String zone;
  private final InstanceListener listener;

  InZone(String zone, InstanceListener listener) {
    this.zone = zone;
    this.listener = listener;
  }

  private boolean has(Instance instance) {
    return instance.zoneName().equals(zone);
  }

  @Override
  public void inService(Instance instance, long now) {
    if (has(instance)) {
      listener.inService(instance, now);
    }
  }

  @Override
  public void outOfService(Instance instance, long now) {
    if (has(instance)) {
      listener.outOfService(instance, now);
    }
  }

  @Override
  public void draining(Instance instance, long now) {
    if (has(instance)) {
      listener.draining(instance, now);
    }
  }

  @Override
  public void crashed(Instance instance, long now) {
    if (has(instance)) {
      listener.crashed(instance, now);
    }
  }

  @Override
  public void halted(Instance instance, long now) {
    if (has(instance)) {
      listener.halted(instance, now);
    }
  }

  @Override
  public void terminated(Instance instance, long now) {
    if (has(instance)) {
      listener.terminated(instance, now);
    }
  }
}

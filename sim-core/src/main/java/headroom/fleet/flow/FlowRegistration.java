package headroom.fleet.flow;

import headroom.fleet.instances.Instance;
import headroom.fleet.instances.InstanceListener;
import headroom.fleet.routing.Network;
import headroom.fleet.targets.ServerGroup;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What a balancer of rates is told of its targets: at once, or, while balancers cannot be changed,
 * when they can be again, as in {@code headroom.fleet.routing.Registration} (fleet sheet §7.1,
 * December 2012).
 */
final class FlowRegistration implements InstanceListener {

  private final FlowDoor door;
  private final ServerGroup group;
  private final Network network;
  private final String region;
  private final Set<Instance> outside = new LinkedHashSet<>();
  private final Set<Instance> staying = new LinkedHashSet<>();

  FlowRegistration(FlowDoor door, ServerGroup group, Network network, String region) {
    this.door = door;
    this.group = group;
    this.network = network;
    this.region = region;
  }

  @Override
  public void inService(Instance instance, long now) {
    String cause = network.planeDownBy(region);
    if (now == 0 || cause.isEmpty()) {
      door.inService(instance, now);
      return;
    }
    outside.add(instance);
    group.pressedBy(cause, at -> !outside.isEmpty());
    network.whenPlaneIsBack(region, at -> {
      if (outside.remove(instance)) {
        door.inService(instance, at);
      }
    });
  }

  @Override
  public void draining(Instance instance, long now) {
    if (network.planeDownBy(region).isEmpty()) {
      door.draining(instance, now);
      return;
    }
    staying.add(instance);
    network.whenPlaneIsBack(region, at -> {
      if (staying.remove(instance)) {
        door.draining(instance, at);
      }
    });
  }

  @Override
  public void crashed(Instance instance, long now) {
    halted(instance, now);
  }

  @Override
  public void halted(Instance instance, long now) {
    staying.remove(instance);
    if (!outside.contains(instance)) {
      door.halted(instance, now);
    }
  }

  @Override
  public void terminated(Instance instance, long now) {
    staying.remove(instance);
    outside.remove(instance);
    door.terminated(instance, now);
  }
}

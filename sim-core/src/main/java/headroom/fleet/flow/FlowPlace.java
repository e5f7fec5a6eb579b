package headroom.fleet.flow;

import headroom.fleet.instances.Instance;
import headroom.fleet.routing.ToldAddresses;
import java.util.List;

/** One of the things a name points to, as rates: a balancer, or a group with its addresses. */
final class FlowPlace {

  private final FlowDoor door;
  private final boolean hasAddresses;
  private final ToldAddresses<Instance> told = new ToldAddresses<>();

  /** What the name's own checks say. */
  boolean healthy = true;

  FlowPlace(FlowDoor door) {
    this.door = door;
    this.hasAddresses = door.rule() == null;
  }

  FlowDoor door() {
    return door;
  }

  ToldAddresses<Instance> told() {
    return told;
  }

  /** Whether answers should lead there. */
  boolean isAnswered() {
    return healthy && (!hasAddresses || told.areCurrent());
  }

  /** The instances that an answer names now; of a balancer, none. */
  List<Instance> addresses() {
    return List.copyOf(told.list());
  }

  /** Addresses in an answer that names all places. */
  int size() {
    return hasAddresses ? told.list().size() : 1;
  }

  /** True when an answer that leads here leads nowhere. */
  boolean isBlank(List<Instance> named) {
    return hasAddresses && named.isEmpty();
  }
}

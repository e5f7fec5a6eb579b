package headroom.fleet.instances;

import java.util.List;
import java.util.Optional;

/** Where a group's instances may lie: on hosts of the account's own first, then on the cloud's. */
final class Lodgings {

  /** Of those that lie on other instances. */
  static final Lodgings NONE = new Lodgings(List.of(), Optional.empty(), false);

  private final List<Lodging> own;
  private final Optional<Lodging> cloud;
  private final boolean burst;

  /**
   * @param own on the account's hosts, the preferred first
   * @param cloud on the cloud's; empty where nobody counts these
   * @param burst true when the cloud gives what the account's own hosts have no room for
   */
  Lodgings(List<Lodging> own, Optional<Lodging> cloud, boolean burst) {
    this.own = List.copyOf(own);
    this.cloud = cloud;
    this.burst = burst;
  }

  boolean hasOwn() {
    return !own.isEmpty();
  }

  /** True when the cloud may be asked. */
  boolean asksTheCloud() {
    return own.isEmpty() || burst;
  }

  boolean hasOwnRoom(int type, int zone) {
    for (Lodging lodging : own) {
      if (lodging.hasRoom(type, zone)) {
        return true;
      }
    }
    return false;
  }

  boolean hasCloudRoom(int type, int zone) {
    return cloud.isEmpty() || cloud.get().hasRoom(type, zone);
  }

  void take(Instance instance) {
    Optional<Lodging> place = instance.host() >= 0 ? placeOf(instance) : firstWithRoom(instance);
    place.ifPresent(lodging -> lodging.take(instance));
  }

  private Optional<Lodging> firstWithRoom(Instance instance) {
    for (Lodging lodging : own) {
      if (lodging.hasRoom(instance.type(), instance.zone())) {
        return Optional.of(lodging);
      }
    }
    return cloud;
  }

  void leave(Instance instance) {
    if (instance.leavesItsHost()) {
      placeOf(instance).ifPresent(lodging -> lodging.leave(instance));
    }
  }

  private Optional<Lodging> placeOf(Instance instance) {
    return own.stream().filter(lodging -> lodging.isOf(instance)).findFirst().or(() -> cloud);
  }
}

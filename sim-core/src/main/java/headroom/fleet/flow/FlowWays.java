package headroom.fleet.flow;

import headroom.spec.Geography;
import headroom.workload.Workload;

/**
 * The ways between regions, which take time both ways: an attempt comes to its door when that has
 * passed, as in {@code headroom.fleet.routing.Approach}.
 */
final class FlowWays {

  private final Geography places;

  FlowWays(Geography places) {
    this.places = places;
  }

  /** How long the way to a door and back takes, in seconds; 0 where nobody says. */
  double seconds(Origin origin, FlowDoor door) {
    if (!places.hasDistances()) {
      return 0;
    }
    FlowStation caller = origin.station();
    Workload workload = origin.workload();
    String near = workload == null ? "" : workload.from().orElse("");
    String from = caller == null ? near : regionOf(caller);
    return places.roundTripNanos(from, regionOf(door.station())) / 1e9;
  }

  private String regionOf(FlowStation station) {
    return places.ofZone(station.group().instances().zoneName(0));
  }
}

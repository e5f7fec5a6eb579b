package headroom.fleet.flow;

import headroom.fleet.instances.Instance;
import headroom.fleet.instances.InstanceGroup;
import headroom.fleet.targets.Ailment;
import headroom.fleet.targets.AilmentListener;
import headroom.fleet.targets.ServerGroup;
import headroom.random.Stream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The groups of a scenario as stations: each is one, or, where a balancer keeps to its zones, one for
 * each zone, since what waits in one is not served in another.
 */
final class FlowStations {

  private final Map<String, List<FlowStation>> byGroup = new LinkedHashMap<>();

  /** Adds a group; all its stations are in the part. */
  List<FlowStation> add(
      ServerGroup group, FlowPart part, Stream luck, boolean mayAil, boolean byZone) {
    InstanceGroup instances = group.instances();
    StationMeter meter = new StationMeter(group, luck);
    List<FlowStation> stations = new ArrayList<>();
    int zones = byZone ? instances.zones() : 1;
    meter.isToldBy(zones);
    for (int zone = 0; zone < zones; zone++) {
      String only = zones == 1 ? "" : instances.zoneName(zone);
      stations.add(new FlowStation(group, part, meter, zone, only, mayAil));
    }
    stations.forEach(part::add);
    byGroup.put(instances.name(), stations);
    instances.listen(meter);
    return stations;
  }

  /** Lets stations see to a group whose requests nobody serves one by one. */
  static void standFor(ServerGroup group, List<FlowStation> stations) {
    group.leaveOutServers(
        (share, now) -> stations.forEach(station -> station.setSpeed(share, now)));
    List<FlowAiling> ailing = new ArrayList<>();
    for (FlowStation station : stations) {
      FlowAiling one = station.ailing();
      if (one != null) {
        ailing.add(one);
        station.listen(one);
      }
    }
    if (!ailing.isEmpty()) {
      group.ailing().hear(new Ailments(stations, ailing));
    }
  }

  /** Tells each station of its own instances. */
  private record Ailments(List<FlowStation> stations, List<FlowAiling> ailing)
      implements AilmentListener {

    @Override
    public void ails(Instance instance, Ailment ailment, long now) {
      for (int i = 0; i < ailing.size(); i++) {
        if (stations.get(i).has(instance)) {
          ailing.get(i).ails(instance, ailment, now);
        }
      }
    }

    @Override
    public void recovers(Ailment ailment, long now) {
      ailing.forEach(one -> one.recovers(ailment, now));
    }
  }

  /** Those of a group: one, or each zone's. */
  List<FlowStation> of(String group) {
    List<FlowStation> stations = byGroup.get(group);
    if (stations == null) {
      throw new IllegalStateException("no group " + group);
    }
    return stations;
  }

  /** The one, or the first zone's. */
  FlowStation first(String group) {
    return of(group).get(0);
  }

  /** Every group's stations. */
  Collection<List<FlowStation>> all() {
    return byGroup.values();
  }

  /** Results count from now. */
  void startCounting(long now) {
    byGroup.values().forEach(stations -> stations.get(0).meter().startCounting(now));
  }

  /** The caches in front of a group's calls lose a share of what they hold. */
  void loseCaches(String group, double share, String cause, long now) {
    for (FlowStation station : of(group)) {
      station.part().advance(now);
      station.work().loseCaches(share, cause);
    }
  }
}

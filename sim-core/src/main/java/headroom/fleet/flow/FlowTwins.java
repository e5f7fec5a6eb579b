package headroom.fleet.flow;

import headroom.fleet.targets.ServerGroup;
import headroom.kernel.Simulation;
import headroom.random.Chance;
import headroom.results.ShadeAccount;
import headroom.results.Window;
import headroom.spec.Geography;
import headroom.spec.LoadBalancer;
import headroom.workload.Workload;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The parts in the shade of a hybrid, by group and by door. */
final class FlowTwins {

  // Nobody is charged for what is in the shade.
  private static final Geography NOWHERE = new Geography(List.of());

  private final Simulation simulation;
  private final Chance chance;
  private final Window window;
  private final Map<String, FlowTwin> byGroup = new LinkedHashMap<>();
  private final Map<String, FlowDoor> doors = new LinkedHashMap<>();

  FlowTwins(Simulation simulation, Chance chance, Window window) {
    this.simulation = simulation;
    this.chance = chance;
    this.window = window;
  }

  void add(ServerGroup group) {
    FlowPart part = new FlowPart();
    String name = group.instances().name();
    part.add(new FlowStation(group, part, chance.of(name, "measured-in-shade"), false));
    byGroup.put(name, new FlowTwin(part));
  }

  void add(LoadBalancer rule) {
    FlowStation station = station(rule.targets());
    FlowMeter meter = FlowMeter.at(rule, station, NOWHERE, window);
    FlowDoor door =
        new FlowDoor(rule, station, simulation, chance, FlowTwin.BLIND, FlowTwin.DEAF, meter);
    open(rule.name(), door).shiftBy(rule.zonalShifts());
  }

  private FlowDoor open(String name, FlowDoor door) {
    door.opens();
    doors.put(name, door);
    return door;
  }

  FlowTwin of(String group) {
    FlowTwin twin = byGroup.get(group);
    if (twin == null) {
      throw new IllegalStateException("no group " + group);
    }
    return twin;
  }

  private FlowStation station(String group) {
    return of(group).part().stations().get(0);
  }

  /** The door that a workload asks there. */
  FlowDoor doorTo(String name) {
    FlowDoor door = doors.get(name);
    if (door == null) {
      FlowMeter meter = FlowMeter.at(station(name), window);
      door = open(name, new FlowDoor(station(name), simulation, FlowTwin.BLIND, meter));
    }
    return door;
  }

  /** How a workload's client is made for a door and an account. */
  interface Clients {
    FlowClient at(FlowDoor door, ShadeAccount account);
  }

  /** The same workload in the shade. */
  void add(Workload workload, Clients clients) {
    FlowDoor door = doorTo(workload.to());
    ShadeAccount account = new ShadeAccount(window);
    FlowClient shade = clients.at(door, account);
    door.station().add(shade);
    of(door.station().name()).add(shade, account);
    door.station().arrivals(Gaps.at(door.station(), window.toNanos()));
  }

  void startCounting(long now) {
    byGroup.keySet().forEach(name -> station(name).meter().startCounting(now));
  }
}

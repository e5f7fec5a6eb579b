package headroom.fleet.flow;

import headroom.fleet.routing.NameReport;
import headroom.kernel.Simulation;
import headroom.random.Chance;
import headroom.results.Recorder;
import headroom.results.Window;
import headroom.spec.DnsName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The names of a scenario as rates, and the doors they lead to. */
final class FlowNames {

  private final Simulation simulation;
  private final Chance chance;
  private final Recorder recorder;
  private final Window window;
  private final Map<String, DnsName> rules = new LinkedHashMap<>();
  private final Map<String, FlowName> names = new LinkedHashMap<>();

  FlowNames(Simulation simulation, Chance chance, Recorder recorder, Window window) {
    this.simulation = simulation;
    this.chance = chance;
    this.recorder = recorder;
    this.window = window;
  }

  void add(DnsName rule) {
    rules.put(rule.name(), rule);
    names.put(rule.name(), new FlowName(rule, recorder, window));
  }

  /**
   * A name that somebody looks up; null when it is none.
   *
   * @param balancers finds the doors of balancers, and none of groups
   * @param stations finds the groups
   */
  @Nullable
  FlowName of(
      String name,
      Function<String, @Nullable FlowDoor> balancers,
      Function<String, FlowStation> stations) {
    FlowName found = names.get(name);
    DnsName rule = rules.get(name);
    if (found == null || rule == null || !found.places().isEmpty()) {
      return found;
    }
    for (String place : rule.pointsTo()) {
      FlowDoor door = balancers.apply(place);
      if (door != null && door.rule() != null) {
        found.pointTo(new FlowPlace(door));
      } else {
        found.pointTo(opened(rule, found, stations.apply(place)));
      }
    }
    return found;
  }

  private FlowPlace opened(DnsName rule, FlowName name, FlowStation station) {
    NamedDoor door = new NamedDoor(
        rule,
        station,
        simulation,
        chance.of(rule.name(), "health-check").of(station.name()),
        recorder,
        FlowMeter.at(station, window));
    FlowPlace place = new FlowPlace(door);
    door.isKeptIn(name, place);
    door.opens();
    return place;
  }

  /** All that they point to is there. */
  void start() {
    names.forEach((name, one) -> one.start(simulation, chance.of(name, "health-check")));
  }

  /** Doors of groups that are reached by address. */
  List<FlowDoor> doors() {
    return names.values().stream()
        .flatMap(name -> name.places().stream())
        .map(FlowPlace::door)
        .filter(door -> door.rule() == null)
        .toList();
  }

  /** What has been counted of each. */
  List<NameReport> reports() {
    return names.values().stream().map(FlowName::report).toList();
  }
}

package headroom.fleet.instances;

import headroom.policy.placement.Placement;
import headroom.random.Chance;
import headroom.random.Stream;
import headroom.results.Metric;
import headroom.results.ResourceUsage.Host;
import headroom.spec.Group;
import headroom.spec.HostUse;
import headroom.spec.Scenario;
import headroom.supply.HostPool;
import headroom.supply.InstanceType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.LongSupplier;

/** All hosts that a run knows: the cloud's, where somebody counts them, and the account's own. */
public final class Sites {

  private final Optional<Hardware> cloud;
  private final Map<String, OwnHosts> own = new LinkedHashMap<>();
  private final Map<String, RackRule> placementGroups = new TreeMap<>();
  private final Chance chance;
  private final LongSupplier clock;

  /**
   * Makes hosts on which nothing lies.
   *
   * @param zones told when nothing of a zone's hardware is left
   * @param clock the simulated time
   */
  public Sites(Scenario scenario, Zones zones, Chance chance, LongSupplier clock) {
    this.cloud = scenario.hosts().map(its -> new Hardware(its, 0, Optional.of(zones)));
    this.chance = chance;
    this.clock = clock;
    for (HostPool pool : scenario.cloud().hostPools()) {
      own.put(pool.name(), new OwnHosts(pool, own.size() + 1, scenario.zones()));
    }
  }

  /** The cloud's hosts, or those of a pool by its name. */
  public Hardware hardware(Optional<String> pool) {
    return pool.isPresent() ? pool(pool.get()).hardware() : cloud.orElseThrow();
  }

  /** The account's own hosts by their name. */
  public OwnHosts pool(String name) {
    OwnHosts pool = own.get(name);
    if (pool == null) {
      throw new IllegalStateException("no pool of hosts " + name);
    }
    return pool;
  }

  Lodgings lodgings(Group rule, InstanceGroup group, List<InstanceType> types) {
    Placement placement = rule.lies();
    Optional<HostUse> use = rule.hosts();
    List<Lodging> places = new ArrayList<>();
    for (String name : use.map(HostUse::on).orElse(List.of())) {
      OwnHosts pool = pool(name);
      places.add(new Lodging(
          group,
          types,
          pool.hardware(),
          placement,
          placementGroups,
          Optional.of(pool.rule()),
          use.map(HostUse::packing),
          (instance, type, by) -> pool.changed(instance, type, by, clock.getAsLong()),
          luck(group)));
    }
    Optional<Lodging> others = cloud.map(its -> new Lodging(
        group,
        types,
        its,
        placement,
        placementGroups,
        Optional.empty(),
        Optional.empty(),
        (instance, type, by) -> {},
        luck(group)));
    return new Lodgings(places, others, use.map(HostUse::burst).orElse(false));
  }

  private Stream luck(InstanceGroup group) {
    return chance.of(group.name(), "hardware");
  }

  public void startCounting(long now) {
    own.values().forEach(pool -> pool.startCounting(now));
  }

  /** How long dedicated hosts were allocated. */
  public List<Host> usage(long end) {
    return own.values().stream().flatMap(pool -> pool.usage(end).stream()).toList();
  }

  /** How full the account's own hosts were. */
  public void report(long now, SortedMap<Metric, Double> into) {
    own.values().forEach(pool -> pool.report(now, into));
  }

  /** Throws when a host holds more than it has. */
  public void check() {
    cloud.ifPresent(Hardware::check);
    own.values().forEach(pool -> pool.hardware().check());
  }
}

package headroom.scenarios.yaml;

import static headroom.scenarios.yaml.Scalars.BOOLEAN;
import static headroom.scenarios.yaml.Scalars.DURATION;
import static headroom.scenarios.yaml.Scalars.NAME;
import static headroom.scenarios.yaml.Scalars.PERCENT;
import static headroom.scenarios.yaml.Scalars.WHOLE;

import headroom.fault.CacheLoss;
import headroom.fault.Failure;
import headroom.fault.HardwareFailures;
import headroom.fault.HardwareFailures.Level;
import headroom.fault.LaunchServiceOutage;
import headroom.fault.Maintenance;
import headroom.fault.Partition;
import headroom.fault.ServiceOutage.Service;
import headroom.fault.Slowdown;
import headroom.fault.Timing;
import headroom.fault.ZoneFailure;
import headroom.problem.Problem;
import headroom.scenarios.text.Tree;
import headroom.spec.Reference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads what breaks. */
final class FailureReader {

  private static final Map<String, Maintenance.Event> EVENTS = Words.of(
          "maintenance", Maintenance.Event.MAINTENANCE)
      .and("retirement", Maintenance.Event.RETIREMENT)
      .and("reboot", Maintenance.Event.REBOOT)
      .table();

  static final String EXAMPLE = "[{zone: {zone: b, at: 1d6h, lasts: 45m}}]";

  private static final Map<String, Reader<Failure>> KINDS = Words.<Reader<Failure>>of(
          "instances", InstanceFailureReader::read)
      .and("zone", FailureReader::zone)
      .and("processes", InstanceFailureReader::processes)
      .and("slowdown", FailureReader::slowdown)
      .and("launch-service", FailureReader::launchService)
      .and("cache-loss", FailureReader::cacheLoss)
      .and("region", RegionFailureReader::region)
      .and("provider", RegionFailureReader::provider)
      .and("racks", node -> hardware(node, Level.RACK))
      .and("hosts", node -> hardware(node, Level.HOST))
      .and("gray", GrayReader::gray)
      .and("deploy", GrayReader::deploy)
      .and("certificate", GrayReader::certificate)
      .and("dependency", GrayReader::dependency)
      .and("ageing", GrayReader::ageing)
      .and("control-plane", node -> RegionFailureReader.service(node, Service.CONTROL_PLANE))
      .and("monitoring", node -> RegionFailureReader.service(node, Service.MONITORING))
      .and("load-balancing", node -> RegionFailureReader.service(node, Service.LOAD_BALANCING))
      .and("partition", FailureReader::partition)
      .and("maintenance", FailureReader::maintenance)
      .table();

  private FailureReader() {}

  static Read<Failure> read(Node node) {
    MapReader map =
        MapReader.of(node, "{instances: {of: web, time-to-failure: {exponential: {mean: 60d}}}}");
    Given<Failure> failure = map.oneOf("failure", KINDS);
    return map.build(Failure.class, failure::get);
  }

  private static Read<Failure> zone(Node node) {
    MapReader map = MapReader.of(node, "{zone: b, at: 1d6h, lasts: 45m}");
    Given<String> zone = map.required("zone", NAME, "b");
    node.refers("zone", Reference.Kind.ZONE, zone);
    Given<String> name = map.or("name", NAME, "zone-" + zone.value().orElse("x"));
    Given<Boolean> nodes = map.or("balancer-nodes", BOOLEAN, "false");
    TimingReader timing = TimingReader.of(map, node, "45m");
    return map.build(
        ZoneFailure.class,
        timing.problems(),
        () -> new ZoneFailure(name.get(), zone.get(), nodes.get(), timing.get().get()));
  }

  private static Read<Failure> maintenance(Node node) {
    MapReader map = MapReader.of(node, "{of: web, share: 30%, notice: 15m, at: 1d, lasts: 1h}");
    Given<String> of = group(map, node);
    Given<String> name = map.or("name", NAME, "maintenance-" + of.value().orElse("x"));
    Given<Double> share = map.or("share", PERCENT, "100%");
    Given<Duration> notice = map.assume("notice", DURATION, "15m", "told so long before");
    Given<Maintenance.Event> event =
        map.or("event", Scalars.word("scheduled event", EVENTS), "maintenance");
    TimingReader timing = TimingReader.of(map, node, "1h");
    return map.build(
        Maintenance.class,
        () -> both(timing.problems().get(), Maintenance.problems(share.get(), notice.get())),
        () -> new Maintenance(
            name.get(),
            of.get(),
            share.get(),
            notice.get(),
            event.get(),
            timing.get().get()));
  }

  private static Read<Failure> partition(Node node) {
    MapReader map = MapReader.of(node, "{zones: [b], at: 1d6h, lasts: 20m}");
    Given<List<String>> zones = map.required("zones", NAME.list("[b]"), "[b]");
    node.refersToAll("zones", Reference.Kind.ZONE, zones);
    Given<String> name = map.or("name", NAME, "partition");
    TimingReader timing = TimingReader.of(map, node, "20m");
    return map.build(
        Partition.class,
        () -> both(timing.problems().get(), Partition.problems(zones.get())),
        () -> new Partition(name.get(), zones.get(), timing.get().get()));
  }

  private static Read<Failure> hardware(Node node, Level level) {
    MapReader map = MapReader.of(node, "{per-zone: 20, zones: [b], at-once: 3, at: 1d, lasts: 3h}");
    Given<Optional<String>> of = map.maybe("of", NAME);
    of.value()
        .flatMap(known -> known)
        .ifPresent(known -> node.refers(node.path().name("of"), Reference.Kind.HOSTS, known));
    Given<OptionalInt> perZone = map.maybe("per-zone", WHOLE)
        .map(said -> said.map(OptionalInt::of).orElse(OptionalInt.empty()));
    Given<List<String>> zones = map.or("zones", NAME.list("[b]"), Tree.list(List.of()));
    node.refersToAll("zones", Reference.Kind.ZONE, zones);
    Given<Integer> atOnce = map.or("at-once", WHOLE, "1");
    Given<String> name = map.or("name", NAME, level.word());
    TimingReader timing = TimingReader.of(map, node, "3h");
    return map.build(
        HardwareFailures.class,
        () -> {
          List<Problem> problems = new ArrayList<>(timing.problems().get());
          if (problems.isEmpty()) {
            Timing when = timing.get().get();
            problems.addAll(
                HardwareFailures.problems(perZone.get(), zones.get(), atOnce.get(), when));
          }
          return problems;
        },
        () -> new HardwareFailures(
            name.get(),
            level,
            of.get(),
            perZone.get(),
            zones.get(),
            atOnce.get(),
            timing.get().get()));
  }

  private static Read<Failure> slowdown(Node node) {
    MapReader map = MapReader.of(node, "{of: web, at: 1d6h, lasts: 10s, speed: 25%}");
    Given<String> of = group(map, node);
    Given<String> name = map.or("name", NAME, "slowdown-" + of.value().orElse("x"));
    TimingReader timing = TimingReader.of(map, node, "10s");
    Given<Double> speed = map.required("speed", PERCENT, "25%");
    return map.build(
        Slowdown.class,
        () -> both(timing.problems().get(), Slowdown.problems(speed.get())),
        () -> new Slowdown(name.get(), of.get(), speed.get(), timing.get().get()));
  }

  private static Read<Failure> launchService(Node node) {
    MapReader map = MapReader.of(node, "{of: chef, at: 1d6h, lasts: 20m}");
    Given<String> of = map.required("of", NAME, "chef");
    node.refers("of", Reference.Kind.LAUNCH_SERVICE, of);
    Given<String> name = map.or("name", NAME, "launch-service-" + of.value().orElse("x"));
    TimingReader timing = TimingReader.of(map, node, "20m");
    return map.build(
        LaunchServiceOutage.class,
        timing.problems(),
        () -> new LaunchServiceOutage(name.get(), of.get(), timing.get().get()));
  }

  private static Read<Failure> cacheLoss(Node node) {
    MapReader map = MapReader.of(node, "{of: web, at: 1d6h}");
    Given<String> of = group(map, node);
    Given<String> name = map.or("name", NAME, "cache-loss-" + of.value().orElse("x"));
    Given<Duration> at = map.required("at", DURATION, "1d6h");
    Given<Double> share = map.assume("share", PERCENT, "100%", "all entries are lost");
    return map.build(
        CacheLoss.class,
        () -> CacheLoss.problems(at.get(), share.get()),
        () -> new CacheLoss(name.get(), of.get(), at.get(), share.get()));
  }

  static Given<String> group(MapReader map, Node node) {
    Given<String> of = map.required("of", NAME, "web");
    node.refers("of", Reference.Kind.GROUP, of);
    return of;
  }

  static List<Problem> both(List<Problem> some, List<Problem> others) {
    List<Problem> all = new ArrayList<>(some);
    all.addAll(others);
    return all;
  }
}

package headroom.scenarios.yaml;

import static headroom.scenarios.yaml.Scalars.DURATION;
import static headroom.scenarios.yaml.Scalars.NAME;
import static headroom.scenarios.yaml.Scalars.PERCENT;

import headroom.fault.CacheLoss;
import headroom.fault.Failure;
import headroom.fault.InstanceFailures;
import headroom.fault.LaunchServiceOutage;
import headroom.fault.Slowdown;
import headroom.fault.ZoneFailure;
import headroom.random.Distribution;
import headroom.spec.Reference;
import java.time.Duration;
import java.util.Map;

/** Reads what breaks. */
final class FailureReader {

  static final String EXAMPLE = "[{zone: {zone: b, at: 1d6h, lasts: 45m}}]";

  private static final Map<String, Reader<Failure>> KINDS = Words.<Reader<Failure>>of(
          "instances", FailureReader::instances)
      .and("zone", FailureReader::zone)
      .and("slowdown", FailureReader::slowdown)
      .and("launch-service", FailureReader::launchService)
      .and("cache-loss", FailureReader::cacheLoss)
      .table();

  private FailureReader() {}

  static Read<Failure> read(Node node) {
    MapReader map = MapReader.of(
            node, "{instances: {of: web, time-to-failure: {exponential: {mean: 60d}}}}")
        .later("hosts", "deploy", "dependency", "region");
    Given<Failure> failure = map.oneOf("failure", KINDS);
    return map.build(Failure.class, failure::get);
  }

  private static Read<Failure> instances(Node node) {
    MapReader map = MapReader.of(node, "{of: web, time-to-failure: {exponential: {mean: 60d}}}");
    Given<String> of = group(map, node);
    Given<String> name = map.or("name", NAME, "instances-" + of.value().orElse("x"));
    Given<Distribution> time =
        map.required("time-to-failure", DistributionReader.READER, "{exponential: {mean: 60d}}");
    return map.build(
        InstanceFailures.class,
        () -> InstanceFailures.problems(time.get()),
        () -> new InstanceFailures(name.get(), of.get(), time.get()));
  }

  private static Read<Failure> zone(Node node) {
    MapReader map = MapReader.of(node, "{zone: b, at: 1d6h, lasts: 45m}").later("balancer-nodes");
    Given<String> zone = map.required("zone", NAME, "b");
    node.refers("zone", Reference.Kind.ZONE, zone);
    Given<String> name = map.or("name", NAME, "zone-" + zone.value().orElse("x"));
    Given<Duration> at = map.required("at", DURATION, "1d6h");
    Given<Duration> lasts = map.required("lasts", DURATION, "45m");
    return map.build(
        ZoneFailure.class,
        () -> ZoneFailure.problems(at.get(), lasts.get()),
        () -> new ZoneFailure(name.get(), zone.get(), at.get(), lasts.get()));
  }

  private static Read<Failure> slowdown(Node node) {
    MapReader map = MapReader.of(node, "{of: web, at: 1d6h, lasts: 10s, speed: 25%}");
    Given<String> of = group(map, node);
    Given<String> name = map.or("name", NAME, "slowdown-" + of.value().orElse("x"));
    Given<Duration> at = map.required("at", DURATION, "1d6h");
    Given<Duration> lasts = map.required("lasts", DURATION, "10s");
    Given<Double> speed = map.required("speed", PERCENT, "25%");
    return map.build(
        Slowdown.class,
        () -> Slowdown.problems(at.get(), lasts.get(), speed.get()),
        () -> new Slowdown(name.get(), of.get(), at.get(), lasts.get(), speed.get()));
  }

  private static Read<Failure> launchService(Node node) {
    MapReader map = MapReader.of(node, "{of: chef, at: 1d6h, lasts: 20m}");
    Given<String> of = map.required("of", NAME, "chef");
    node.refers("of", Reference.Kind.LAUNCH_SERVICE, of);
    Given<String> name = map.or("name", NAME, "launch-service-" + of.value().orElse("x"));
    Given<Duration> at = map.required("at", DURATION, "1d6h");
    Given<Duration> lasts = map.required("lasts", DURATION, "20m");
    return map.build(
        LaunchServiceOutage.class,
        () -> LaunchServiceOutage.problems(at.get(), lasts.get()),
        () -> new LaunchServiceOutage(name.get(), of.get(), at.get(), lasts.get()));
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

  private static Given<String> group(MapReader map, Node node) {
    Given<String> of = map.required("of", NAME, "web");
    node.refers("of", Reference.Kind.GROUP, of);
    return of;
  }
}

package headroom.scenarios.yaml;

import static headroom.scenarios.yaml.Scalars.NUMBER;
import static headroom.scenarios.yaml.Scalars.RATE;
import static headroom.scenarios.yaml.Scalars.WHOLE;

import headroom.policy.retry.Backoff;
import headroom.scenarios.text.Tree;
import headroom.supply.Api;
import headroom.supply.ApiLimit;
import headroom.supply.Capacity;
import headroom.supply.Cloud;
import headroom.supply.HostPool;
import headroom.supply.Hosts;
import headroom.supply.LaunchService;
import headroom.supply.Quotas;
import headroom.supply.SpotPool;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/** Reads what the groups of a scenario share of the cloud they launch in. */
final class CloudReader {

  static final String EXAMPLE = "{launch-services: {chef: {at-once: 20}}}";

  private static final String USUAL = "usual";

  private static final String UNLIMITED = "unlimited";

  private static final Reader<Map<String, Integer>> VCPUS = CloudReader::vcpus;

  private static final ApiLimit ANY = new ApiLimit(1, 1);

  private CloudReader() {}

  static Read<Cloud> read(Node node) {
    MapReader map = MapReader.of(node, EXAMPLE).later("racks");
    Given<List<LaunchService>> services = map.or(
        "launch-services",
        new PartsReader<>(CloudReader::service, "{chef: {at-once: 20}}").whole(),
        Tree.map(Map.of()));
    Reader<Capacity> pool = CapacityReader::read;
    Given<List<Capacity>> capacity =
        map.or("capacity", pool.list(CapacityReader.EXAMPLE), Tree.list(List.of()));
    Given<Quotas> quotas = map.or("quotas", CloudReader::quotas, Scalars.NONE);
    Given<Optional<Api>> api = map.or("api", CloudReader::api, UNLIMITED);
    Given<Backoff> retry =
        map.or("retry", BackoffReader.READER, Tree.map(Map.of("fixed", Tree.of("60s"))));
    Reader<SpotPool> spotPool = SpotReader::read;
    Given<List<SpotPool>> spot =
        map.or("spot", spotPool.list(SpotReader.EXAMPLE), Tree.list(List.of()));
    Given<Optional<Hosts>> hosts = map.maybe("hosts", HostsReader::read);
    Given<List<HostPool>> pools = map.or(
        "host-pools",
        new PartsReader<>(HostPoolReader::read, HostPoolReader.EXAMPLE).whole(),
        Tree.map(Map.of()));
    return map.build(
        Cloud.class,
        () -> Cloud.problems(services.get(), retry.get()),
        () -> new Cloud(
            services.get(),
            capacity.get(),
            quotas.get(),
            api.get(),
            retry.get(),
            spot.get(),
            hosts.get(),
            pools.get()));
  }

  private static Read<LaunchService> service(String name, Node node) {
    MapReader map = MapReader.of(node, "{at-once: 20}");
    Given<Integer> atOnce = map.or("at-once", unlimited(), UNLIMITED);
    return map.build(
        LaunchService.class,
        () -> LaunchService.problems(atOnce.get()),
        () -> new LaunchService(name, atOnce.get()));
  }

  /** A whole number, or the word for as many as there are. */
  private static Reader<Integer> unlimited() {
    return Reader.withStandIns(
        node -> isWord(node, UNLIMITED)
            ? Read.of(LaunchService.UNLIMITED, node.tree())
            : WHOLE.read(node),
        WHOLE.standIns());
  }

  private static boolean isWord(Node node, String word) {
    return node.tree() instanceof Tree.Scalar scalar && scalar.text().equals(word);
  }

  static Read<Quotas> quotas(Node node) {
    if (isWord(node, Scalars.NONE)) {
      return Read.of(Quotas.NONE, node.tree());
    }
    if (isWord(node, USUAL)) {
      LocalDate date = LocalDate.ofInstant(node.session().start, ZoneOffset.UTC);
      return Read.of(Quotas.usualAt(date), node.tree());
    }
    MapReader map = MapReader.of(node, "{instances: 20}, {vcpus: {standard: 256}}, usual or none");
    Given<Optional<Integer>> instances = map.maybe("instances", WHOLE);
    Given<Optional<Map<String, Integer>>> vcpus = map.maybe("vcpus", VCPUS);
    Given<Optional<Map<String, Integer>>> spot = map.maybe("spot-vcpus", VCPUS);
    return map.build(
        Quotas.class,
        () -> Quotas.problems(
            most(instances), vcpus.get().orElse(Map.of()), spot.get().orElse(Map.of())),
        () -> new Quotas(
            most(instances),
            new TreeMap<>(vcpus.get().orElse(Map.of())),
            new TreeMap<>(spot.get().orElse(Map.of()))));
  }

  private static OptionalInt most(Given<Optional<Integer>> said) {
    return said.get().map(OptionalInt::of).orElse(OptionalInt.empty());
  }

  /** vCPUs by group of families. */
  private static Read<Map<String, Integer>> vcpus(Node node) {
    if (!(node.tree() instanceof Tree.Fields map)) {
      node.complain("must be a map of families, was " + node.tree().shown()
          + "; for example {standard: 256, g: 64}");
      return Read.rejected(node.tree());
    }
    Map<String, Integer> vcpus = new TreeMap<>();
    map.fields()
        .forEach((name, field) -> WHOLE
            .read(node.child(name, field.value()))
            .value()
            .ifPresent(most -> vcpus.put(name, most)));
    return vcpus.size() == map.fields().size() ? Read.of(vcpus, map) : Read.rejected(map);
  }

  static Read<Optional<Api>> api(Node node) {
    if (isWord(node, UNLIMITED)) {
      return Read.of(Optional.empty(), node.tree());
    }
    if (isWord(node, USUAL)) {
      return Read.of(Optional.of(Api.USUAL), node.tree());
    }
    MapReader map = MapReader.of(node, "usual, or {instances: {capacity: 1000, refill: 2/s}}");
    Given<ApiLimit> requests = map.or("requests", limit(Api.USUAL.requests()), USUAL);
    Given<ApiLimit> instances = map.or("instances", limit(Api.USUAL.instances()), USUAL);
    return map.build(Api.class, () -> Optional.of(new Api(requests.get(), instances.get())));
  }

  private static Reader<ApiLimit> limit(ApiLimit usual) {
    return Reader.withStandIns(
        node -> {
          if (isWord(node, USUAL)) {
            return Read.of(usual, node.tree());
          }
          MapReader map = MapReader.of(node, "{capacity: 1000, refill: 2/s}");
          Given<Double> capacity = map.required("capacity", NUMBER, "1000");
          Given<Double> refill = map.required("refill", RATE, "2/s");
          return map.build(
              ApiLimit.class,
              () -> ApiLimit.problems(capacity.get(), refill.get()),
              () -> new ApiLimit(capacity.get(), refill.get()));
        },
        ANY,
        ANY);
  }
}

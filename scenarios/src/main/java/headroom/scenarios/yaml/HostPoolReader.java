package headroom.scenarios.yaml;

import static headroom.scenarios.yaml.Scalars.BYTES;
import static headroom.scenarios.yaml.Scalars.NAME;
import static headroom.scenarios.yaml.Scalars.NUMBER;
import static headroom.scenarios.yaml.Scalars.TEXT;
import static headroom.scenarios.yaml.Scalars.WHOLE;

import headroom.billing.Category;
import headroom.billing.InstanceTimeRule;
import headroom.billing.OwnMeter;
import headroom.billing.OwnMeter.Counts;
import headroom.billing.Tariff;
import headroom.billing.Tariff.Tier;
import headroom.policy.placement.Packing;
import headroom.problem.Problem;
import headroom.problem.Problems;
import headroom.scenarios.text.MeterPrice;
import headroom.scenarios.text.Tree;
import headroom.spec.HostUse;
import headroom.spec.Reference;
import headroom.supply.HostPool;
import headroom.supply.Hosts;
import headroom.supply.Resources;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads hosts of the account's own, and which groups lie on them. */
final class HostPoolReader {

  static final String EXAMPLE = "{cellar: {per-rack: 10, vcpus: 32, memory: 128 GiB}}";

  private static final String ONE = "{per-rack: 10, vcpus: 32, memory: 128 GiB}";

  private static final double GIB = 1L << 30;

  private static final Map<String, Boolean> ALLOCATIONS =
      Words.of("at-once", false).and("as-needed", true).table();

  private HostPoolReader() {}

  static Read<HostPool> read(String name, Node node) {
    MapReader map = MapReader.of(node, ONE);
    Given<Optional<String>> family = map.maybe("family", TEXT);
    Given<List<String>> zones = map.or("zones", NAME.list("[a]"), Tree.list(List.of()));
    node.refersToAll("zones", Reference.Kind.ZONE, zones);
    Given<Integer> racks = map.or("racks", WHOLE, "1");
    Given<Integer> perRack = map.required("per-rack", WHOLE, "10");
    Given<Double> vcpus = map.required("vcpus", NUMBER, "32");
    Given<Double> memory = map.required("memory", BYTES.map(bytes -> bytes / GIB), "128 GiB");
    Given<Boolean> asNeeded =
        map.or("allocate", Scalars.word("way to allocate", ALLOCATIONS), "at-once");
    Given<Optional<MeterPrice>> price = map.maybe("price", OwnMeterReader.METER_PRICE);
    Supplier<Hosts> hosts = () -> new Hosts(
        racks.get(), perRack.get(), Optional.of(new Resources(vcpus.get(), memory.get())));
    Read<HostPool> read = map.build(
        HostPool.class,
        () -> Problems.of()
            .addAll("", agree(family.get(), asNeeded.get(), price.get()))
            .addAll("", problems(racks.get(), perRack.get(), vcpus.get(), memory.get()))
            .addAll("", HostPool.problems(zones.get(), racks.get(), perRack.get()))
            .list(),
        () -> new HostPool(name, family.get(), zones.get(), hosts.get(), asNeeded.get()));
    read.value()
        .ifPresent(pool -> price
            .get()
            .ifPresent(
                paid -> node.session().ownHosts.add(meter(pool, paid, node.session().zones))));
    return read;
  }

  private static List<Problem> problems(int racks, int perRack, double vcpus, double memory) {
    List<Problem> negative = Resources.problems(vcpus, memory);
    return negative.isEmpty()
        ? Hosts.problems(racks, perRack, new Resources(vcpus, memory))
        : negative;
  }

  private static List<Problem> agree(
      Optional<String> family, boolean asNeeded, Optional<MeterPrice> price) {
    return Problems.of()
        .require(
            "allocate",
            !asNeeded || family.isPresent(),
            "as-needed is for dedicated hosts, and these are your own",
            "say their family, for example family: c5")
        .require(
            "price",
            price.isEmpty() || family.isEmpty(),
            "of dedicated hosts is in the price book",
            "leave it out")
        .require(
            "price",
            price.isEmpty() || List.of("h", "month").contains(price.get().unit().word()),
            "must be of a host for a time",
            "for example 250 USD/month")
        .list();
  }

  /** All hosts cost as long as the run lasts, whatever is on them. */
  private static OwnMeter meter(HostPool pool, MeterPrice price, List<String> zones) {
    long count = zones.stream().filter(pool::isIn).count() * pool.hosts().count();
    return new OwnMeter(
        pool.subject(),
        new Tariff(
            OwnMeter.key(Category.COMPUTE, pool.subject()),
            price.unit(),
            new InstanceTimeRule(Duration.ofSeconds(1), Duration.ZERO),
            0,
            List.of(new Tier(Tier.NO_END, price.price())),
            "the scenario"),
        Counts.HELD,
        pool.subject(),
        Math.max(1, count));
  }

  static Read<HostUse> use(Node node) {
    MapReader map = MapReader.of(node, "{on: [cellar]}");
    Given<List<String>> on = map.required("on", NAME.list("[cellar]"), "[cellar]");
    node.refersToAll("on", Reference.Kind.HOSTS, on);
    Given<Packing> packing =
        map.or("packing", Scalars.word("way of packing", PodReader.PACKINGS), "first-fit");
    Given<Boolean> burst = map.or("burst", Scalars.BOOLEAN, "false");
    return map.build(
        HostUse.class,
        () -> HostUse.problems(on.get()),
        () -> new HostUse(on.get(), packing.get(), burst.get()));
  }
}

package headroom.scenarios.yaml;

import static headroom.scenarios.yaml.Scalars.BOOLEAN;
import static headroom.scenarios.yaml.Scalars.DURATION;
import static headroom.scenarios.yaml.Scalars.NAME;
import static headroom.scenarios.yaml.Scalars.NONE;
import static headroom.scenarios.yaml.Scalars.PERCENT;
import static headroom.scenarios.yaml.Scalars.WHOLE;

import headroom.policy.routing.DnsRouting;
import headroom.policy.routing.FailoverAnswers;
import headroom.policy.routing.HealthCheck;
import headroom.policy.routing.LatencyAnswers;
import headroom.policy.routing.Resolvers;
import headroom.policy.routing.RoundRobinAnswers;
import headroom.policy.routing.WeightedAnswers;
import headroom.random.Distribution;
import headroom.scenarios.text.Durations;
import headroom.scenarios.text.Percents;
import headroom.scenarios.text.Tree;
import headroom.spec.DnsName;
import headroom.spec.Reference;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads names that clients look up. */
final class DnsReader {

  static final String EXAMPLE = "{points-to: [shop-lb], ttl: 60s}";

  private static final String NEVER = "never";

  private static final Map<String, DnsRouting> PLAIN = Words.<DnsRouting>of(
          "round-robin", new RoundRobinAnswers())
      .and("failover", new FailoverAnswers())
      .table();

  private static final Map<String, Reader<DnsRouting>> DETAILED = Words.<Reader<DnsRouting>>of(
          "weighted", WHOLE.list("[1, 3]").alone(WeightedAnswers::problems, WeightedAnswers::new))
      .and("latency", DURATION.list("[20ms, 80ms]").map(LatencyAnswers::new))
      .table();

  private static final Reader<DnsRouting> ROUTING =
      Reader.withStandIns(DnsReader::routing, new RoundRobinAnswers(), new FailoverAnswers());

  private static final Reader<Resolvers> RESOLVERS =
      Reader.withStandIns(DnsReader::resolvers, Resolvers.DEFAULT, Resolvers.DEFAULT);

  private DnsReader() {}

  static Read<DnsName> read(String name, Node node) {
    MapReader map = MapReader.of(node, EXAMPLE);
    Given<List<String>> places = map.required("points-to", NAME.list("[shop-lb]"), "[shop-lb]");
    node.refersToAll("points-to", Reference.Kind.PLACE, places);
    Given<Duration> ttl = map.or("ttl", DURATION, Durations.text(DnsName.DEFAULT_TTL));
    Given<DnsRouting> routing = map.or("routing", ROUTING, "round-robin");
    Given<Resolvers> resolvers = map.or("resolvers", RESOLVERS, Tree.map(Map.of()));
    Given<Optional<HealthCheck>> check =
        map.or("health-check", Scalars.orNone(HealthCheckReader.with(HealthCheck.DNS)), NONE);
    Given<Duration> update =
        map.or("update-after", DURATION, Durations.text(DnsName.DEFAULT_UPDATE));
    Given<Optional<Duration>> next = map.or("try-next", Scalars.orWord(DURATION, NEVER), NEVER);
    Given<Optional<Duration>> reused =
        map.or("reused-after", Scalars.orWord(DURATION, NEVER), NEVER);
    Given<Boolean> billed = map.or("billed", BOOLEAN, "true");
    return map.build(
        DnsName.class,
        () -> DnsName.problems(
            places.get(),
            ttl.get(),
            routing.get(),
            check.get(),
            update.get(),
            next.get(),
            reused.get()),
        () -> new DnsName(
            name,
            places.get(),
            ttl.get(),
            routing.get(),
            resolvers.get(),
            check.get(),
            update.get(),
            next.get(),
            reused.get(),
            billed.get()));
  }

  private static Read<DnsRouting> routing(Node node) {
    if (node.tree() instanceof Tree.Fields) {
      MapReader map = MapReader.of(node, "{weighted: [1, 3]}");
      Given<DnsRouting> routing = map.oneOf("kind of answer", DETAILED);
      return map.build(DnsRouting.class, routing::get);
    }
    return Scalars.word("kind of answer", PLAIN).read(node);
  }

  private static Read<Resolvers> resolvers(Node node) {
    Resolvers usual = Resolvers.DEFAULT;
    MapReader map = MapReader.of(node, "{count: 1000, lookup: 30ms}");
    Given<Integer> count = map.or("count", WHOLE, "" + usual.count());
    Given<Distribution> lookup = map.or("lookup", DistributionReader.READER, "0s");
    Given<Double> ignoring = map.or("ignoring", PERCENT, Percents.text(usual.ignoring()));
    Given<Duration> ignoringFor =
        map.or("ignoring-for", DURATION, Durations.text(usual.ignoringFor()));
    return map.build(
        Resolvers.class,
        () -> Resolvers.problems(count.get(), ignoring.get(), ignoringFor.get()),
        () -> new Resolvers(count.get(), lookup.get(), ignoring.get(), ignoringFor.get()));
  }
}

package headroom.billing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import headroom.Engine;
import headroom.billing.OwnMeter.Counts;
import headroom.policy.routing.Resolvers;
import headroom.policy.routing.RoundRobinAnswers;
import headroom.random.Constant;
import headroom.results.Run;
import headroom.spec.DnsName;
import headroom.spec.Group;
import headroom.spec.LoadBalancer;
import headroom.spec.Scenario;
import headroom.spec.Size;
import headroom.spec.TrafficModel;
import headroom.supply.InstanceType;
import headroom.supply.Nat;
import headroom.workload.Regular;
import headroom.workload.Service;
import headroom.workload.Workload;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Vectors of what is metered by what requests do, as scenarios through the engine. */
class MeteredRunsTest {

  private static final double GIB = 1L << 30;
  private static final int MONTH = 730;

  /** Fleet #30 to #34 and platform #61: what crosses the internet, in gibibytes out and in. */
  @ParameterizedTest(name = "#{0}: {2} GiB out, {3} GiB in -> {4} USD")
  @CsvSource({
    "30, 2008, 12288, 0, 2007.04",
    "31a, 2008, 8192, 0, 1392.64",
    "31b, 2008, 4096, 0, 696.32",
    "32, 2008, 15360, 3072, 2713.60",
    "33, 2026-none-free, 57000, 0, 4809.20",
    "34, 2026, 57000, 0, 4800.20",
    "61, 2008-04, 500, 100, 100.00"
  })
  void internet(String number, String book, double out, double in, double usd) {
    PriceBook prices = Books.named(book);
    String type = prices.types().containsKey("m5.large") ? "m5.large" : "m1.small";
    Scenario scenario = scenario(type, 1, "web", 1_000_000, in, out).build();
    assertEquals(usd, cost(scenario, prices, Category.TRANSFER), 0.005);
  }

  /** Platform #61: a small instance for 720 hours. */
  @Test
  void smallInstance() {
    Scenario scenario = scenario("m1.small", 720, "web", 720, 0, 0).build();
    assertEquals(72, cost(scenario, Books.OF_2008, Category.COMPUTE), 1e-9);
  }

  /** Fleet #37 to #39: balancers by the hour and by what they did. */
  @ParameterizedTest(name = "#{0}: {1} for {2} h, {3} requests, {4} GiB -> {5} USD")
  @CsvSource({
    "37, CLASSIC, 730, 100000, 10000, 98.25",
    "38, APPLICATION, 1, 360000, 2, 0.0545",
    "39, APPLICATION, 1, 3600, 1.08, 0.03114"
  })
  void balancers(
      int number, LoadBalancer.Type type, int hours, long requests, double gib, double usd) {
    Scenario scenario = scenario("m5.large", hours, "lb", requests, gib / 2, gib / 2)
        .loadBalancers(List.of(LoadBalancer.of("lb", type, "web").build()))
        .build();
    // Bytes are whole, and what is under way at the end has no answer yet.
    assertEquals(usd, cost(scenario, Books.OF_2026, Category.LOAD_BALANCING), 1e-4 * usd);
  }

  /** Fleet #36: a gateway for a month that processes 100 GB, which come in for nothing. */
  @ParameterizedTest
  @EnumSource(
      value = TrafficModel.class,
      names = {"REQUESTS", "FLOW"})
  void gateway(TrafficModel model) {
    Scenario plain =
        scenario("m5.large", MONTH, "web", 102_400, 0, 0).trafficModel(model).build();
    Group web =
        plain.group("web").toBuilder().nat(Optional.of(new Nat(1 << 20, 0, 7))).build();
    Workload users =
        plain.workloads().get(0).toBuilder().arrivals(new Regular()).build();
    Scenario scenario =
        plain.toBuilder().groups(List.of(web)).workloads(List.of(users)).build();
    double requestOff = 0.045 / 1_024;
    assertEquals(37.35, cost(scenario, Books.OF_2026, Category.TRANSFER), requestOff);
  }

  /** Platform #58: 51,200 GB from a CDN, in two tiers. */
  @Test
  void cdn() {
    Scenario scenario = scenario("m5.large", 1, "web", 1_000_000, 0, 51_200).build();
    Tariff tiers = Books.OF_2026.tariff("transfer.cdn-us");
    List<Agreement> agreed = List.of(
        new Managed("groups.web"), meter("cdn-out", Category.TRANSFER, Counts.BYTES_OUT, tiers, 0));
    assertEquals(4_147.20, cost(scenario, agreed, Category.TRANSFER), 0.005);
    assertEquals(0, cost(scenario, agreed, Category.COMPUTE));
  }

  /** Platform #59 and #60: an object store in 2007 and now. */
  @ParameterizedTest(name = "#{0}: {4} USD")
  @CsvSource({"59, -2007, 1000000, 10000000, 125.00", "60, '', 1000000, 10000000, 11.30"})
  void objectStore(int number, String then, long puts, long gets, double usd) {
    boolean old = !then.isEmpty();
    Scenario plain = scenario("m5.large", MONTH, "web", gets, 0, old ? 500 : 0).build();
    Workload get = plain.workloads().get(0);
    Workload put = Workload.of("writers", "puts", rate(puts, MONTH))
        .requestBytes(0)
        .responseBytes(0)
        .build();
    Scenario scenario = plain.toBuilder()
        .workloads(List.of(get, put))
        .groups(List.of(plain.group("web"), group("puts", "m5.large")))
        .build();
    List<Agreement> agreed = new ArrayList<>(List.of(
        new Managed("groups.web"),
        new Managed("groups.puts"),
        meter("held", Category.STORAGE, Counts.HELD, tariff("storage.objects" + then), 100),
        new OwnMeter(
            "puts",
            named(tariff("storage.put" + then), Category.STORAGE, "puts"),
            Counts.REQUESTS,
            "groups.puts",
            0),
        meter("gets", Category.STORAGE, Counts.REQUESTS, tariff("storage.get" + then), 0)));
    if (old) {
      Tariff out = tariff("transfer.objects-out-2007");
      agreed.add(meter("out", Category.STORAGE, Counts.BYTES_OUT, out, 0));
    }
    assertEquals(usd, cost(scenario, agreed, Category.STORAGE), 1e-3);
  }

  /** A name that 3,000 resolvers look up again when their copies are 60 s old: queries, and the zone. */
  @ParameterizedTest
  @EnumSource(
      value = TrafficModel.class,
      names = {"REQUESTS", "FLOW"})
  void names(TrafficModel model) {
    Scenario plain =
        scenario("m5.large", 10, "web", 3_600_000, 0, 0).trafficModel(model).build();
    Workload users = Workload.of("users", "www", rate(3_600_000, 10)).build();
    DnsName name = new DnsName(
        "www",
        List.of("web"),
        Duration.ofSeconds(60),
        new RoundRobinAnswers(),
        new Resolvers(3_000, new Constant(0), 0, Duration.ofHours(1)),
        Optional.empty(),
        Duration.ZERO,
        Optional.empty(),
        Optional.empty(),
        true);
    Run run = Engine.run(
        plain.toBuilder().workloads(List.of(users)).dns(List.of(name)).build(), 1);
    double queries = run.figure("dns.www.queries").orElseThrow();
    // At 100 requests a second each resolver asks every 60 s and the 30 s until its next request.
    assertEquals(3_000 * 36_000 / 90.0, queries, 0.02 * queries);
    double zone = 0.50 * 10 / MONTH;
    Bill bill = Bill.of(run, Books.OF_2026);
    assertEquals(
        queries * 0.40 / 1e6 + zone,
        bill.byCategory().getOrDefault(Category.DNS, BigDecimal.ZERO).doubleValue(),
        0.40 / 1e6 * 2);
  }

  /** An agent on each instance, by the month: two of them for a hundred hours. */
  @Test
  void instances() {
    Scenario scenario = scenario("m5.large", 100, "web", 100, 0, 0)
        .groups(
            List.of(group("web", "m5.large").toBuilder().size(new Size(2, 2, 2)).build()))
        .build();
    Tariff monthly = Tariff.flat("other.agent", MeterUnit.MONTH, "7.30", "the scenario");
    List<Agreement> agreed = List.of(meter("agent", Category.OTHER, Counts.INSTANCES, monthly, 0));
    assertEquals(2.0, cost(scenario, agreed, Category.OTHER), 1e-9);
    assertEquals(19.2, cost(scenario, agreed, Category.COMPUTE), 1e-9);
  }

  /** Fleet #29 and platform #64: a promise that an hour does not use up is paid in full. */
  @ParameterizedTest
  @CsvSource({"29, 10, 8", "64, 1, 0.75"})
  void promise(int number, BigDecimal perHour, BigDecimal rate) {
    Scenario scenario = scenario("m5.large", 1, "web", 1, 0, 0).build();
    SavingsPlan plan = new SavingsPlan(
        "plan", perHour, Optional.empty(), BigDecimal.ZERO, Map.of("m5.large", rate));
    Bill bill = Bill.of(
        Engine.run(scenario, 1),
        Books.ofEach(List.of("m5.large"))
            .overridden(Map.of("m5.large", new BigDecimal("12")), Map.of(), Map.of())
            .with(Commitments.of(List.of(plan))));
    List<FocusRow> rows = FocusRows.of(bill, "vector").stream()
        .filter(row -> row.text(FocusColumn.COMMITMENT_DISCOUNT_STATUS).isPresent())
        .toList();
    assertEquals(2, rows.size());
    for (FocusRow row : rows) {
      boolean used = row.text(FocusColumn.COMMITMENT_DISCOUNT_STATUS).equals(Optional.of("Used"));
      BigDecimal part = used ? rate : perHour.subtract(rate);
      assertEquals(0, row.decimal(FocusColumn.EFFECTIVE_COST).orElseThrow().compareTo(part));
      assertEquals(0, row.decimal(FocusColumn.BILLED_COST).orElseThrow().signum());
    }
    assertEquals(0, perHour.compareTo(bill.total().stripTrailingZeros()));
  }

  private static Tariff tariff(String key) {
    return Books.OF_2026.tariff(key);
  }

  private static Tariff named(Tariff like, Category category, String name) {
    return new Tariff(
        OwnMeter.key(category, name),
        like.unit(),
        like.time(),
        like.free(),
        like.tiers(),
        "the scenario");
  }

  private static OwnMeter meter(
      String name, Category category, Counts counts, Tariff like, long amount) {
    return new OwnMeter(name, named(like, category, name), counts, "groups.web", amount);
  }

  private static double cost(Scenario scenario, List<Agreement> agreed, Category category) {
    return cost(scenario, Books.OF_2026.with(Commitments.of(agreed)), category);
  }

  private static double cost(Scenario scenario, PriceBook book, Category category) {
    return Bill.of(Engine.run(scenario, 1), book)
        .byCategory()
        .getOrDefault(category, BigDecimal.ZERO)
        .doubleValue();
  }

  private static headroom.workload.Constant rate(long requests, int hours) {
    return new headroom.workload.Constant(requests / (hours * 3_600.0));
  }

  private static Group group(String name, String type) {
    return Group.of(name, type, new Size(1, 1, 1), new Service(1_000, 9_000, new Constant(0.0001)))
        .zones(List.of("a"))
        .build();
  }

  private static Scenario.Builder scenario(
      String type, int hours, String to, long requests, double gibIn, double gibOut) {
    return Scenario.of("vector", Duration.ofHours(hours))
        .trafficModel(TrafficModel.FLOW)
        .zones(List.of("a"))
        .types(List.of(new InstanceType(type, 2, 8)))
        .workloads(List.of(Workload.of("users", to, rate(requests, hours))
            .requestsPerConnection(1)
            .requestBytes(Math.round(gibIn * GIB / requests))
            .responseBytes(Math.round(gibOut * GIB / requests))
            .build()))
        .groups(List.of(group("web", type)));
  }
}

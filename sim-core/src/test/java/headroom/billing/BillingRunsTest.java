package headroom.billing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import headroom.Engine;
import headroom.ServiceBuilder;
import headroom.policy.scaling.ScheduledAction;
import headroom.random.Constant;
import headroom.results.Run;
import headroom.results.Usage;
import headroom.spec.Group;
import headroom.spec.Health;
import headroom.spec.LoadBalancer;
import headroom.spec.Operation;
import headroom.spec.Scenario;
import headroom.spec.Size;
import headroom.spec.TrafficModel;
import headroom.spec.Upkeep;
import headroom.spec.WarmPool;
import headroom.supply.Disk;
import headroom.supply.Image;
import headroom.supply.InstanceType;
import headroom.vectors.TestUpkeep;
import headroom.workload.Call;
import headroom.workload.CallStep;
import headroom.workload.Client;
import headroom.workload.Fallback;
import headroom.workload.Regular;
import headroom.workload.Service;
import headroom.workload.Workload;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The fleet sheet's vectors of billing once more, as scenarios through the engine. */
class BillingRunsTest {

  /**
   * Here, and in SpotRunTest (13 to 16), CommittedRunsTest (12, 18, 19, 25 to 28), ZoneTransferTest
   * (35) and MeteredRunsTest (29 to 39).
   */
  private static final TreeSet<Integer> SEEN_IN_RUNS = new TreeSet<>(List.of(
      1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26,
      27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 47, 48));

  /** Why a vector is proved on the rule alone. */
  private static final Map<Integer, String> NOT_IN_RUNS = notInRuns();

  private static Map<Integer, String> notInRuns() {
    Map<Integer, String> why = new TreeMap<>();
    range(why, 42, 44, "volumes slow nothing down");
    return why;
  }

  private static void range(Map<Integer, String> why, int from, int to, String reason) {
    IntStream.rangeClosed(from, to).forEach(number -> why.put(number, reason));
  }

  @Test
  void everyVectorOfTheBillIsSeenInARunOrSaysWhyNot() {
    TreeSet<Integer> numbers = new TreeSet<>(SEEN_IN_RUNS);
    numbers.addAll(NOT_IN_RUNS.keySet());
    TreeSet<Integer> wanted = new TreeSet<>(List.of(47, 48));
    IntStream.rangeClosed(1, 44).forEach(wanted::add);
    assertEquals(wanted, numbers);
  }

  /** So many instances, each from the start to the end: each is one start. */
  @ParameterizedTest(name = "#{0}: {3} {2} for {4} s -> {5} s, {6} USD")
  @CsvSource({
    "1, 2008, m1.small, 1, 3660, 7200, 0.20",
    "2, 2008, m1.small, 1, 3600, 3600, 0.10",
    "3, 2008, m1.small, 1, 3601, 7200, 0.20",
    "4, 2008, m1.small, 2, 600, 7200, 0.20",
    "6, 2026, m5.large, 1, 3660, 3660, 0.0976",
    "7, 2026, m5.large, 1, 30, 60, 0.0016",
    "8, 2026, m5.large, 3, 30, 180, 0.0048"
  })
  void instanceTime(
      int number, int year, String type, int many, long lasts, long seconds, String usd) {
    PriceBook book = year == 2008 ? Books.OF_2008 : Books.OF_2026;
    Bill bill = bill(scenario(type, many, lasts).build(), book);
    assertEquals(seconds, compute(bill).stream().mapToLong(Charge::count).sum());
    assertUsd(usd, bill.byCategory().get(Category.COMPUTE));
  }

  /** One instance, with which something is done after a while, by hand. */
  @ParameterizedTest(name = "#{0}: {2} at {3} s -> {6} s, {7} USD")
  @CsvSource({
    "4, 2008, stop, 600, 0, 1200, 7200, 0.20",
    "5, 2008, reboot, 1200, 0, 3000, 3600, 0.10",
    "10, 2026, stop, 300, 45, 345, 300, 0.008",
    "11, 2026, hibernate, 300, 45, 345, 345, 0.0092"
  })
  void poweredByHand(
      int number, int year, String kind, int at, int takes, long lasts, long seconds, String usd) {
    boolean classic = year == 2008;
    Operation.Kind what = Operation.Kind.valueOf(kind.toUpperCase(Locale.ROOT));
    // #4 runs for ten minutes again: it starts at once, and is pending for no time.
    Operation operation = new Operation(
        what,
        Duration.ofSeconds(at),
        Optional.empty(),
        1,
        Optional.of(Duration.ofNanos(1)).filter(soon -> number == 4),
        false,
        Optional.of(Duration.ofSeconds(takes)).filter(time -> what.stops() && takes > 0),
        Optional.empty());
    Scenario plain = scenario(classic ? "m1.small" : "m5.large", 1, lasts).build();
    Scenario scenario = plain.toBuilder()
        .images(List.of(new Image("ami", Image.NONE, Image.NONE, Image.NONE)))
        .groups(List.of(plain.group("web").toBuilder()
            .image(Optional.of("ami"))
            .health(
                new Health(Health.DEFAULT.check(), Duration.ZERO, Health.DEFAULT.status(), false))
            .upkeep(TestUpkeep.with(operation))
            .build()))
        .build();
    Bill bill = bill(scenario, classic ? Books.OF_2008 : Books.OF_2026);
    assertEquals(seconds, compute(bill).stream().mapToLong(Charge::count).sum());
    assertUsd(usd, bill.byCategory().get(Category.COMPUTE));
  }

  /** #9: pending 20 s, running 100 s. */
  @Test
  void pendingIsNotBilled() {
    Scenario.Builder cold = scenario("m5.large", 1, 120);
    Scenario plain = cold.build();
    Scenario scenario = plain.toBuilder()
        .images(List.of(new Image("ami", new Constant(20), new Constant(10), Image.NONE)))
        .groups(List.of(plain.group("web").toBuilder()
            .image(Optional.of("ami"))
            .startsCold(true)
            .build()))
        .build();
    assertEquals(100, compute(bill(scenario, Books.OF_2026)).get(0).count());
  }

  /** #17, #20 to #24: instance-seconds that reservations cover, and what is left. */
  @ParameterizedTest(name = "#{0}: {1} reserved {2} {3}, {5} {4} from {6} s on -> {7} s, {8} s")
  @CsvSource({
    "17, 1, m5.large, '', m5.large, 4, 0, 3600, 10800",
    "20, 1, m5.large, '', m5.large, 1, 1800, 3600, 0",
    "21, 1, t3.medium, '', t3.small, 2, 0, 7200, 0",
    "23, 4, t3.medium, '', t3.large, 2, 0, 7200, 0",
    "22, 1, t3.medium, '', t3.large, 1, 0, 1800, 1800",
    "24, 1, m5.large, b, m5.large, 1, 0, 0, 3600"
  })
  void reserved(
      int number,
      int count,
      String type,
      String zone,
      String runs,
      int many,
      long from,
      long covered,
      long onDemand) {
    ReservedInstances bought = new ReservedInstances(
        "ri",
        count,
        type,
        "linux",
        Optional.of(zone).filter(name -> !name.isEmpty()),
        false,
        "no-upfront",
        new ReservedPrice(BigDecimal.ZERO, new BigDecimal("0.02"), 1, false));
    Scenario scenario = scenario(runs, many, 3_600)
        .start(Scenario.DEFAULT_START.plusSeconds(from))
        .build();
    PriceBook book = Books.ofEach(List.of("t3.small", "t3.medium", "t3.large", "m5.large"))
        .with(Commitments.of(List.of(bought)));
    Bill bill = bill(scenario, book);
    assertEquals(covered, seconds(bill, Terms.Kind.COVERED));
    assertEquals(onDemand, seconds(bill, Terms.Kind.ON_DEMAND));
    // Without the rule: nothing is covered; for any zone, what a zonal one does not cover is.
    Bill listed = bill(scenario, book.with(Commitments.NONE));
    assertEquals(covered + onDemand, seconds(listed, Terms.Kind.ON_DEMAND));
    ReservedInstances anywhere = new ReservedInstances(
        "ri", count, type, "linux", Optional.empty(), false, "no-upfront", bought.price());
    Bill regional = bill(scenario, book.with(Commitments.of(List.of(anywhere))));
    assertEquals(
        zone.isEmpty() ? covered : covered + onDemand, seconds(regional, Terms.Kind.COVERED));
  }

  private static long seconds(Bill bill, Terms.Kind kind) {
    return compute(bill).stream()
        .filter(charge -> charge.terms().kind() == kind)
        .mapToLong(Charge::count)
        .sum();
  }

  /** #40: a balancer for ten minutes is charged for an hour. */
  @Test
  void aStartedHourOfABalancerIsBilledInFull() {
    Scenario plain = scenario("m5.large", 1, 600).build();
    LoadBalancer balancer =
        LoadBalancer.of("lb", LoadBalancer.Type.APPLICATION, "web").build();
    Scenario scenario = plain.toBuilder()
        .loadBalancers(List.of(balancer))
        .workloads(List.of(workload("lb")))
        .build();
    Charge hours = bill(scenario, Books.OF_2026).charges().stream()
        .filter(charge -> charge.category() == Category.LOAD_BALANCING)
        .findFirst()
        .orElseThrow();
    assertUsd("0.0225", hours.amount());
  }

  /** #41: gp3 of 40 GB with 4,000 IOPS and 130 MB/s for a month. */
  @Test
  void aDiskIsBilledAsLongAsItsInstanceIs() {
    Scenario plain = scenario("m5.large", 1, 730 * 3_600).build();
    Scenario scenario = plain.toBuilder()
        .groups(List.of(plain.group("web").toBuilder()
            .disk(Optional.of(new Disk("gp3", 40, 4_000, 130, 1_024)))
            .publicIp(true)
            .build()))
        .build();
    Bill bill = bill(scenario, Books.OF_2026);
    // A gibibyte of snapshots at 0.05 beside the vector's 8.40; an address at 0.005 an hour.
    assertUsd("8.45", bill.byCategory().get(Category.STORAGE));
    assertUsd("3.65", bill.byCategory().get(Category.OTHER));
  }

  /** #47, #48: 288 surplus credits of a day are charged when the instance is terminated. */
  @ParameterizedTest(name = "#{0}: terminated after 24 h: {1} -> {2} USD")
  @CsvSource({"47, true, 0.24", "48, false, 0"})
  void surplusCredits(int number, boolean terminated, BigDecimal usd) {
    Duration lasts = Duration.ofSeconds(24 * 3_600 + (terminated ? 1 : 0));
    Instant ends = Scenario.DEFAULT_START.plus(Duration.ofHours(24));
    ScheduledAction none =
        new ScheduledAction(ends, OptionalInt.of(0), OptionalInt.empty(), OptionalInt.of(0));
    Service work = new Service(1, 1_000_000, new Constant(1));
    Scenario scenario = Scenario.of("surplus", lasts)
        .types(List.of(new InstanceType("t3.large", 2, 8)))
        .workloads(List.of(Workload.of("users", "web", new headroom.workload.Constant(0.4))
            .arrivals(new Regular())
            .client(new Client(Optional.empty()))
            .build()))
        .groups(List.of(Group.of("web", "t3.large", new Size(0, 1, 1), work)
            .scaling(terminated ? List.of(none) : List.of())
            .build()))
        .build();
    BigDecimal surplus = bill(scenario, Books.ofEach(List.of("t3.large"))).charges().stream()
        .filter(charge -> charge.item().sku().startsWith("compute.surplus"))
        .map(Charge::amount)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
    assertUsd(usd.toPlainString(), surplus);
  }

  /** Three Elastic IPs, two instances, an hour: two in use and one idle; monitoring for 2.10 a month. */
  @Test
  void elasticIpsStayAndDetailedMonitoringIsBilledWhereAsked() {
    Scenario plain = scenario("m5.large", 2, 3_600).build();
    Scenario scenario = plain.toBuilder()
        .groups(List.of(
            plain.group("web").toBuilder().elasticIps(3).monitoringBilled(true).build()))
        .build();
    Bill bill = bill(scenario, Books.OF_2026);
    assertUsd("0.015", bill.byCategory().get(Category.OTHER));
    assertEquals(
        List.of(3_600L, 7_200L),
        bill.charges().stream()
            .filter(charge -> charge.category() == Category.OTHER)
            .map(Charge::count)
            .sorted()
            .toList());
    assertUsd("0.005753", bill.byCategory().get(Category.MONITORING));
  }

  /** A call stays in the region: only what its clients send and get crosses the internet. */
  @Test
  void aCallIsNoTransferToTheInternet() {
    for (TrafficModel model : List.of(TrafficModel.REQUESTS, TrafficModel.FLOW)) {
      Scenario plain = scenario("m5.large", 1, 36_000).trafficModel(model).build();
      Group behind = Group.of(
              "behind", "m5.large", new Size(1, 1, 1), new Service(9, 99, new Constant(0.01)))
          .zones(List.of("a"))
          .build();
      Client client = new Client(Optional.of(Duration.ofSeconds(9)));
      Call call = new Call(
          "behind",
          "behind",
          client,
          1,
          1,
          new Fallback.Fail(),
          Optional.empty(),
          List.of(),
          5,
          70);
      Group web = plain.group("web").toBuilder()
          .serves(new ServiceBuilder(1, 9, new Constant(0.01))
              .calls(new CallStep.One(call))
              .build())
          .build();
      Run alone = Engine.run(plain, 1);
      Run calling = Engine.run(plain.toBuilder().groups(List.of(web, behind)).build(), 1);
      assertEquals(bytesOut(alone), bytesOut(calling), 1e-6 * bytesOut(alone), model.word());
    }
  }

  private static double bytesOut(Run run) {
    double bytes = 0;
    for (Usage.TransferUsage transfer : run.usage().transfers()) {
      bytes += java.util.Arrays.stream(transfer.bytesOut()).sum();
    }
    return bytes;
  }

  /** Six that run and four that a warm pool keeps stopped: ten volumes, six addresses, an hour. */
  @Test
  void aStoppedInstanceKeepsItsDiskAndPaysForIt() {
    Scenario plain = scenario("m5.large", 6, 3_600).build();
    WarmPool pool = new WarmPool(WarmPool.PoolState.STOPPED, 0, OptionalInt.of(10), false);
    Scenario scenario = plain.toBuilder()
        .groups(List.of(plain.group("web").toBuilder()
            .size(new Size(6, 10, 6))
            .upkeep(kept(pool))
            .disk(Optional.of(new Disk("gp2", 73, 0, 0, 0)))
            .publicIp(true)
            .build()))
        .build();
    Bill bill = bill(scenario, Books.OF_2026);
    assertUsd("0.10", bill.byCategory().get(Category.STORAGE));
    assertUsd("0.03", bill.byCategory().get(Category.OTHER));
    assertUsd("0.576", bill.byCategory().get(Category.COMPUTE));
  }

  private static Upkeep kept(WarmPool pool) {
    Upkeep usual = Upkeep.DEFAULT;
    return new Upkeep(
        usual.terminationPolicies(),
        usual.scaleInProtection(),
        usual.lifecycleHooks(),
        usual.maximumInstanceLifetime(),
        usual.maintenancePolicy(),
        usual.instanceRefreshes(),
        usual.suspendedProcesses(),
        usual.launchConfiguration(),
        Optional.of(pool),
        usual.operations());
  }

  private static Scenario.Builder scenario(String type, int many, long lasts) {
    return Scenario.of("vector", Duration.ofSeconds(lasts))
        .zones(List.of("a"))
        .types(List.of(new InstanceType(type, 2, 8)))
        .workloads(List.of(workload("web")))
        .groups(List.of(
            Group.of("web", type, new Size(many, many, many), new Service(1, 9, new Constant(0.01)))
                .zones(List.of("a"))
                .build()));
  }

  private static Workload workload(String to) {
    return Workload.of("users", to, new headroom.workload.Constant(1.0 / 3_600)).build();
  }

  private static Bill bill(Scenario scenario, PriceBook book) {
    return Bill.of(Engine.run(scenario, 1), book);
  }

  private static List<Charge> compute(Bill bill) {
    return bill.charges().stream()
        .filter(charge -> charge.category() == Category.COMPUTE)
        .toList();
  }

  private static void assertUsd(String usd, BigDecimal was) {
    assertEquals(
        0,
        new BigDecimal(usd)
            .subtract(was)
            .setScale(6, java.math.RoundingMode.HALF_EVEN)
            .signum(),
        () -> "was " + was);
  }
}

package headroom.vectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.Engine;
import headroom.random.Chance;
import headroom.random.Constant;
import headroom.random.Lognormal;
import headroom.results.Metric;
import headroom.results.Run;
import headroom.results.Unit;
import headroom.spec.Group;
import headroom.spec.Health;
import headroom.spec.Operation;
import headroom.spec.Performance;
import headroom.spec.Scenario;
import headroom.spec.Size;
import headroom.spec.TrafficModel;
import headroom.supply.CreditBalance;
import headroom.supply.CreditMode;
import headroom.supply.CreditRule;
import headroom.supply.InstanceType;
import headroom.supply.LaunchCredits;
import headroom.workload.Client;
import headroom.workload.Regular;
import headroom.workload.Service;
import headroom.workload.Workload;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The fleet sheet's vectors of CPU credits: the rule alone, and the same seen in runs. */
class BurstableTest {

  private static final long HOUR = 3_600_000_000_000L;

  private static CreditRule rule(String type) {
    return CreditRule.of(type).orElseThrow();
  }

  /** #45: 6 earned, 2 vCPU · 2 % · 60 = 2.4 spent. #46: 30 at launch and 24 · 6. */
  @ParameterizedTest(name = "#{0}: {1} {2} at {3} for {4} h has {5} credits")
  @CsvSource({
    "45, t3.nano, UNLIMITED, 0.02, 1, 3.6",
    "46, t2.micro, STANDARD, 0, 24, 174",
    // The cap does not count what was given at launch, and what was given is spent first.
    "0, t2.micro, STANDARD, 0, 48, 174",
    "0, t2.micro, STANDARD, 0.1, 1, 30"
  })
  void credits(int number, String type, CreditMode mode, double cpu, int hours, double credits) {
    CreditRule rule = rule(type);
    double given = mode == CreditMode.STANDARD ? new LaunchCredits().at(0, rule) : 0;
    CreditBalance balance = new CreditBalance(rule, mode, given);
    balance.pass(hours, rule.spent(cpu, hours));
    assertEquals(credits, balance.balance(), 1e-9);
  }

  /** #45 and #46 in runs, of either kind of traffic. */
  @ParameterizedTest(name = "#{0} in a run: {1} at {3}, {5}")
  @CsvSource({
    "45, t3.nano, UNLIMITED, 0.02, 1, REQUESTS, 3.6",
    "45, t3.nano, UNLIMITED, 0.02, 1, FLOW, 3.6",
    "46, t2.micro, STANDARD, 0.0001, 24, REQUESTS, 173.856",
    "46, t2.micro, STANDARD, 0.0001, 24, FLOW, 173.856"
  })
  void creditsInARun(
      int number,
      String type,
      CreditMode mode,
      double cpu,
      int hours,
      TrafficModel model,
      double credits) {
    // Idle is a load of a ten-thousandth here, which costs 0.144 of the 174 credits.
    Run run =
        run(scenario(type, Optional.of(mode), cpu, hours).trafficModel(model).build());
    assertEquals(credits, credits(run, "balance"), 0.01);
    assertEquals(0, credits(run, "surplus"), 1e-9);
  }

  /** #47, #48: 2 · 60 · 40 % spent and 36 earned an hour: 12 borrowed each. */
  @ParameterizedTest
  @EnumSource(
      value = TrafficModel.class,
      names = {"REQUESTS", "FLOW"})
  void surplusInARun(TrafficModel model) {
    Run run =
        run(scenario("t3.large", Optional.empty(), 0.4, 24).trafficModel(model).build());
    assertEquals(288, credits(run, "surplus"), 0.5);
    assertEquals(-288, credits(run, "balance"), 0.5);
    assertEquals(1_152, credits(run, "spent"), 0.5);
  }

  /** Idle for 10 h: t3 keeps its 60 credits through a stop, t2 gets its 30 of the start anew. */
  @ParameterizedTest(name = "{0} of {1}, {2} at each start: {3} credits after 12 h")
  @CsvSource({
    "STOP, t2.nano, 30, 33.05",
    "STOP, t3.nano, 0, 65.9",
    "REBOOT, t2.nano, 30, 65.9",
    "REBOOT, t3.nano, 0, 71.9"
  })
  void whatAStopLeavesOfCredits(Operation.Kind kind, String type, double given, double credits) {
    Operation operation = new Operation(
        kind,
        Duration.ofHours(10),
        1,
        Optional.of(Duration.ofMinutes(59)).filter(time -> kind == Operation.Kind.STOP),
        false);
    Scenario plain = scenario(type, Optional.empty(), 0.0001, 12).build();
    Group group = plain.groups().get(0);
    Run run = run(plain.toBuilder()
        .groups(List.of(group.toBuilder()
            .health(
                new Health(Health.DEFAULT.check(), Duration.ZERO, Health.DEFAULT.status(), false))
            .upkeep(TestUpkeep.with(operation))
            .build()))
        .build());
    assertEquals(credits, credits(run, "balance"), 0.2);
  }

  /**
   * A t2.micro at 40 % spends 24 and earns 6 an hour: the 30 of its launch last 100 minutes. Then it
   * works at a tenth of its speed, its CPU shows a tenth, and its queue grows.
   */
  @ParameterizedTest
  @EnumSource(
      value = TrafficModel.class,
      names = {"REQUESTS", "FLOW"})
  void withoutCreditsAnInstanceWorksAtItsBaseline(TrafficModel model) {
    Scenario.Builder busy = scenario("t2.micro", Optional.empty(), 0.4, 5).trafficModel(model);
    Run run = run(busy.build());
    double throttled =
        run.metrics().get(Metric.count("groups.web", "throttled-hours", "", Unit.HOURS));
    assertEquals(5 - 100 / 60.0, throttled, 0.05);
    double cpu = run.metrics().get(Metric.value("groups.web", "cpu", "mean", Unit.ONE));
    assertEquals((0.4 * 100 + 0.1 * 200) / 300, cpu, 0.005);
    // 0.4 a second for 100 minutes, then 0.1 a second.
    double succeeded = run.metrics().get(Metric.count("requests", "succeeded", "", Unit.ONE));
    assertEquals(0.4 * 6_000 + 0.1 * 12_000, succeeded, 15);

    Run unlimited = run(scenario("t2.micro", Optional.of(CreditMode.UNLIMITED), 0.4, 5)
        .trafficModel(model)
        .build());
    assertEquals(
        0.4 * 18_000,
        unlimited.metrics().get(Metric.count("requests", "succeeded", "", Unit.ONE)),
        5);
  }

  // Its launch credits go first; what it earns meanwhile is more than it has room for.
  private static final double MICRO_FULL = (15 + 12 / 60.0) / 60;

  /**
   * A t1.micro under full load spends its 15 launch credits in 15 minutes; from then on it has 12 s at
   * full speed and 140.6 s at 11 %, together 18 %, as what it earns.
   */
  @Test
  void aMicroInstanceHasTwoSpeeds() {
    Run run = run(micro(1, TrafficModel.REQUESTS));
    double cycle = 12 + 9.84 / 0.07;
    double throttled =
        run.metrics().get(Metric.count("groups.web", "throttled-hours", "", Unit.HOURS));
    assertEquals((5 - MICRO_FULL) * (1 - 12 / cycle), throttled, 0.06);
    double work = MICRO_FULL + 0.18 * (5 - MICRO_FULL);
    assertEquals(work, served(run) / 3_600, 0.03 * work);
  }

  /** Rates know only the mean of both speeds. */
  @Test
  void aMicroInstanceAsARateHasOne() {
    double work = MICRO_FULL + 0.18 * (5 - MICRO_FULL);
    assertEquals(work, served(run(micro(1, TrafficModel.FLOW))) / 3_600, 0.06 * work);
  }

  /** 15 % of load for ever, as it was measured: it is never throttled. Of 25 % it does 18 %. */
  @Test
  void aMicroInstanceBearsLittleLoad() {
    Run little = run(micro(0.15, TrafficModel.REQUESTS));
    assertEquals(
        0, little.metrics().get(Metric.count("groups.web", "throttled-hours", "", Unit.HOURS)));
    assertEquals(0.15 * 5, served(little) / 3_600, 0.001);
    Run more = run(micro(0.25, TrafficModel.REQUESTS));
    double full = 15 / (0.25 * 60);
    double work = 0.25 * full + 0.18 * (5 - full);
    assertEquals(work, served(more) / 3_600, 0.03 * work);
  }

  /** Requests of 50 ms: what is at work when the speed changes ends at the speed it began with. */
  private static Scenario micro(double load, TrafficModel model) {
    Scenario plain = scenario("t1.micro", Optional.empty(), 20 * load, 5).build();
    return plain.toBuilder()
        .trafficModel(model)
        .groups(List.of(plain.group("web").toBuilder()
            .serves(new Service(1, 1_000_000, new Constant(0.05)))
            .build()))
        .build();
  }

  /** Seconds of work that were done. */
  private static double served(Run run) {
    return 0.05 * run.metrics().get(Metric.count("requests", "succeeded", "", Unit.ONE));
  }

  /** It works at full speed again once it has saved a minute of that. */
  @Test
  void anInstanceThatRestsRecovers() {
    CreditBalance balance = new CreditBalance(rule("t2.micro"), CreditMode.STANDARD, 0);
    assertEquals(0, balance.hoursLeft(1));
    assertEquals(Double.POSITIVE_INFINITY, balance.hoursLeft(0.1));
    balance.pass(1, 0);
    assertEquals(6 / 54.0, balance.hoursLeft(1), 1e-12);
  }

  /** The 101st start within a day gets none [E17]; a day later it would. */
  @Test
  void aHundredStartsADayGetLaunchCredits() {
    LaunchCredits credits = new LaunchCredits();
    for (int start = 0; start < 100; start++) {
      assertEquals(30, credits.at(HOUR, rule("t2.micro")));
    }
    assertEquals(0, credits.at(24 * HOUR, rule("t2.micro")));
    assertEquals(30, credits.at(25 * HOUR, rule("t2.micro")));
    assertEquals(0, credits.at(25 * HOUR, rule("t3.micro")));
  }

  /** Speeds that differ by 30 % around the same mean: the fleet does the same work, less evenly. */
  @ParameterizedTest
  @EnumSource(
      value = TrafficModel.class,
      names = {"REQUESTS", "FLOW"})
  void equalInstancesDiffer(TrafficModel model) {
    Run alike = run(spread(0, model));
    Run differing = run(spread(0.3, model));
    double before = alike.metrics().get(Metric.value("groups.web", "busy", "mean", Unit.ONE));
    double after = differing.metrics().get(Metric.value("groups.web", "busy", "mean", Unit.ONE));
    double[] speeds = IntStream.range(0, 40)
        .mapToDouble(new Chance(1).of("web", "performance")::at)
        .map(new Lognormal(1, 0.3)::quantile)
        .toArray();
    // As often asked as the others, a slow one is busy for longer; rates know the mean speed.
    double factor = model == TrafficModel.FLOW
        ? 1 / DoubleStream.of(speeds).average().orElseThrow()
        : DoubleStream.of(speeds).map(speed -> 1 / speed).average().orElseThrow();
    assertEquals(factor, after / before, 0.01 * factor);
    assertTrue(Math.abs(factor - 1) > 0.03, "the luck of this seed proves nothing: " + factor);
  }

  private static Scenario spread(double cv, TrafficModel model) {
    Scenario plain =
        scenario("m5.large", Optional.empty(), 8, 1).trafficModel(model).build();
    return plain.toBuilder()
        .groups(List.of(plain.group("web").toBuilder()
            .size(new Size(40, 40, 40))
            .performance(new Performance(Optional.empty(), cv))
            .build()))
        .build();
  }

  /** An instance that is busy to a share, with one worker and no chance. */
  private static Scenario.Builder scenario(
      String type, Optional<CreditMode> mode, double cpu, int hours) {
    CreditRule rule = CreditRule.of(type).orElse(rule("t3.nano"));
    return Scenario.of("burst", Duration.ofHours(hours))
        .types(List.of(new InstanceType(type, rule.vcpus(), 1)))
        .workloads(List.of(Workload.of("users", "web", new headroom.workload.Constant(cpu))
            .arrivals(new Regular())
            .client(new Client(Optional.empty()))
            .build()))
        .groups(List.of(
            Group.of("web", type, new Size(1, 1, 1), new Service(1, 1_000_000, new Constant(1)))
                .performance(new Performance(mode, 0))
                .build()));
  }

  private static Run run(Scenario scenario) {
    return Engine.check(scenario, 1);
  }

  private static double credits(Run run, String statistic) {
    boolean level = statistic.equals("balance");
    return run.metrics()
        .get(
            level
                ? Metric.value("groups.web", "credits", statistic, Unit.ONE)
                : Metric.count("groups.web", "credits", statistic, Unit.ONE));
  }
}

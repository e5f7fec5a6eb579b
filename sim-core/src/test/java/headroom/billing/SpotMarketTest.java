package headroom.billing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.Engine;
import headroom.ScenarioBuilder;
import headroom.policy.placement.InterruptionAction;
import headroom.policy.placement.Mix;
import headroom.policy.placement.SpotAllocation;
import headroom.policy.scaling.Once;
import headroom.policy.scaling.ScheduledAction;
import headroom.random.Constant;
import headroom.results.ResourceUsage;
import headroom.results.ResourceUsage.EndedBy;
import headroom.results.ResourceUsage.Spot;
import headroom.results.Run;
import headroom.spec.Group;
import headroom.spec.Scenario;
import headroom.supply.Cloud;
import headroom.supply.Image;
import headroom.supply.InstanceType;
import headroom.supply.Quotas;
import headroom.supply.RecordedPrice;
import headroom.supply.RecordedPrice.Step;
import headroom.supply.SpotPool;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A price that rises above the bid, and what it comes to (fleet sheet §1.6, §2.1, §2.2, §4.2). */
class SpotMarketTest {

  private static final BigDecimal LOW = new BigDecimal("0.0384");
  private static final BigDecimal HIGH = new BigDecimal("0.2");
  private static final BigDecimal BID = new BigDecimal("0.05");
  private static final Instant START = Instant.parse("2026-07-01T00:00:00Z");
  private static final long SECOND = 1_000_000_000L;

  /** #13 to #16 in a run: the same time, and who ended it decides. */
  @ParameterizedTest(name = "#{0}: {1}, {2} ends it after {3} min: {4} USD")
  @CsvSource({
    "13, linux, PROVIDER, 40, 0",
    "14, linux, CUSTOMER, 40, 0.0256",
    "15, linux, PROVIDER, 90, 0.0576",
    "16, suse, PROVIDER, 90, 0.0384",
  })
  void whoEndsItDecides(int number, String system, EndedBy who, int minutes, String usd) {
    Run run = Engine.check(ended(system, who, minutes), 1);
    List<Spot> runs = spotRuns(run);
    assertEquals(1, runs.size(), "#" + number);
    assertEquals(who, runs.get(0).endedBy());
    assertEquals(60L * minutes * SECOND, runs.get(0).toNanos() - runs.get(0).fromNanos());
    assertEquals(
        0, compute(run).compareTo(new BigDecimal(usd)), () -> compute(run).toString());
  }

  /** The switch: were it somebody else who ended it, #13, #14 and #16 would cost otherwise. */
  @ParameterizedTest
  @CsvSource({"linux, PROVIDER, 40", "linux, CUSTOMER, 40", "suse, PROVIDER, 90"})
  void withoutTheRuleTheyCostOtherwise(String system, EndedBy who, int minutes) {
    Run run = Engine.run(ended(system, who, minutes), 1);
    EndedBy other = who == EndedBy.PROVIDER ? EndedBy.CUSTOMER : EndedBy.PROVIDER;
    List<ResourceUsage> turned = spotRuns(run).stream()
        .<ResourceUsage>map(
            one -> new Spot(one.what(), one.fromNanos(), one.toNanos(), other, one.price()))
        .toList();
    Bill bill = Bill.of(Uses.none().with(turned), Uses.window(3 * 3_600), Books.OF_2026);
    assertNotEquals(0, bill.total().compareTo(compute(run)));
  }

  private static Scenario ended(String system, EndedBy who, int minutes) {
    SpotPool pool = pool(step(0, LOW), step(who == EndedBy.PROVIDER ? minutes : 179, HIGH))
        .told(Duration.ZERO, Optional.empty());
    return scenario(1, mix(InterruptionAction.TERMINATE), system, pool, group -> {
      ScheduledAction away = new ScheduledAction(
          new Once(START.plus(Duration.ofMinutes(minutes))),
          OptionalInt.empty(),
          OptionalInt.empty(),
          OptionalInt.of(0));
      return who == EndedBy.CUSTOMER ? group.scaling(List.of(away)) : group;
    });
  }

  /** Spot has a quota of its own: of 5 vCPUs two instances of 2 vCPUs come, on demand two more. */
  @ParameterizedTest(name = "{0} vCPUs of spot: {1} spot instances")
  @CsvSource({"5, 2", "6, 3", "64, 4"})
  void spotVcpusAreCountedByThemselves(int vcpus, int launched) {
    Quotas quotas = new Quotas(
        OptionalInt.empty(),
        new TreeMap<>(Map.of(Quotas.STANDARD, 4)),
        new TreeMap<>(Map.of(Quotas.STANDARD, vcpus)));
    Mix half = new Mix(2, 0, SpotAllocation.LOWEST_PRICE, 2, false);
    Scenario plain =
        scenario(6, half, Image.LINUX, new SpotPool("m5.large", List.of(), LOW, 0), group -> group);
    Cloud cloud = new Cloud(
        List.of(),
        List.of(),
        quotas,
        Optional.empty(),
        Cloud.DEFAULT_RETRY,
        plain.cloud().spot());
    Run run = Engine.check(
        plain.toBuilder()
            .cloud(cloud)
            .groups(List.of(plain.groups().get(0).toBuilder().startsCold(true).build()))
            .build(),
        1);
    assertEquals(launched, spotRuns(run).size());
    assertEquals(2 + launched, run.figure("groups.web.launches").orElseThrow());
    double refused =
        run.figure("groups.web.launch-failures.MaxSpotInstanceCountExceeded").orElseThrow();
    assertEquals(launched < 4, refused > 0, "refused " + refused);
  }

  /** Above the bid nothing is launched, and what runs goes two minutes after its notice. */
  @Test
  void whoIsOutbidWaitsForThePrice() {
    Run run = Engine.check(
        scenario(
            4,
            mix(InterruptionAction.TERMINATE),
            Image.LINUX,
            pool(step(0, LOW), step(60, HIGH), step(120, LOW)),
            group -> group),
        1);
    assertEquals(4, run.figure("groups.web.outbid").orElseThrow());
    assertEquals(4, run.figure("groups.web.interruptions").orElseThrow());
    assertTrue(run.figure("groups.web.launch-failures.SpotMaxPriceTooLow").orElseThrow() >= 57);
    List<Spot> runs = spotRuns(run);
    assertEquals(8, runs.size());
    runs.stream()
        .filter(one -> one.endedBy() == EndedBy.PROVIDER)
        .forEach(one -> assertEquals((3_600 + 120) * SECOND, one.toNanos()));
    runs.stream()
        .filter(one -> one.endedBy() == EndedBy.CUSTOMER)
        .forEach(one -> assertTrue(one.fromNanos() >= 7_200 * SECOND));
  }

  /** Who bids more keeps them, and pays what each second costs. */
  @Test
  void whoBidsMoreKeepsThem() {
    Mix rich = mix(InterruptionAction.TERMINATE)
        .paying(Optional.of(BigDecimal.ONE), InterruptionAction.TERMINATE);
    Run run = Engine.check(
        scenario(
            1,
            rich,
            Image.LINUX,
            pool(step(0, LOW), step(60, HIGH), step(120, LOW)),
            group -> group),
        1);
    assertEquals(0, run.figure("groups.web.interruptions").orElseThrow());
    assertEquals(0, compute(run).compareTo(new BigDecimal("0.2768")), compute(run)::toString);
  }

  /** One that stops keeps its place and its volume, and comes back when the price is down. */
  @Test
  void whatStopsComesBack() {
    Run run = Engine.check(
        scenario(
            2,
            mix(InterruptionAction.STOP),
            Image.LINUX,
            pool(step(0, LOW), step(60, HIGH), step(120, LOW)),
            group -> group),
        1);
    assertEquals(2, run.figure("groups.web.interruptions").orElseThrow());
    assertEquals(0, run.figure("groups.web.terminations").orElseThrow());
    assertEquals(0, run.figure("groups.web.launches").orElseThrow());
    List<Spot> runs = spotRuns(run);
    assertEquals(4, runs.size());
    assertEquals(3_720 * SECOND, runs.get(0).toNanos());
    assertTrue(runs.get(2).fromNanos() >= 7_200 * SECOND);
    assertTrue(runs.get(2).fromNanos() <= 7_320 * SECOND);
  }

  /** Hibernation begins at the notice, and 8 GiB are written at 125 MiB a second, billed. */
  @Test
  void whatHibernatesIsBilledWhileItsMemoryIsWritten() {
    Run run = Engine.check(
        scenario(
            1,
            mix(InterruptionAction.HIBERNATE),
            Image.LINUX,
            pool(step(0, LOW), step(90, HIGH)),
            group -> group),
        1);
    Spot one = spotRuns(run).get(0);
    assertEquals(EndedBy.PROVIDER, one.endedBy());
    assertEquals(5_400 * SECOND + 65_536_000_000L, one.toNanos());
  }

  /** A word ten minutes before: another comes first, and nobody misses one; at the notice, one is. */
  @Test
  void aRecommendationLeavesTimeForAnother() {
    Mix balanced = new Mix(0, 0, SpotAllocation.LOWEST_PRICE, 2, true);
    SpotPool told =
        risky(0.999999).told(Duration.ofMinutes(2), Optional.of(Duration.ofMinutes(10)));
    Run early = Engine.check(risking(balanced, told), 1);
    assertTrue(early.figure("groups.web.rebalance-recommendations").orElseThrow() > 20);
    assertEquals(10, early.figure("groups.web.instances.min").orElseThrow());
    assertEquals(0, early.figure("groups.web.interruptions").orElseThrow());
    Run late = Engine.check(risking(balanced, risky(0.999999)), 1);
    assertTrue(late.figure("groups.web.instances.min").orElseThrow() < 10);
  }

  /** No replacement comes before the notice where the next pool is riskier. */
  @Test
  void aRiskierPoolIsNoReplacement() {
    Mix balanced = new Mix(0, 0, SpotAllocation.LOWEST_PRICE, 1, true);
    SpotPool dear = new SpotPool("m5.large", List.of(), LOW, Optional.empty(), 0.9999)
        .varying(new RecordedPrice(List.of(step(0, LOW), step(1, BID))), HIGH)
        .told(Duration.ofMinutes(2), Optional.of(Duration.ofMinutes(10)));
    SpotPool cheap = new SpotPool("m5.xlarge", List.of(), LOW, Optional.empty(), 0.999999);
    Scenario two = risking(balanced, dear);
    Run run = Engine.check(
        two.toBuilder()
            .types(List.of(ScenarioBuilder.LARGE, new InstanceType("m5.xlarge", 4, 16)))
            .groups(List.of(
                two.groups().get(0).toBuilder().otherTypes(List.of("m5.xlarge")).build()))
            .cloud(Cloud.ENDLESS.withSpot(List.of(dear, cheap)))
            .build(),
        1);
    assertTrue(run.figure("groups.web.rebalance-recommendations").orElseThrow() > 0);
    assertTrue(run.figure("groups.web.instances.min").orElseThrow() < 10);
  }

  /** On-demand, lowest-price asks for the cheapest type, prioritized for the group's first. */
  @ParameterizedTest
  @CsvSource({"true, m5.xlarge", "false, m5.large"})
  void theCheapestOnDemandTypeComesFirst(boolean cheapest, String type) {
    Map<String, BigDecimal> prices =
        Map.of("m5.large", new BigDecimal("0.2"), "m5.xlarge", new BigDecimal("0.1"));
    Mix mix = cheapest ? Mix.ON_DEMAND.cheapestOnDemand(prices) : Mix.ON_DEMAND;
    Scenario plain = scenario(3, mix, Image.LINUX, risky(0), group -> group);
    Run run = Engine.check(
        plain.toBuilder()
            .types(List.of(ScenarioBuilder.LARGE, new InstanceType("m5.xlarge", 4, 16)))
            .groups(List.of(plain.groups().get(0).toBuilder()
                .otherTypes(List.of("m5.xlarge"))
                .build()))
            .build(),
        1);
    assertEquals(3, run.usage().instances().size());
    for (int row = 0; row < 3; row++) {
      assertEquals(type, run.usage().instances().what(row).type());
    }
  }

  private static SpotPool risky(double interruptions) {
    return new SpotPool("m5.large", List.of(), LOW, Optional.empty(), interruptions);
  }

  private static Scenario risking(Mix mix, SpotPool pool) {
    Scenario brief = scenario(10, mix, Image.LINUX, pool, group -> group);
    return brief.toBuilder().lasts(Duration.ofDays(10)).build();
  }

  private static Step step(int minute, BigDecimal usd) {
    return new Step(Duration.ofMinutes(minute), usd);
  }

  private static SpotPool pool(Step... steps) {
    return risky(0).varying(new RecordedPrice(List.of(steps)), HIGH);
  }

  private static Mix mix(InterruptionAction action) {
    return new Mix(0, 0, SpotAllocation.LOWEST_PRICE, 2, false).paying(Optional.of(BID), action);
  }

  private static Scenario scenario(
      int size, Mix mix, String system, SpotPool pool, UnaryOperator<Group.Builder> more) {
    Image image = new Image(
        "ami",
        Image.NONE,
        Image.NONE,
        Optional.empty(),
        List.of(),
        Image.NONE,
        Optional.empty(),
        system);
    Scenario plain = new ScenarioBuilder()
        .start(START)
        .lasts(Duration.ofHours(3))
        .rate(0.001)
        .time(new Constant(0.001))
        .size(0, size)
        .desired(size)
        .cloud(Cloud.ENDLESS.withSpot(List.of(pool)))
        .build();
    return plain.toBuilder()
        .images(List.of(image))
        .groups(
            List.of(more.apply(plain.groups().get(0).toBuilder().mix(mix).image(Optional.of("ami")))
                .build()))
        .build();
  }

  private static BigDecimal compute(Run run) {
    return Bill.of(run, Books.OF_2026).byCategory().getOrDefault(Category.COMPUTE, BigDecimal.ZERO);
  }

  private static List<Spot> spotRuns(Run run) {
    return run.usage().resources().stream()
        .filter(Spot.class::isInstance)
        .map(Spot.class::cast)
        .toList();
  }
}

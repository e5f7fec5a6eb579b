package headroom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.policy.retry.ExponentialBackoff;
import headroom.policy.retry.Jitter;
import headroom.random.Constant;
import headroom.results.EventLog;
import headroom.results.InstanceUsage;
import headroom.results.Run;
import headroom.spec.Scenario;
import headroom.supply.Capacity;
import headroom.supply.Cloud;
import headroom.supply.InstanceType;
import headroom.supply.MeanReverting;
import headroom.supply.Quotas;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the cloud refuses, and where a group turns then. */
class CloudRunTest {

  private static final Duration HOUR = Duration.ofHours(1);

  /** Two in a, one in b, none in c: of six wanted three are granted, in the order of zones. */
  @Test
  void aPoolThatIsDrySendsTheLaunchToAnotherZone() {
    Run run = Engine.show(
        cold(4).cloud(pools(pool("a", 2), pool("b", 4), pool("c", 0))).build(), 1);
    assertEquals(4, figure(run, "launches"));
    assertEquals(Map.of("a", 2L, "b", 2L), byZone(run));
    assertTrue(figure(run, "launch-failures.InsufficientInstanceCapacity") >= 1);
  }

  /** What is missing is asked for again each minute: at 0, 1, 2 … 59 min, in three zones. */
  @Test
  void partOfABatchIsGrantedAndTheRestAskedForAgain() {
    Run run = Engine.check(
        cold(5)
            .cloud(pools(pool("a", 1), pool("b", 1), pool("c", 1)))
            .lasts(HOUR)
            .build(),
        1);
    assertEquals(3, figure(run, "launches"));
    assertEquals(61 * 3, figure(run, "launch-failures.InsufficientInstanceCapacity"));
  }

  /** Waits of 1, 2, 4 … minutes come to tries at 0, 1, 3, 7, 15, 31 min. */
  @Test
  void theWaitGrowsAsTheBackoffSays() {
    ExponentialBackoff doubling =
        new ExponentialBackoff(Duration.ofMinutes(1), Duration.ofHours(5), 2, Jitter.NONE);
    Cloud cloud =
        new Cloud(List.of(), List.of(pool("a", 0)), Quotas.NONE, Optional.empty(), doubling);
    Run run = Engine.check(cold(1).zones("a").cloud(cloud).lasts(HOUR).build(), 1);
    assertEquals(6, figure(run, "launch-failures.InsufficientInstanceCapacity"));
  }

  /** A crunch from 10 to 40 minutes: what crashed meanwhile is replaced when it is over. */
  @Test
  void capacityIsShortForAWhile() {
    Capacity crunch = new Capacity(
        "m5.large",
        List.of(),
        new MeanReverting(0, 0, HOUR),
        Duration.ZERO,
        Optional.of(Duration.ofMinutes(30)));
    Run run = Engine.check(cold(2).cloud(pools(crunch)).lasts(HOUR).build(), 1);
    assertEquals(2, figure(run, "launches"));
    assertEquals(30 * 60, figure(run, "launch.request.mean"), 1e-9);
  }

  @Test
  void theQuotaOfInstancesHoldsForAllGroupsTogether() {
    Quotas quotas = new Quotas(OptionalInt.of(20), new TreeMap<>());
    Run run = Engine.check(cold(30).cloud(with(quotas)).build(), 1);
    assertEquals(20, figure(run, "launches"));
    assertTrue(figure(run, "launch-failures.InstanceLimitExceeded") >= 1);
  }

  /** 256 vCPUs are 32 of 8 (sheet §1.5, [E9]); here 128 of 2. */
  @Test
  void theQuotaOfVcpusIsASum() {
    Quotas quotas = new Quotas(OptionalInt.empty(), new TreeMap<>(Map.of("standard", 256)));
    Run run = Engine.check(cold(200).cloud(with(quotas)).build(), 1);
    assertEquals(128, figure(run, "launches"));
    assertTrue(figure(run, "launch-failures.VcpuLimitExceeded") >= 1);
  }

  /** The zone comes first, then the type: a's second type before b's first. */
  @Test
  void anotherTypeTakesThePlaceOfOneThatIsDry() {
    Scenario plain =
        cold(4).zones("a", "b").cloud(pools(pool("a", 1), pool("b", 1))).build();
    Scenario scenario = plain.toBuilder()
        .types(List.of(ScenarioBuilder.LARGE, new InstanceType("m5.xlarge", 4, 16)))
        .groups(List.of(
            plain.groups().get(0).toBuilder().otherTypes(List.of("m5.xlarge")).build()))
        .build();
    Run run = Engine.show(scenario, 1);
    assertEquals(4, figure(run, "launches"));
    assertEquals(2, figure(run, "launch-failures.InsufficientInstanceCapacity"));
    InstanceUsage usage = run.usage().instances();
    Map<String, Long> types = new TreeMap<>();
    IntStream.range(0, usage.size())
        .forEach(row ->
            types.merge(usage.what(row).type() + " " + usage.what(row).zone(), 1L, Long::sum));
    assertEquals(
        Map.of("m5.large a", 1L, "m5.large b", 1L, "m5.xlarge a", 1L, "m5.xlarge b", 1L), types);
  }

  private static Map<String, Long> byZone(Run run) {
    Map<String, Long> zones = new TreeMap<>();
    for (EventLog.Entry entry : run.events().orElseThrow().events()) {
      if (entry.kind() == EventLog.Kind.LAUNCH) {
        zones.merge(entry.what().replace("launched in zone ", ""), 1L, Long::sum);
      }
    }
    return zones;
  }

  private static Capacity pool(String zone, int instances) {
    return new Capacity(
        "m5.large",
        List.of(zone),
        new MeanReverting(instances, 0, HOUR),
        Duration.ZERO,
        Optional.empty());
  }

  private static Cloud pools(Capacity... capacity) {
    return new Cloud(
        List.of(), List.of(capacity), Quotas.NONE, Optional.empty(), Cloud.DEFAULT_RETRY);
  }

  private static Cloud with(Quotas quotas) {
    return new Cloud(List.of(), List.of(), quotas, Optional.empty(), Cloud.DEFAULT_RETRY);
  }

  private static double figure(Run run, String name) {
    return run.figure("groups.web." + name).orElseThrow();
  }

  private static ScenarioBuilder cold(int size) {
    return new ScenarioBuilder()
        .lasts(Duration.ofMinutes(10))
        .rate(1)
        .time(new Constant(0.001))
        .size(size)
        .cold();
  }
}

package headroom.theory;

import static org.junit.jupiter.api.Assertions.assertEquals;

import headroom.Engine;
import headroom.ScenarioBuilder;
import headroom.fault.CommonCause;
import headroom.fault.CommonCause.Level;
import headroom.fault.HardwareFailures;
import headroom.fault.InstanceFailures;
import headroom.fault.Scripted;
import headroom.random.Constant;
import headroom.random.Distribution;
import headroom.random.Exponential;
import headroom.results.EventLog;
import headroom.results.Run;
import headroom.spec.Group;
import headroom.spec.Health;
import headroom.spec.Scenario;
import headroom.spec.Size;
import headroom.workload.Service;
import headroom.workload.Workload;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Common causes over subtrees of the failure domains, against the Markov chains of each subtree. */
class CommonCauseTheoryTest {

  private static final double HOUR = 3600;
  private static final double FAIL = HOUR;
  private static final double MEND = HOUR / 10;
  private static final double SHARE = 0.3;
  private static final int INSTANCES = 6;
  private static final int HOURS = 300;
  private static final int RUNS = 12;
  private static final Claims CLAIMS = new Claims(36);
  private static final Health PETS = new Health(
      Health.Check.INSTANCE_STATUS, Health.DEFAULT_GRACE, Health.DEFAULT.status(), false);

  /**
   * Six instances that fail after 1 h and are mended after 6 min, 30 % of their failures by common
   * causes: k of n are there as the chains say, one of each node of the level.
   */
  @ParameterizedTest(name = "{0}, takes {1}")
  @CsvSource({
    "GROUP, 1, 1",
    "HOST, 1, 2",
    "RACK, 0.4, 2",
    "ZONE, 1, 2",
    "REGION, 0.4, 1",
    "PROVIDER, 1, 1"
  })
  void asManyAreThereAsTheBetaFactorModelSays(Level level, double takes, int nodes) {
    CommonCause common =
        new CommonCause(SHARE, takes, level, false, Duration.ZERO, Optional.empty());
    Replicated runs = Replicated.of(pets(common), RUNS);
    double[] up = {1};
    for (int node = 0; node < nodes; node++) {
      up = sum(up, chain(INSTANCES / nodes, takes));
    }
    for (int k : new int[] {1, 3, 4, 5, INSTANCES}) {
      double there = IntStream.rangeClosed(k, INSTANCES).mapToDouble(at(up)).sum();
      CLAIMS.covers(
          level + " takes " + takes + ", " + k + " of " + INSTANCES,
          runs.figure("groups.web.at-least." + k),
          there,
          0.05);
    }
    double mean = 0;
    for (int k = 1; k <= INSTANCES; k++) {
      mean += k * up[k];
    }
    double failures = mean / FAIL * HOURS * HOUR;
    CLAIMS.covers(level + " failures", runs.figure("failures.wear.instances"), failures, 0.08);
  }

  private static IntToDoubleFunction at(double[] values) {
    return k -> values[k];
  }

  private static InstanceFailures wear(CommonCause common, Distribution up, double mend) {
    return new InstanceFailures(
        "wear",
        "web",
        up,
        Optional.of(new Exponential(mend)),
        Optional.of(common),
        Optional.empty());
  }

  private static Scenario pets(CommonCause common) {
    ScenarioBuilder fleet = new ScenarioBuilder()
        .zones("a", "b")
        .rate(1.0 / 86_400)
        .size(INSTANCES)
        .health(PETS)
        .lasts(Duration.ofHours(HOURS))
        .failure(wear(common, new Exponential(FAIL), MEND));
    // One host of one rack in each zone, which itself stays up: so chance does not place anybody.
    return common.level().isHardware()
        ? fleet.failure(racks(1, Duration.ofHours(HOURS).minusSeconds(1))).build()
        : fleet.build();
  }

  private static HardwareFailures racks(int perZone, Duration at) {
    return new HardwareFailures(
        "racks",
        HardwareFailures.Level.RACK,
        Optional.empty(),
        OptionalInt.of(perZone),
        List.of(),
        1,
        new Scripted(at, Duration.ofSeconds(1)));
  }

  /**
   * The probabilities that so many below a node are up: each fails alone, shocks take each with a
   * probability, each is mended alone. The flow between at most k and more of them balances.
   */
  private static double[] chain(int n, double takes) {
    double alone = (1 - SHARE) / FAIL;
    double shocks = SHARE / FAIL / takes;
    double[] up = new double[n + 1];
    up[n] = 1;
    for (int k = n - 1; k >= 0; k--) {
      double down = up[k + 1] * (k + 1) * alone;
      for (int j = k + 1; j <= n; j++) {
        down += up[j] * shocks * atMost(k, j, 1 - takes);
      }
      up[k] = down / ((n - k) / MEND);
    }
    double all = IntStream.rangeClosed(0, n).mapToDouble(at(up)).sum();
    return IntStream.rangeClosed(0, n).mapToDouble(k -> up[k] / all).toArray();
  }

  /** The probability that at most k of n stay, each with the same probability. */
  private static double atMost(int k, int n, double stays) {
    double sum = 0;
    double ways = 1;
    for (int j = 0; j <= k; j++) {
      sum += ways * Math.pow(stays, j) * Math.pow(1 - stays, n - j);
      ways = ways * (n - j) / (j + 1);
    }
    return sum;
  }

  /** The law of the sum of two independent counts. */
  private static double[] sum(double[] one, double[] other) {
    double[] both = new double[one.length + other.length - 1];
    for (int i = 0; i < one.length; i++) {
      for (int j = 0; j < other.length; j++) {
        both[i + j] += one[i] * other[j];
      }
    }
    return both;
  }

  /**
   * What others lose that lie below the struck node: they fall one by one within a minute, and all
   * are back 12 min after the last could fall, so that they are up for (1/r + 30 s) of each
   * (1/r + 1 min + 12 min), zone by zone.
   */
  @Test
  void whatLiesBesideItGoesAndComesBackWithIt() {
    double rate = SHARE / FAIL;
    CommonCause common = new CommonCause(
        SHARE, 1, Level.ZONE, true, Duration.ofMinutes(1), Optional.of(new Constant(HOUR / 5)));
    Replicated runs = Replicated.of(neighbours(common), RUNS);
    double up = (1 / rate + 30) / (1 / rate + 60 + HOUR / 5);
    CLAIMS.covers("neighbours", runs.figure("groups.db.instances.mean"), 4 * up, 0.03);
    // A shock to both zones within 12 minutes is what takes all four, but for the minutes of
    // falling.
    double none = Math.pow(1 - up, 2);
    Replicated.Interval all = runs.figure("groups.db.at-least.1");
    assertEquals(1 - none, all.mean(), all.halfWidth(0.9997) + 0.01);
  }

  private static Scenario neighbours(CommonCause common) {
    return Scenario.of("neighbours", Duration.ofHours(HOURS))
        .zones(List.of("a", "b"))
        .types(List.of(ScenarioBuilder.LARGE))
        .workloads(List.of(Workload.of("users", "web", new headroom.workload.Constant(1.0 / 86_400))
            .build()))
        .groups(List.of(group("web", 2), group("db", 4)))
        .failures(List.of(wear(common, new Exponential(FAIL), MEND)))
        .build();
  }

  private static Group group(String name, int size) {
    Service service = new Service(8, Service.DEFAULT_QUEUE, new Constant(0.1));
    return Group.of(name, "m5.large", new Size(size, size, size), service)
        .zones(List.of("a", "b"))
        .health(PETS)
        .build();
  }

  /** Each of the two zones' five racks is struck for itself, as often as the share says. */
  @Test
  void everyRackHasShocksOfItsOwn() {
    CommonCause common =
        new CommonCause(SHARE, 1, Level.RACK, false, Duration.ZERO, Optional.empty());
    Scenario scenario = new ScenarioBuilder()
        .zones("a", "b")
        .rate(1.0 / 86_400)
        .size(2)
        .health(PETS)
        .lasts(Duration.ofHours(HOURS))
        .failure(wear(common, new Exponential(FAIL), MEND))
        .failure(racks(5, Duration.ofHours(HOURS).minusSeconds(1)))
        .build();
    Run run = Engine.show(scenario, 1);
    Map<String, Long> shocks = run.events().orElseThrow().events().stream()
        .filter(event -> event.what().equals("common cause"))
        .collect(
            Collectors.groupingBy(EventLog.Entry::subject, TreeMap::new, Collectors.counting()));
    double each = HOURS * HOUR * SHARE / FAIL;
    assertEquals(10, shocks.size(), shocks::toString);
    shocks.forEach((rack, count) -> assertEquals(each, count, 3.9 * Math.sqrt(each), rack));
  }
}

package headroom;

import static org.junit.jupiter.api.Assertions.assertEquals;

import headroom.fault.DependencyFailure;
import headroom.fault.Failure;
import headroom.fault.GrayFailure;
import headroom.fault.HardwareFailures;
import headroom.fault.InstanceOutages;
import headroom.fault.LaunchServiceOutage;
import headroom.fault.Maintenance;
import headroom.fault.Outage;
import headroom.fault.PacketLoss;
import headroom.fault.Partition;
import headroom.fault.Recurring;
import headroom.fault.RegionFailure;
import headroom.fault.Replayed;
import headroom.fault.Scripted;
import headroom.fault.ServiceOutage;
import headroom.fault.Slowdown;
import headroom.fault.Timing;
import headroom.fault.ZoneFailure;
import headroom.random.Distribution;
import headroom.random.Exponential;
import headroom.random.Uniform;
import headroom.results.Run;
import headroom.supply.Cloud;
import headroom.supply.LaunchService;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind of failure that lasts for a time: as is written, as is recorded, and at random. */
class EveryKindTest {

  private static final String NAME = "it";
  private static final int HOURS = 300;
  private static final double UP = 1200;
  private static final double LOW = 120;
  private static final double HIGH = 480;

  // Two claims for each kind, at 99 % together: 3.7 standard errors.
  private static final double WITHIN = 3.7;

  private static Map<String, Function<Timing, Failure>> kinds() {
    Map<String, Function<Timing, Failure>> kinds = new LinkedHashMap<>();
    kinds.put("instances", when -> new InstanceOutages(NAME, "web", 0.5, when));
    kinds.put("zone", when -> new ZoneFailure(NAME, "a", false, when));
    kinds.put("zone and its nodes", when -> new ZoneFailure(NAME, "a", true, when));
    kinds.put("region", when -> new RegionFailure(NAME, when));
    kinds.put("partition", when -> new Partition(NAME, List.of("a"), when));
    kinds.put(
        "dependency", when -> new DependencyFailure(NAME, "web", 0.5, 0.5, Duration.ZERO, when));
    kinds.put("slowdown", when -> new Slowdown(NAME, "web", 0.5, when));
    kinds.put("launch-service", when -> new LaunchServiceOutage(NAME, "chef", when));
    kinds.put(
        "lossy",
        when -> new GrayFailure(
            NAME, GrayFailure.Kind.GRAY, "web", 1, 1, 0, new PacketLoss(0.1, 0.1), when));
    for (GrayFailure.Kind kind : GrayFailure.Kind.values()) {
      kinds.put(kind.word(), when -> new GrayFailure(NAME, kind, "web", 1, 0.5, 0.5, when));
    }
    for (Maintenance.Event event : Maintenance.Event.values()) {
      kinds.put(
          event.toString(),
          when -> new Maintenance(NAME, "web", 0.5, Duration.ofMinutes(1), event, when));
    }
    for (ServiceOutage.Service service : ServiceOutage.Service.values()) {
      kinds.put(service.word(), when -> new ServiceOutage(NAME, service, when));
    }
    for (HardwareFailures.Level level : HardwareFailures.Level.values()) {
      kinds.put(
          level.word(),
          when -> new HardwareFailures(
              NAME, level, Optional.empty(), OptionalInt.of(1), List.of("a"), 1, when));
    }
    return kinds;
  }

  static Stream<String> names() {
    return kinds().keySet().stream();
  }

  private static Run run(String kind, Timing timing, int hours) {
    ScenarioBuilder fleet = new ScenarioBuilder()
        .zones("a", "b")
        .rate(1.0 / 86_400)
        .size(2)
        .health(FailureRunsTest.PETS)
        .cloud(new Cloud(List.of(new LaunchService("chef", 1))))
        .lasts(Duration.ofHours(hours))
        .failure(kinds().get(kind).apply(timing));
    return Engine.run(fleet.build(), 1);
  }

  private static double figure(Run run, String what) {
    return run.figure("failures." + NAME + "." + what).orElseThrow();
  }

  private static Outage minutes(long from, long to) {
    return new Outage(from * 60_000_000_000L, to * 60_000_000_000L);
  }

  @ParameterizedTest
  @MethodSource("names")
  void itStrikesWhenThatIsWrittenOrRecorded(String kind) {
    Run once = run(kind, new Scripted(Duration.ofMinutes(10), Duration.ofMinutes(7)), 1);
    assertEquals(1, figure(once, "outages"));
    assertEquals(7 * 60, figure(once, "down"));
    Outage[] rows = {minutes(5, 6), minutes(10, 14), minutes(30, 35)};
    Run replayed = run(kind, new Replayed(Arrays.asList(rows)), 1);
    assertEquals(rows.length, figure(replayed, "outages"));
    assertEquals(10 * 60, figure(replayed, "down"));
    assertEquals(200, figure(replayed, "repair.mean"), 1e-9);
  }

  /** Up for 20 minutes on average and down for 2 to 8: a renewal process, counted for 300 hours. */
  @ParameterizedTest
  @MethodSource("names")
  void atRandomItComesAsOftenAsIsSaid(String kind) {
    Distribution down = new Uniform(LOW, HIGH);
    Run run = run(kind, new Recurring(new Exponential(UP), down), HOURS);
    double cycle = UP + down.mean();
    double seconds = HOURS * 3600.0;
    double sigma = Math.sqrt(seconds * (UP * UP + down.variance()) / Math.pow(cycle, 3));
    double outages = figure(run, "outages");
    assertEquals(seconds / cycle, outages, WITHIN * sigma);
    double error = Math.sqrt(down.variance() / outages);
    assertEquals(down.mean(), figure(run, "repair.mean"), WITHIN * error);
  }
}

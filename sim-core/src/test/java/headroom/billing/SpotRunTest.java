package headroom.billing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.Engine;
import headroom.ScenarioBuilder;
import headroom.policy.placement.Mix;
import headroom.policy.placement.SpotAllocation;
import headroom.random.Constant;
import headroom.results.ResourceUsage.EndedBy;
import headroom.results.ResourceUsage.Spot;
import headroom.results.Run;
import headroom.spec.Scenario;
import headroom.supply.Cloud;
import headroom.supply.Quotas;
import headroom.supply.SpotPool;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Vectors #13 to #15 of the fleet sheet in a run: who ended a spot instance decides its cost. */
class SpotRunTest {

  private static final BigDecimal PRICE = new BigDecimal("0.0384");

  private static final long MINUTE = 60_000_000_000L;

  /** The same in a run: every interval that the provider ended in its first hour is free. */
  @Test
  void aRunIsBilledSo() {
    Run run = Engine.check(spot(40, 0.999999999999999), 1);
    long seconds = 0;
    int free = 0;
    assertEquals(0, run.usage().instances().size());
    List<Spot> runs = run.usage().resources().stream()
        .filter(Spot.class::isInstance)
        .map(Spot.class::cast)
        .toList();
    for (Spot row : runs) {
      long ran = row.toNanos() - row.fromNanos();
      boolean isFree = row.endedBy() == EndedBy.PROVIDER && ran < 60 * MINUTE;
      free += isFree ? 1 : 0;
      seconds += isFree ? 0 : Math.max(60, (ran + 999_999_999) / 1_000_000_000);
    }
    assertTrue(free > 10, "only " + free + " were taken back early");
    BigDecimal expected = PRICE
        .multiply(BigDecimal.valueOf(seconds))
        .divide(BigDecimal.valueOf(3600), 12, java.math.RoundingMode.HALF_EVEN);
    BigDecimal compute =
        Bill.of(run, Books.OF_2026).byCategory().getOrDefault(Category.COMPUTE, BigDecimal.ZERO);
    assertEquals(expected.doubleValue(), compute.doubleValue(), 1e-6);
  }

  /** A hazard of -ln(1 - p)/730 h: in 10 days 100 instances see about that many interruptions. */
  @Test
  void interruptionsComeAsOftenAsTheBandSays() {
    Run run = Engine.check(spot(100, 0.5), 3);
    double hours = run.figure("groups.web.instance-hours").orElseThrow();
    double expected = hours * -Math.log(0.5) / 730;
    double seen = run.figure("groups.web.interruptions").orElseThrow();
    assertEquals(expected, seen, 3.5 * Math.sqrt(expected));
    assertEquals(0, run.figure("groups.web.failures").orElseThrow());
  }

  private static Scenario spot(int size, double interruptions) {
    SpotPool pool = new SpotPool("m5.large", List.of(), PRICE, interruptions);
    Scenario plain = new ScenarioBuilder()
        .lasts(Duration.ofDays(10))
        .rate(0.001)
        .time(new Constant(0.001))
        .size(size)
        .cloud(new Cloud(
            List.of(),
            List.of(),
            Quotas.NONE,
            Optional.empty(),
            Cloud.DEFAULT_RETRY,
            List.of(pool)))
        .build();
    Mix allSpot = new Mix(0, 0, SpotAllocation.LOWEST_PRICE, 2, false);
    return plain.toBuilder()
        .groups(List.of(plain.groups().get(0).toBuilder().mix(allSpot).build()))
        .build();
  }
}

package headroom.billing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.Engine;
import headroom.ScenarioBuilder;
import headroom.policy.placement.Mix;
import headroom.policy.placement.SpotAllocation;
import headroom.random.Constant;
import headroom.results.InstanceUsage;
import headroom.results.InstanceUsage.What;
import headroom.results.Run;
import headroom.results.Usage;
import headroom.results.Window;
import headroom.spec.Scenario;
import headroom.supply.Cloud;
import headroom.supply.Quotas;
import headroom.supply.SpotPool;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The fleet sheet's vectors #13 to #16: who ended a spot instance decides what it costs. */
class SpotVectorsTest {

  private static final BigDecimal PRICE = new BigDecimal("0.0384");

  private static final long MINUTE = 60_000_000_000L;

  @ParameterizedTest(name = "#{0}: {1}, {2} min, taken back: {3} -> {4} s, {5} USD")
  @CsvSource({
    "13, linux, 40, true, 0, 0",
    "14, linux, 40, false, 2400, 0.0256",
    "15, linux, 90, true, 5400, 0.0576",
    "16, suse, 90, true, 3600, 0.0384",
  })
  void whoEndsItDecides(
      int number, String system, int minutes, boolean takenBack, long seconds, String usd) {
    Bill bill = Bill.of(usage(system, minutes, takenBack), day(), Books.OF_2026);
    long billed = bill.charges().stream().mapToLong(Charge::count).sum();
    assertEquals(seconds, billed);
    assertEquals(0, new BigDecimal(usd).compareTo(bill.total().stripTrailingZeros()));
  }

  private static Usage usage(String system, int minutes, boolean takenBack) {
    InstanceUsage.Builder builder = new InstanceUsage.Builder();
    int kind = builder.kind(new What("web", "m5.large", "a", "spot", system));
    if (takenBack) {
      builder.addInterrupted(kind, 0, minutes * MINUTE);
    } else {
      builder.add(kind, 0, minutes * MINUTE);
    }
    return new Usage(
        builder.build(),
        List.of(),
        List.of(),
        List.of(new Usage.SpotPrice("m5.large", "a", PRICE)));
  }

  private static Window day() {
    return new Window(Instant.parse("2026-07-01T00:00:00Z"), 0, 24 * 60 * MINUTE);
  }

  /** The same in a run: every interval that the provider ended in its first hour is free. */
  @Test
  void aRunIsBilledSo() {
    Run run = Engine.check(spot(40, 0.999999999999999), 1);
    InstanceUsage usage = run.usage().instances();
    long seconds = 0;
    int free = 0;
    for (int row = 0; row < usage.size(); row++) {
      long ran = usage.toNanos(row) - usage.fromNanos(row);
      assertEquals("spot", usage.what(row).purchase());
      boolean isFree = usage.isInterrupted(row) && ran < 60 * MINUTE;
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

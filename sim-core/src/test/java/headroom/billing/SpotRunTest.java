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
import headroom.supply.Image;
import headroom.supply.Quotas;
import headroom.supply.SpotPool;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Vectors #13 to #16 of the fleet sheet in a run: who ended a spot instance decides its cost. */
class SpotRunTest {

  private static final BigDecimal PRICE = new BigDecimal("0.0384");

  private static final long MINUTE = 60_000_000_000L;

  /** The same in a run: every interval that the provider ended in its first hour is free. */
  @Test
  void aRunIsBilledSo() {
    Run run = Engine.check(spot(40, 0.999999999999999, Image.LINUX), 1);
    long seconds = 0;
    int free = 0;
    assertEquals(0, run.usage().instances().size());
    for (Spot row : spotRuns(run)) {
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

  /**
   * #16: under SUSE the provider's interruptions cost full hours alone, the user's ends a started one;
   * by the second or in started hours it would be another sum.
   */
  @Test
  void whatIsTakenBackUnderSuseCostsItsFullHours() {
    Run run = Engine.check(spot(40, 0.999999999999999, "suse"), 1);
    long hours = 0;
    long started = 0;
    for (Spot row : spotRuns(run)) {
      long ran = row.toNanos() - row.fromNanos();
      boolean taken = row.endedBy() == EndedBy.PROVIDER;
      hours += taken ? ran / (60 * MINUTE) : Hours.ceilDiv(ran, 60 * MINUTE);
      started += Hours.ceilDiv(ran, 60 * MINUTE);
    }
    Bill bill = Bill.of(run, Books.OF_2026);
    long billed = bill.charges().stream()
        .filter(charge -> charge.terms().kind() == Terms.Kind.DYNAMIC)
        .mapToLong(Charge::count)
        .sum();
    assertEquals(3_600 * hours, billed);
    assertTrue(hours < started);
  }

  private static List<Spot> spotRuns(Run run) {
    return run.usage().resources().stream()
        .filter(Spot.class::isInstance)
        .map(Spot.class::cast)
        .toList();
  }

  /** A hazard of -ln(1 - p)/730 h: in 10 days 100 instances see about that many interruptions. */
  @Test
  void interruptionsComeAsOftenAsTheBandSays() {
    Run run = Engine.check(spot(100, 0.5, Image.LINUX), 3);
    double hours = run.figure("groups.web.instance-hours").orElseThrow();
    double expected = hours * -Math.log(0.5) / 730;
    double seen = run.figure("groups.web.interruptions").orElseThrow();
    assertEquals(expected, seen, 3.5 * Math.sqrt(expected));
    assertEquals(0, run.figure("groups.web.failures").orElseThrow());
  }

  private static Scenario spot(int size, double interruptions, String system) {
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
    Image image = new Image(
        "ami",
        Image.NONE,
        Image.NONE,
        Optional.empty(),
        List.of(),
        Image.NONE,
        Optional.empty(),
        system);
    return plain.toBuilder()
        .images(List.of(image))
        .groups(List.of(plain.groups().get(0).toBuilder()
            .mix(allSpot)
            .image(Optional.of("ami"))
            .build()))
        .build();
  }
}

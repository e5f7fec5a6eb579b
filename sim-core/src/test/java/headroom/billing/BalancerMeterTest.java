package headroom.billing;

import static headroom.billing.Uses.GIB;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import headroom.problem.InvalidInputException;
import headroom.results.Usage;
import headroom.results.Usage.BalancerUsage;
import headroom.results.Window;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class BalancerMeterTest {

  private static final double[] NONE = {};

  /** Each hour has its own largest dimension: 2 by connections, then 3 by data. */
  @Test
  void eachHourUsesItsLargestDimension() {
    Bill bill = bill(
        Uses.window(7_200),
        application(
            new double[] {50 * 3_600, 25 * 3_600},
            new double[] {1_500, 1_500},
            new double[] {GIB, 3 * GIB}));
    assertEquals(new BigDecimal("5"), units(bill).quantity());
    assertEquals(new BigDecimal("0.040000000000"), units(bill).amount());
    assertEquals(new BigDecimal("0.085000000000"), bill.total());
  }

  /** Half an hour of warm-up: what was recorded after it, and two hours, the last partial. */
  @Test
  void anHourThatTheWarmUpCutsCountsWhatItRecorded() {
    Bill bill =
        bill(Uses.window(1_800, 7_200), application(NONE, NONE, new double[] {2 * GIB, GIB}));
    assertEquals(new BigDecimal("3"), units(bill).quantity());
    assertEquals(2, bill.charges().get(0).count());
  }

  /** A run that ends inside an hour recorded what there was: nothing is scaled down. */
  @Test
  void thePartialLastHourCountsWhatItRecorded() {
    Bill bill = bill(Uses.window(5_400), application(NONE, NONE, new double[] {GIB, 0.5 * GIB}));
    assertEquals(new BigDecimal("1.5"), units(bill).quantity());
    assertEquals(2, bill.charges().get(0).count());
  }

  @Test
  void aNetworkBalancerHasLargerUnits() {
    Bill bill = bill(
        Uses.window(3_600),
        new BalancerUsage(
            "lb",
            "network",
            new double[] {1_600 * 3_600},
            new double[] {100_000},
            new double[] {GIB},
            new double[] {9e9}));
    assertEquals(new BigDecimal("2"), units(bill).quantity());
    assertEquals(new BigDecimal("0.012000000000"), units(bill).amount());
  }

  @Test
  void anIdleBalancerStillCostsItsHours() {
    Bill bill = bill(Uses.window(86_400), application(NONE, NONE, NONE));
    assertEquals(new BigDecimal("0.540000000000"), bill.total());
    assertEquals(BigDecimal.ZERO, units(bill).quantity());
  }

  @Test
  void aBookFromBeforeTheBalancersSaysSo() {
    Usage usage = Uses.balancer(application(NONE, NONE, NONE));
    var wrong = assertThrows(
        InvalidInputException.class, () -> Bill.of(usage, Uses.window(3_600), Books.OF_2008));
    assertEquals(
        "load-balancers.lb: the price book us-east-1/2008-05 has no load balancer of type"
            + " 'application'; there is none",
        wrong.getMessage());
  }

  private static BalancerUsage application(double[] connections, double[] active, double[] bytes) {
    return new BalancerUsage("lb", "application", connections, active, bytes, connections);
  }

  private static Bill bill(Window window, BalancerUsage balancer) {
    return Bill.of(Uses.balancer(balancer), window, Books.OF_2026);
  }

  private static Charge units(Bill bill) {
    return bill.charges().stream()
        .filter(charge -> charge.item().meter().equals(BalancerMeter.CAPACITY_UNITS))
        .findFirst()
        .orElseThrow();
  }
}

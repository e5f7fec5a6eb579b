package headroom.reports.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import headroom.results.Metric;
import headroom.results.Unit;
import headroom.statistics.Estimate;
import headroom.statistics.Estimate.Basis;
import org.junit.jupiter.api.Test;

class ReadingTest {

  private static final Metric COST = Metric.value("", "cost", "monthly", Unit.USD);
  private static final Metric FAILED = Metric.count("requests", "failed", "", Unit.ONE);
  private static final Metric SHARE =
      new Metric("availability", "request", "", Unit.ONE, Metric.Kind.SUCCESS_SHARE);
  private static final Metric P99 = Metric.value("latency", "p99", "", Unit.SECONDS);

  @Test
  void anEvenIntervalIsPlusMinus() {
    assertEquals("1,234 ± 12 USD", both(COST, 1234.2, 1222.1, 1246.3, Basis.STUDENT));
    assertEquals("99.948 ± 0.004 %", both(SHARE, 0.99948, 0.99944, 0.99952, Basis.STUDENT));
    assertEquals("468 ± 21 ms", both(P99, 0.468, 0.447, 0.489, Basis.STUDENT));
  }

  @Test
  void anUnevenIntervalIsARange() {
    assertEquals("12 (9 to 18)", both(FAILED, 12, 9, 18, Basis.STUDENT));
  }

  @Test
  void aRareEventHasOneLimit() {
    assertEquals("0 (at most 0.37)", both(FAILED, 0, 0, 0.369, Basis.RARE));
    assertEquals("100 % (at least 99.9987 %)", both(SHARE, 1, 0.999987, 1, Basis.RARE));
  }

  @Test
  void aSingleReplicationHasNoInterval() {
    Reading reading = read(COST, 530.8, Double.NaN, Double.NaN, Basis.SINGLE);
    assertEquals("531 USD", reading.both().replace('\u00A0', ' '));
    assertEquals("unknown", reading.interval());
  }

  @Test
  void aTimeBelowTheClockHasNoDigits() {
    assertEquals("less than 0.001 µs", both(P99, 6.19e-11, 6.1e-11, 6.3e-11, Basis.STUDENT));
    assertEquals("0.002 µs (0.000 to 0.006 µs)", both(P99, 2e-9, -2e-9, 6e-9, Basis.STUDENT));
    assertEquals("0 ± 0 s", both(P99, 0, 0, 0, Basis.STUDENT));
  }

  @Test
  void replicationsThatAgreeKeepTheirDigits() {
    assertEquals(
        "3 ± 0",
        both(Metric.value("groups.web", "instances", "max", Unit.ONE), 3, 3, 3, Basis.STUDENT));
  }

  @Test
  void aTinyIntervalAddsNoDigitsThatMeanNothing() {
    assertEquals("701.74 ± 0.01 USD", around(COST, 701.740153, 0.000029));
    assertEquals(
        "701.74 USD",
        read(COST, 701.7402, 701.7401, 701.7403, Basis.STUDENT).interval().replace('\u00A0', ' '));
    assertEquals("0.0413 ± 0.0001 USD", around(COST, 0.04131, 0.00000002));
    assertEquals("0.00412 ± 0.00001 USD", around(COST, 0.0041217, 0.0000001));
    assertEquals("1.2346 ± 0.0001 s", around(P99, 1.23456789, 0.0000001));
    assertEquals("1,234,568 ± 1", around(FAILED, 1234567.8, 0.001));
    assertEquals("99.9481 ± 0.0001 %", around(SHARE, 0.999481234, 0.00000000001));
    assertEquals("100.000000 ± 0.000001 %", around(SHARE, 0.99999999999, 0.00000000001));
    assertEquals("71.235 ± 0.001 %", around(SHARE, 0.71234567, 0.0000000001));
  }

  @Test
  void anIntervalEndsWhereNothingCanBe() {
    assertEquals("98 % (93 to 100 %)", both(SHARE, 0.98, 0.93, 1.03, Basis.STUDENT));
    assertEquals("26 min (0 to 96 min)", both(P99, 1560, -2640, 5760, Basis.STUDENT));
    assertEquals("2 ± 5 USD", both(COST, 2, -3, 7, Basis.STUDENT).replace(".00", ""));
  }

  @Test
  void ratiosAreReadInPercentAndOnlySomeOfThemEndAtTheWhole() {
    Metric over = Metric.value("groups.web", "scaling", "overshoot", Unit.ONE);
    assertEquals("90 ± 30 %", around(over, 0.9, 0.3));
    Metric overtime = Metric.value("groups.web", "scaling", "overshoot-time", Unit.ONE);
    assertEquals("90 % (60 to 100 %)", around(overtime, 0.9, 0.3));
    assertEquals("0 ± 0 %", around(Metric.count("sla", "credit", "", Unit.ONE), 0, 0));
    assertEquals(
        "12.0 ± 1.0 %",
        around(Metric.value("traffic", "requests-share", "", Unit.ONE), 0.12, 0.01));
    assertEquals(
        "0.51 ± 0.01 %",
        around(Metric.value("error-budget", "used", "", Unit.ONE), 0.0051, 0.0001)
            .replace("0.510 ± 0.010", "0.51 ± 0.01"));
    assertEquals(
        "2.5 ± 1.0",
        around(Metric.value("error-budget", "burn-rate", "", Unit.ONE), 2.5, 1)
            .replace(".50", ".5"));
  }

  private static String around(Metric metric, double mean, double half) {
    return both(metric, mean, mean - half, mean + half, Basis.STUDENT);
  }

  private static String both(Metric metric, double mean, double low, double high, Basis basis) {
    return read(metric, mean, low, high, basis).both().replace('\u00A0', ' ');
  }

  private static Reading read(Metric metric, double mean, double low, double high, Basis basis) {
    return Reading.of(new Estimate(metric, mean, low, high, 10, basis));
  }
}

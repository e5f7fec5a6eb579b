package headroom.fleet.metrics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import headroom.policy.metric.Statistic;
import org.junit.jupiter.api.Test;

/** Points made of slots: sliding windows, statistics, and what is not published yet. */
class MetricSeriesTest {

  private static final long MINUTE = 60_000_000_000L;

  private static MetricSeries minutes(int hidden, double... samples) {
    MetricSeries series =
        new MetricSeries(MINUTE, new MetricSeries.Keep(20, Statistic.percentile(0.5)), hidden);
    for (double sample : samples) {
      series.close();
      series.add(0, sample);
    }
    return series;
  }

  /** Sheet §5.2: a period of 300 s looked at in minute 6 uses minutes 2 to 6. */
  @Test
  void aLongPeriodSlides() {
    MetricSeries series = minutes(0, 1, 2, 3, 4, 5, 6);
    assertArrayEquals(new double[] {1, 4}, series.newest(2, 5, Statistic.AVERAGE));
    assertArrayEquals(new double[] {1, 20}, series.newest(2, 5, Statistic.SUM));
  }

  @Test
  void statisticsAreOfAllSamplesOfThePeriod() {
    MetricSeries series = minutes(0);
    series.close();
    for (int i = 1; i <= 10; i++) {
      series.add(0, i);
    }
    assertEquals(9, series.newest(1, 1, Statistic.percentile(0.9))[0]);
    assertEquals(5, series.newest(1, 1, Statistic.percentile(0.5))[0]);
    assertEquals(10, series.newest(1, 1, new Statistic(Statistic.Kind.MAXIMUM, 0))[0]);
    assertEquals(1, series.newest(1, 1, new Statistic(Statistic.Kind.MINIMUM, 0))[0]);
    assertEquals(10, series.newest(1, 1, new Statistic(Statistic.Kind.SAMPLE_COUNT, 0))[0]);
    assertEquals(10, series.samplesInNewest(1));
  }

  @Test
  void whatIsNotPublishedIsNotSeen() {
    MetricSeries series = minutes(2, 1, 2, 3, 4);
    assertArrayEquals(new double[] {Double.NaN, 1, 2}, series.newest(3, 1, Statistic.AVERAGE));
    assertEquals(2 * MINUTE, series.publishedNanos());
  }

  /** Five minutes' points stand at the first of their minutes, and four minutes have none. */
  @Test
  void basicMonitoringLeavesGaps() {
    MetricSeries series = new MetricSeries(MINUTE, new MetricSeries.Keep(20, Statistic.AVERAGE), 4);
    for (int minute = 1; minute <= 11; minute++) {
      series.close();
      if (minute % 5 == 0) {
        series.add(4, minute);
      }
    }
    double no = Double.NaN;
    assertArrayEquals(
        new double[] {no, 5, no, no, no, no, 10, no}, series.newest(8, 1, Statistic.AVERAGE));
    assertArrayEquals(new double[] {10}, series.newest(1, 5, Statistic.AVERAGE));
  }

  /** 10 / (1 − p) samples tell of a percentile p from 0.5 on (§5.2). */
  @Test
  void fewSamplesAreFewForHighPercentiles() {
    assertEquals(100, Statistic.percentile(0.9).fewSamples(), 1e-9);
    assertEquals(1000, Statistic.percentile(0.99).fewSamples(), 1e-6);
    assertEquals(0, Statistic.AVERAGE.fewSamples());
  }
}

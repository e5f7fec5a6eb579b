package headroom.workload;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The profiles at instants whose rates can be told by hand. */
class RateShapesTest {

  private static final long MINUTE = 60 * Nanos.SECOND;

  /** A scenario that starts at 14:00; the peak is at 20:00. */
  @ParameterizedTest(name = "{0} h after the start: {1}/s")
  @CsvSource({"0, 150", "6, 260", "12, 150", "18, 40", "24, 150", "42, 40", "2, 205", "14, 95"})
  void aDayFollowsTheCalendar(long hours, double rate) {
    Rate day = Daily.of(40, 260, Duration.ofHours(20), Instant.parse("2026-11-27T14:00:00Z"));
    assertEquals(rate, day.at(hours * Nanos.HOUR), 1e-9);
    assertEquals(150 * 86_400, day.integral(hours * Nanos.HOUR, (hours + 24) * Nanos.HOUR), 1e-6);
  }

  /** Near the trough the rate is that of a parabola, to the last digits. */
  @Test
  void aDayThatTouchesZeroKeepsItsDigits() {
    Daily day = new Daily(0, 100, 12 * Nanos.HOUR, 0);
    double w = 2 * Math.PI / 86_400;
    assertEquals(0, day.at(0));
    assertEquals(50 * w * w / 2, day.at(Nanos.SECOND), 1e-9 * 50 * w * w / 2);
    assertEquals(50 * w * w / 6, day.integral(0, Nanos.SECOND), 1e-9 * 50 * w * w / 6);
  }

  @Test
  void aWeekBeginsOnMonday() {
    List<Double> hours = new ArrayList<>();
    for (int hour = 0; hour < 168; hour++) {
      hours.add((double) hour);
    }
    // The 27th of November 2026 is a Friday: hour 96 of its week begins at midnight.
    Rate week = Hourly.of(hours, Instant.parse("2026-11-27T06:30:00Z"));
    assertEquals(102, week.at(0));
    assertEquals(103, week.at(30 * MINUTE));
    assertEquals(30 * MINUTE, week.nextChange(0));
    assertEquals(0, week.at(66 * Nanos.HOUR));
    assertEquals(167.0 * 84 * 3600, week.integral(5, 5 + Nanos.WEEK), 1e-3);
    assertEquals(167, week.maximum(0, Long.MAX_VALUE));

    Rate day = Hourly.of(hours.subList(0, 24), Instant.parse("2026-11-27T06:30:00Z"));
    assertEquals(6, day.at(0));
    assertEquals(0, day.at(18 * Nanos.HOUR));
  }

  @ParameterizedTest(name = "after {0} minutes {1}/s")
  @CsvSource({"0, 10", "5, 10", "7.5, 15", "10, 20", "99, 20"})
  void aRampPassesFromOneLevelToAnother(double minutes, double rate) {
    assertEquals(rate, new Ramp(10, 20, 5 * MINUTE, 5 * MINUTE).at((long) (minutes * MINUTE)));
  }

  @ParameterizedTest(name = "after {0} minutes {1}/s")
  @CsvSource({"0, 10", "1, 10", "1.5, 30", "2, 50", "4, 50", "5, 50", "7, 30", "9, 10", "99, 10"})
  void aSpikeRisesStaysAndFalls(double minutes, double rate) {
    Rate spike = new Spike(10, 50, MINUTE, MINUTE, 3 * MINUTE, 4 * MINUTE);
    assertEquals(rate, spike.at((long) (minutes * MINUTE)), 1e-12);
    assertEquals(60 * (99 * 10 + 40 * (0.5 + 3 + 2)), spike.integral(0, 99 * MINUTE), 1e-9);
  }

  @Test
  void aJumpIsARampThatTakesNoTime() {
    Rate jump = new Ramp(1, 5, MINUTE, 0);
    assertEquals(1, jump.at(MINUTE - 1));
    assertEquals(5, jump.at(MINUTE));
    assertEquals(60 + 300, jump.integral(0, 2 * MINUTE), 1e-12);
    assertEquals(1, jump.maximum(0, MINUTE));
    assertEquals(5, jump.maximum(0, MINUTE + 1));
  }

  @Test
  void timeNeverOverflows() {
    Rate late = new Spike(1, 2, Long.MAX_VALUE - 5, 10, 10, 10);
    assertEquals(1, late.at(Long.MAX_VALUE - 6));
    assertEquals(Long.MAX_VALUE, late.nextChange(Long.MAX_VALUE - 5));
    Rate sum = new Sum(List.of(late, new Hourly(java.util.Collections.nCopies(24, 3.0), 7)));
    assertEquals(4, sum.mean(0, Long.MAX_VALUE), 1e-9);
    assertEquals(Long.MAX_VALUE, sum.nextChange(Long.MAX_VALUE - 3));
  }
}

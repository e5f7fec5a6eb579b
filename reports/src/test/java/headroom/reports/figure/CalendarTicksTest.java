package headroom.reports.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.ZonedDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class CalendarTicksTest {

  private static final double DAY = 86_400;

  @Test
  void threeDaysHaveMiddaysAndNamedDays() {
    assertEquals(
        List.of("Fri 27 Nov", "12:00", "Sat 28 Nov", "12:00", "Sun 29 Nov", "12:00", "Mon 30 Nov"),
        labels("2026-11-27T00:00:00Z", 3 * DAY, 9, true));
  }

  @Test
  void ticksLieAtRoundTimesWhateverTheStart() {
    TimeSpan span = new TimeSpan(ZonedDateTime.parse("2026-11-27T10:17:30Z"), 0, 3 * 3600);
    List<Tick> ticks = CalendarTicks.of(span, 4, true);
    assertEquals(
        List.of("11:00", "12:00", "13:00"), ticks.stream().map(Tick::label).toList());
    assertEquals(42.5 * 60, ticks.get(0).at());
  }

  @Test
  void weeksBeginOnMonday() {
    assertEquals(
        List.of("Mon 6 Jul", "Mon 13 Jul", "Mon 20 Jul", "Mon 27 Jul"),
        labels("2026-07-01T00:00:00Z", 31 * DAY, 6, true));
  }

  @Test
  void aSingleTickWouldTellNoDistances() {
    assertEquals(
        List.of("2 Jul", "4 Jul", "6 Jul", "8 Jul", "10 Jul"),
        labels("2026-07-01T00:00:00Z", 9.9 * DAY, 3, false));
  }

  @Test
  void aYearHasMonths() {
    assertEquals(
        List.of("Jan 2026", "Apr 2026", "Jul 2026", "Oct 2026", "Jan 2027"),
        labels("2026-01-01T00:00:00Z", 365 * DAY, 5, false));
  }

  @Test
  void neverMoreThanAskedForByMuchAndNeverNone() {
    for (double length = 60; length < 3000 * DAY; length *= 1.37) {
      int count = labels("2026-07-01T13:14:15Z", length, 8, false).size();
      assertTrue(count >= 1 && count <= 10, length + " s: " + count);
    }
  }

  @Test
  void ticksLieAtRoundTimesOfTheZoneAlsoWhereClocksAreChanged() {
    TimeSpan back =
        new TimeSpan(ZonedDateTime.parse("2026-10-24T12:00:00+02:00[Europe/Berlin]"), 0, 2 * DAY);
    List<Tick> ticks = CalendarTicks.of(back, 5, true);
    assertEquals(
        List.of("12:00", "Sun 25 Oct", "12:00", "Mon 26 Oct"),
        ticks.stream().map(Tick::label).toList());
    assertEquals(
        List.of(0.0, 12 * 3600.0, 25 * 3600.0, 37 * 3600.0),
        ticks.stream().map(Tick::at).toList());
    assertEquals("Europe/Berlin", back.zone());
    assertEquals("Sun 25 Oct 11:00", CalendarTicks.moment(back.at(DAY)));
  }

  @Test
  void anHourThatTheClocksLeaveOutHasNoTick() {
    TimeSpan forward =
        new TimeSpan(ZonedDateTime.parse("2026-03-29T00:00:00+01:00[Europe/Berlin]"), 0, 4 * 3600);
    assertEquals(
        List.of("Sun 29 Mar", "01:00", "03:00", "04:00", "05:00"),
        CalendarTicks.of(forward, 5, true).stream().map(Tick::label).toList());
  }

  @Test
  void aMomentNamesTheDay() {
    assertEquals(
        "Sat 28 Nov 19:42", CalendarTicks.moment(ZonedDateTime.parse("2026-11-28T19:42:59Z")));
  }

  private static List<String> labels(String start, double seconds, int most, boolean weekdays) {
    TimeSpan span = new TimeSpan(ZonedDateTime.parse(start), 0, seconds);
    return CalendarTicks.of(span, most, weekdays).stream().map(Tick::label).toList();
  }
}

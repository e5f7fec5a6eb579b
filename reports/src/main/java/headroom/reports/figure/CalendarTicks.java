package headroom.reports.figure;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Ticks at round times of the calendar, in UTC: hours within a day, days, weeks, months. */
public final class CalendarTicks {

  private static final String[] DAYS = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
  private static final String[] MONTHS = {
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"
  };
  private static final long DAY = 86_400;
  private static final long[] STEPS = {
    1, 5, 15, 30, 60, 300, 600, 1800, 3600, 7200, 10_800, 21_600, 43_200, DAY, 2 * DAY, 7 * DAY
  };

  private CalendarTicks() {}

  /**
   * At most {@code most} ticks over a span, where that leaves two, at their seconds since its start.
   *
   * @param weekdays whether days are named as well: {@code Fri 27 Nov}
   */
  public static List<Tick> of(TimeSpan span, int most, boolean weekdays) {
    for (int i = 0; i < STEPS.length; i++) {
      if (span.seconds() / STEPS[i] <= most) {
        List<Tick> ticks = regular(span, STEPS[i], weekdays);
        // A single tick tells no distances: then rather a few too many.
        return ticks.size() < 2 && i > 0 ? regular(span, STEPS[i - 1], weekdays) : ticks;
      }
    }
    return months(span, most);
  }

  private static List<Tick> regular(TimeSpan span, long step, boolean weekdays) {
    List<Tick> ticks = new ArrayList<>();
    long first = span.at(span.from()).getEpochSecond();
    long offset = step == 7 * DAY ? 4 * DAY : 0; // the epoch was a Thursday; weeks begin on Monday
    for (long at = Math.floorDiv(first - offset, step) * step + offset; ; at += step) {
      double second = secondOf(span, Instant.ofEpochSecond(at));
      if (second > span.to()) {
        return ticks;
      }
      if (second >= span.from()) {
        ticks.add(new Tick(second, label(Instant.ofEpochSecond(at), step, weekdays)));
      }
    }
  }

  private static List<Tick> months(TimeSpan span, int most) {
    int each = 1;
    while (span.seconds() / (30.4 * DAY * each) > most) {
      each = each < 12 ? each * 2 + each % 2 : each + 12;
    }
    LocalDate month = span.at(span.from()).atZone(ZoneOffset.UTC).toLocalDate().withDayOfMonth(1);
    List<Tick> ticks = new ArrayList<>();
    for (; ; month = month.plusMonths(each)) {
      double second = secondOf(span, month.atStartOfDay(ZoneOffset.UTC).toInstant());
      if (second > span.to()) {
        return ticks;
      }
      if (second >= span.from()) {
        ticks.add(new Tick(second, MONTHS[month.getMonthValue() - 1] + " " + month.getYear()));
      }
    }
  }

  private static double secondOf(TimeSpan span, Instant instant) {
    return Duration.between(span.start(), instant).toNanos() / 1e9;
  }

  private static String label(Instant instant, long step, boolean weekdays) {
    LocalDateTime at = LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    if (at.toLocalTime().toSecondOfDay() == 0) {
      return weekdays ? weekday(at) + " " + day(at) : day(at);
    }
    String minutes = two(at.getHour()) + ":" + two(at.getMinute());
    return step < 60 ? minutes + ":" + two(at.getSecond()) : minutes;
  }

  /** A moment in words: {@code Fri 27 Nov 20:05}. */
  public static String moment(Instant instant) {
    LocalDateTime at = LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    return weekday(at) + " " + day(at) + " " + two(at.getHour()) + ":" + two(at.getMinute());
  }

  /** A date with its year: {@code 27 Nov 2026}. */
  public static String date(Instant instant) {
    LocalDateTime at = LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    return day(at) + " " + at.getYear();
  }

  private static String weekday(LocalDateTime at) {
    return DAYS[at.getDayOfWeek().getValue() - 1];
  }

  private static String day(LocalDateTime at) {
    return at.getDayOfMonth() + " " + MONTHS[at.getMonthValue() - 1];
  }

  private static String two(int value) {
    return value < 10 ? "0" + value : Integer.toString(value);
  }
}

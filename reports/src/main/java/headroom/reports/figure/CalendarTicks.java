package headroom.reports.figure;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;

/** Ticks at round times of the calendar in the span's zone: hours within a day, days, weeks, months. */
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
    ZonedDateTime begin = span.at(span.from());
    long first = begin.toLocalDateTime().toEpochSecond(ZoneOffset.UTC);
    long offset = step == 7 * DAY ? 4 * DAY : 0; // the epoch was a Thursday; weeks begin on Monday
    double last = Double.NEGATIVE_INFINITY;
    for (long at = Math.floorDiv(first - offset, step) * step + offset; ; at += step) {
      ZonedDateTime moment =
          LocalDateTime.ofEpochSecond(at, 0, ZoneOffset.UTC).atZone(begin.getZone());
      double second = secondOf(span, moment);
      if (second > span.to()) {
        return ticks;
      }
      // Where clocks go forward an hour of the calendar is missing, and its ticks coincide.
      if (second >= span.from() && second > last) {
        ticks.add(new Tick(second, label(moment, step, weekdays)));
        last = second;
      }
    }
  }

  private static List<Tick> months(TimeSpan span, int most) {
    int each = 1;
    while (span.seconds() / (30.4 * DAY * each) > most) {
      each = each < 12 ? each * 2 + each % 2 : each + 12;
    }
    ZonedDateTime begin = span.at(span.from());
    LocalDate month = begin.toLocalDate().withDayOfMonth(1);
    List<Tick> ticks = new ArrayList<>();
    for (; ; month = month.plusMonths(each)) {
      double second = secondOf(span, month.atStartOfDay(begin.getZone()));
      if (second > span.to()) {
        return ticks;
      }
      if (second >= span.from()) {
        ticks.add(new Tick(second, MONTHS[month.getMonthValue() - 1] + " " + month.getYear()));
      }
    }
  }

  private static double secondOf(TimeSpan span, ZonedDateTime moment) {
    return Duration.between(span.start(), moment).toNanos() / 1e9;
  }

  private static String label(ZonedDateTime at, long step, boolean weekdays) {
    if (at.toLocalTime().toSecondOfDay() == 0) {
      return weekdays ? weekday(at) + " " + day(at) : day(at);
    }
    String minutes = two(at.getHour()) + ":" + two(at.getMinute());
    return step < 60 ? minutes + ":" + two(at.getSecond()) : minutes;
  }

  /** A moment in words, to the second: {@code Fri 27 Nov 20:05:09}. */
  public static String second(ZonedDateTime at) {
    return moment(at) + (at.getSecond() < 10 ? ":0" : ":") + at.getSecond();
  }

  /** A moment in words: {@code Fri 27 Nov 20:05}. */
  public static String moment(ZonedDateTime at) {
    return weekday(at) + " " + day(at) + " " + two(at.getHour()) + ":" + two(at.getMinute());
  }

  /** A date with its year: {@code 27 Nov 2026}. */
  public static String date(ZonedDateTime at) {
    return day(at) + " " + at.getYear();
  }

  /** What people call a time zone: {@code Europe/Berlin}. */
  public static String name(ZoneId zone) {
    return zone.equals(ZoneOffset.UTC) ? "UTC" : zone.getId();
  }

  private static String weekday(ZonedDateTime at) {
    return DAYS[at.getDayOfWeek().getValue() - 1];
  }

  private static String day(ZonedDateTime at) {
    return at.getDayOfMonth() + " " + MONTHS[at.getMonthValue() - 1];
  }

  private static String two(int value) {
    return value < 10 ? "0" + value : Integer.toString(value);
  }
}

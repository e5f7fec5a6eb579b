package headroom.billing;

import headroom.results.Window;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * A calendar day (UTC) of a window, as the charge period of a bill.
 *
 * @param firstHour the day's first hour since the run's start
 * @param begin midnight, or the window's beginning
 * @param end the next midnight, or the window's end; exclusive
 */
record ChargeDay(int firstHour, Instant begin, Instant end) {

  static List<ChargeDay> of(Window window) {
    List<ChargeDay> days = new ArrayList<>();
    Instant windowEnd = window.instantAt(window.toNanos());
    Instant dayEnd = Instant.MIN;
    for (int hour = Hours.first(window); hour < Hours.count(window); hour++) {
      Instant begin = Hours.begin(window, hour);
      if (!begin.isBefore(dayEnd)) {
        Instant midnight = midnight(date(begin));
        dayEnd = midnight(date(begin).plusDays(1));
        days.add(new ChargeDay(
            hour,
            later(midnight, window.instantAt(window.fromNanos())),
            dayEnd.isBefore(windowEnd) ? dayEnd : windowEnd));
      }
    }
    return days;
  }

  /** The same days, those of one month together. */
  static List<ChargeDay> months(Window window) {
    List<ChargeDay> months = new ArrayList<>();
    for (ChargeDay day : of(window)) {
      ChargeDay last = months.isEmpty() ? day : months.get(months.size() - 1);
      if (months.isEmpty() || !last.monthEnd().equals(day.monthEnd())) {
        months.add(day);
      } else {
        months.set(
            months.size() - 1, new ChargeDay(last.firstHour(), last.begin(), day.end()));
      }
    }
    return months;
  }

  /** The first instant of the month in which the day lies. */
  Instant monthBegin() {
    return midnight(YearMonth.from(date(begin)).atDay(1));
  }

  /** The first instant of the next month. */
  Instant monthEnd() {
    return midnight(YearMonth.from(date(begin)).plusMonths(1).atDay(1));
  }

  private static LocalDate date(Instant instant) {
    return LocalDate.ofInstant(instant, ZoneOffset.UTC);
  }

  private static Instant midnight(LocalDate date) {
    return date.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }
}

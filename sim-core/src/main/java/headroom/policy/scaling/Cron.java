package headroom.policy.scaling;

import headroom.problem.InvalidInputException;
import headroom.problem.Problem;
import headroom.problem.Problems;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * A cron expression of five fields: minute, hour, day of the month, month, day of the week (fleet
 * sheet §4.6, [A15]).
 *
 * <p>As in Unix, a day is meant that matches either day field when both are restricted.
 *
 * @param text the expression
 * @param minutes the minutes it names
 * @param hours the hours
 * @param days the days of the month
 * @param months the months
 * @param weekDays the days of the week, 0 for Sunday
 */
public record Cron(
    String text, BitSet minutes, BitSet hours, BitSet days, BitSet months, BitSet weekDays) {

  // The 29th of February returns within eight years, 2096 to 2104 being the longest wait.
  private static final int DAYS_AHEAD = 366 * 9;

  /**
   * Reads an expression.
   *
   * @throws InvalidInputException when it is none, or never fires
   */
  public static Cron parse(String text) {
    String[] fields = text.strip().split("[ \t]+", -1);
    if (fields.length != 5) {
      throw wrong(
          "must have 5 fields (minute hour day month weekday), had " + fields.length,
          "for example 0 8 * * MON-FRI");
    }
    Cron cron = new Cron(
        String.join(" ", fields),
        CronField.MINUTE.parse(fields[0]),
        CronField.HOUR.parse(fields[1]),
        CronField.DAY.parse(fields[2]),
        CronField.MONTH.parse(fields[3]),
        CronField.WEEK_DAY.parse(fields[4]));
    Problems.throwIfAny(Problems.of()
        .require(
            "",
            cron.next(LocalDateTime.of(2000, 1, 1, 0, 0)).isPresent(),
            "never fires: no month named has a day named",
            "for example 0 8 1 * *")
        .list());
    return cron;
  }

  static InvalidInputException wrong(String what, String cure) {
    return new InvalidInputException(List.of(new Problem("", what, cure)));
  }

  /** The first minute that it names, at a minute or later; empty when there is none for years. */
  public Optional<LocalDateTime> next(LocalDateTime from) {
    LocalDate day = from.toLocalDate();
    int minute = from.getHour() * 60 + from.getMinute();
    for (int ahead = 0; ahead < DAYS_AHEAD; ahead++) {
      int found = matches(day) ? minuteFrom(minute) : -1;
      if (found >= 0) {
        return Optional.of(day.atStartOfDay().plusMinutes(found));
      }
      day = day.plusDays(1);
      minute = 0;
    }
    return Optional.empty();
  }

  private int minuteFrom(int minuteOfDay) {
    for (int minute = minuteOfDay; minute < 24 * 60; minute++) {
      if (hours.get(minute / 60) && minutes.get(minute % 60)) {
        return minute;
      }
    }
    return -1;
  }

  private boolean matches(LocalDate day) {
    boolean byMonth = days.get(day.getDayOfMonth());
    boolean byWeek = weekDays.get(day.getDayOfWeek().getValue() % 7);
    boolean either = days.cardinality() < 31 && weekDays.cardinality() < 7;
    return months.get(day.getMonthValue()) && (either ? byMonth || byWeek : byMonth && byWeek);
  }
}

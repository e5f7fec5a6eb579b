package headroom.fault;

import headroom.problem.Problem;
import headroom.problem.Problems;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;

/**
 * When those who repair are at work.
 *
 * @param from time of day at which they come
 * @param to time of day at which they go
 * @param days the days on which they do
 * @param timeZone where they are
 */
public record WorkingHours(Duration from, Duration to, List<DayOfWeek> days, ZoneId timeZone) {

  private static final Duration DAY = Duration.ofDays(1);

  public static List<Problem> problems(Duration from, Duration to, List<DayOfWeek> days) {
    return Problems.of()
        .require("from", !from.isNegative(), "must be 0 or later", "for example 9h")
        .require("to", to.compareTo(from) > 0, "must come after from", "for example 17h")
        .require("to", to.compareTo(DAY) <= 0, "must be 24h at most", "for example 17h")
        .require("days", !days.isEmpty(), "must name at least one", "for example [mon, fri]")
        .list();
  }

  public WorkingHours {
    days = List.copyOf(days);
    Problems.throwIfAny(problems(from, to, days));
  }

  /** The first moment from one on at which they are at work. */
  public Instant firstFrom(Instant moment) {
    LocalDate day = moment.atZone(timeZone).toLocalDate();
    while (true) {
      if (days.contains(day.getDayOfWeek())) {
        ZonedDateTime midnight = day.atStartOfDay(timeZone);
        Instant opens = midnight.plus(from).toInstant();
        if (moment.isBefore(opens)) {
          return opens;
        }
        if (moment.isBefore(midnight.plus(to).toInstant())) {
          return moment;
        }
      }
      day = day.plusDays(1);
    }
  }
}

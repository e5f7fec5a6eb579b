package headroom.policy.scaling;

import headroom.problem.Problem;
import headroom.problem.Problems;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;

/**
 * Moments that a cron expression names in a time zone, summer time followed (fleet sheet §4.6,
 * [A15]).
 *
 * <p>A local time that a change to summer time leaves out is left out; one that the change back
 * repeats fires once, the first time.
 *
 * @param cron the expression
 * @param timeZone whose clock it is read by
 * @param start the first moment allowed, if there is a bound
 * @param end the last moment allowed, if there is a bound
 */
public record Recurring(Cron cron, ZoneId timeZone, Optional<Instant> start, Optional<Instant> end)
    implements Schedule {

  public static List<Problem> problems(
      Cron cron, ZoneId timeZone, Optional<Instant> start, Optional<Instant> end) {
    boolean inOrder = start.isEmpty() || end.isEmpty() || !end.get().isBefore(start.get());
    return Problems.of()
        .require("end", inOrder, "must not be before start", "exchange the two")
        .require(
            "cron",
            !inOrder
                || start.isEmpty()
                || end.isEmpty()
                || next(cron, timeZone, start.get(), end.get()).isPresent(),
            "never fires between start and end",
            "widen them")
        .list();
  }

  public Recurring {
    Problems.throwIfAny(problems(cron, timeZone, start, end));
  }

  @Override
  public Optional<Instant> next(Instant from) {
    Instant begin = start.filter(bound -> bound.isAfter(from)).orElse(from);
    return next(cron, timeZone, begin, end.orElse(Instant.MAX));
  }

  private static Optional<Instant> next(Cron cron, ZoneId zone, Instant from, Instant end) {
    Instant whole = from.getNano() == 0 && from.getEpochSecond() % 60 == 0
        ? from
        : Instant.ofEpochSecond(Math.floorDiv(from.getEpochSecond(), 60L) * 60 + 60);
    LocalDateTime local = LocalDateTime.ofInstant(whole, zone);
    for (Optional<LocalDateTime> named = cron.next(local);
        named.isPresent();
        named = cron.next(named.get().plusMinutes(1))) {
      Optional<Instant> moment = moment(named.get(), zone);
      if (moment.isPresent() && !moment.get().isBefore(whole)) {
        return moment.filter(found -> !found.isAfter(end));
      }
    }
    return Optional.empty();
  }

  private static Optional<Instant> moment(LocalDateTime local, ZoneId zone) {
    List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
    return offsets.isEmpty()
        ? Optional.empty()
        : Optional.of(ZonedDateTime.ofLocal(local, zone, offsets.get(0)).toInstant());
  }

  @Override
  public String words() {
    return "cron " + cron.text() + " " + timeZone.getId();
  }
}

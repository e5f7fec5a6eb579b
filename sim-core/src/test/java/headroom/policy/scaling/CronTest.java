package headroom.policy.scaling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import headroom.problem.InvalidInputException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When cron expressions fire, by the calendar and by the clock of a time zone. */
class CronTest {

  @ParameterizedTest(name = "{0} after {1} is {2}")
  @CsvSource({
    "30 8 * * *, 2026-07-01T00:00, 2026-07-01T08:30",
    "30 8 * * *, 2026-07-01T08:31, 2026-07-02T08:30",
    "*/15 * * * *, 2026-07-01T00:01, 2026-07-01T00:15",
    "5/20 * * * *, 2026-07-01T00:26, 2026-07-01T00:45",
    "0 8 * * MON-FRI, 2026-07-04T00:00, 2026-07-06T08:00",
    "0 0 29 2 *, 2026-07-01T00:00, 2028-02-29T00:00",
    "0 12 1 JAN *, 2026-07-01T00:00, 2027-01-01T12:00",
    "0 0 * * 7, 2026-07-01T00:00, 2026-07-05T00:00",
    // Both day fields: whichever comes first.
    "0 0 13 * FRI, 2026-07-01T00:00, 2026-07-03T00:00",
    "0 0 13 * FRI, 2026-07-11T00:00, 2026-07-13T00:00",
  })
  void itFiresAtTheNextMinuteNamed(String cron, String from, String next) {
    assertEquals(
        Optional.of(LocalDateTime.parse(next)), Cron.parse(cron).next(LocalDateTime.parse(from)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "* * * *", "60 * * * *", "* * 31 2 *", "* * 0 * *", "5-1 * * * *", "a * * * *"
      })
  void whatIsNoneOrNeverFiresIsRefused(String text) {
    assertThrows(InvalidInputException.class, () -> Cron.parse(text));
  }

  private static List<String> firings(String cron, String zone, String from, int count) {
    Recurring schedule =
        new Recurring(Cron.parse(cron), ZoneId.of(zone), Optional.empty(), Optional.empty());
    List<String> firings = new ArrayList<>();
    Instant at = Instant.parse(from);
    for (int i = 0; i < count; i++) {
      Instant next = schedule.next(at).orElseThrow();
      firings.add(next.toString());
      at = next.plusNanos(1);
    }
    return firings;
  }

  /** Berlin went to summer time on 2025-03-30 at 01:00 UTC: 02:30 was not there that night. */
  @Test
  void summerTimeMovesItAndLeavesOutWhatIsNotThere() {
    assertEquals(
        List.of("2025-03-29T07:00:00Z", "2025-03-30T06:00:00Z"),
        firings("0 8 * * *", "Europe/Berlin", "2025-03-29T00:00:00Z", 2));
    assertEquals(
        List.of("2025-03-29T01:30:00Z", "2025-03-31T00:30:00Z"),
        firings("30 2 * * *", "Europe/Berlin", "2025-03-29T00:00:00Z", 2));
  }

  /** Back on 2025-10-26 at 01:00 UTC: 02:30 came twice, at 00:30 and at 01:30 UTC. */
  @Test
  void aTimeThatComesTwiceFiresOnce() {
    assertEquals(
        List.of("2025-10-25T00:30:00Z", "2025-10-26T00:30:00Z", "2025-10-27T01:30:00Z"),
        firings("30 2 * * *", "Europe/Berlin", "2025-10-25T00:00:00Z", 3));
  }

  @Test
  void startAndEndBoundIt() {
    Recurring schedule = new Recurring(
        Cron.parse("0 * * * *"),
        ZoneId.of("UTC"),
        Optional.of(Instant.parse("2026-07-01T02:30:00Z")),
        Optional.of(Instant.parse("2026-07-01T04:00:00Z")));
    assertEquals(
        Optional.of(Instant.parse("2026-07-01T03:00:00Z")),
        schedule.next(Instant.parse("2026-07-01T00:00:00Z")));
    assertEquals(Optional.empty(), schedule.next(Instant.parse("2026-07-01T04:00:01Z")));
  }
}

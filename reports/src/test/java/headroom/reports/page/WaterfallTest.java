package headroom.reports.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import headroom.results.Journey.Stop;
import headroom.results.SlowRequests.Told;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A request of 2.4 s, so that each of the 24 places of a bar is a tenth of a second. */
class WaterfallTest {

  private static final long TENTH = 100_000_000L;

  private static String of(List<Long> parts, List<Stop> stops) {
    Told request = new Told("users", "", 7 * TENTH, 24 * TENTH, Optional.empty(), "", parts, stops);
    return Waterfall.of(request).replace('\u00A0', ' ');
  }

  private static Stop stop(
      int depth, String where, String what, int from, int started, int to, String outcome) {
    return new Stop(
        depth, where, what, (7 + from) * TENTH, (7 + started) * TENTH, (7 + to) * TENTH, outcome);
  }

  @Test
  void everyStopIsALineOnACommonScale() {
    List<Stop> stops = List.of(
        stop(0, "web-1", "attempt 1", 0, 5, 10, "timeout"),
        stop(1, "db-1", "call db", 8, 8, 9, "ok"),
        stop(0, "users", "backoff", 10, 12, 12, "ok"),
        stop(0, "web-2", "attempt 2", 12, 12, 24, "ok"));
    assertEquals("""
        ░░░░░█████··············       1 s attempt 1 → web-1: timeout
        ········█···············    100 ms   call db → db-1
        ··········░░············    200 ms backoff → users
        ············████████████     1.2 s attempt 2 → web-2""", of(List.of(), stops));
  }

  @Test
  void withoutStopsThePartsFollowEachOther() {
    assertEquals("""
        ░░░░░░░░░░░░············     1.2 s queue
        ············████████████     1.2 s work""", of(List.of(0L, 0L, 0L, 12 * TENTH, 12 * TENTH, 0L), List.of()));
  }

  @Test
  void longWaysAreCut() {
    Stop one = stop(0, "web-1", "attempt", 0, 0, 24, "ok");
    List<String> lines = of(List.of(), Collections.nCopies(30, one)).lines().toList();
    assertEquals(13, lines.size());
    assertEquals("… and 18 more, in slow-requests.csv", lines.get(12));
  }
}

package headroom.billing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import headroom.results.InstanceUsage;
import headroom.results.Usage;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineStoryTest {

  /** Two m1.small of 2008, 90 and 30 minutes from 00:30 on: 2 + 1 started hours at 0.10. */
  @Test
  void hoursAndRunsAreThoseOfTheLine() {
    InstanceUsage.Builder runs = new InstanceUsage.Builder();
    int kind = runs.kind(Uses.M1_SMALL);
    runs.add(kind, 4, 1_800 * Uses.SECOND, 3_600 * Uses.SECOND);
    runs.addOpen(kind, 7, 1_800 * Uses.SECOND, 7_200 * Uses.SECOND);
    Usage usage = new Usage(runs.build(), List.of(), List.of());
    Bill bill = Bill.of(usage, Uses.window(7_200), Books.OF_2008);
    LineStory story = LineStory.of(bill, bill.charges().get(0), usage);
    Instant halfPast = Instant.parse("2026-07-01T00:30:00Z");
    Instant two = Instant.parse("2026-07-01T02:00:00Z");
    assertEquals(
        List.of(
            new LineStory.InstanceRun(4, halfPast, Instant.parse("2026-07-01T01:00:00Z"), false,
                3_600),
            new LineStory.InstanceRun(7, halfPast, two, true, 7_200)),
        story.runs());
    assertEquals(
        List.of(7_200L, 3_600L),
        story.hours().stream().map(LineStory.Hour::count).toList());
    assertEquals(0, new BigDecimal("0.2").compareTo(story.hours().get(0).amount()));
  }

  @Test
  void theHoursOfAnyLineSumToItAndTheRunsToItsTime() {
    for (long seed = 1; seed <= 200; seed++) {
      AnyUsage any = AnyUsage.of(seed);
      Bill bill = Bill.of(any.usage(), any.window(), any.book());
      for (Charge charge : bill.charges()) {
        LineStory story = LineStory.of(bill, charge, any.usage());
        BigDecimal sum = story.hours().stream()
            .map(LineStory.Hour::amount)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertEquals(0, charge.amount().compareTo(sum), "seed " + seed);
        if (charge.time().isPresent()) {
          long seconds =
              story.runs().stream().mapToLong(LineStory.InstanceRun::seconds).sum();
          assertEquals(charge.count(), seconds, "seed " + seed);
        }
      }
    }
  }
}

package headroom.billing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.problem.InvalidInputException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InstanceTimeRuleTest {

  private static final Map<String, InstanceTimeRule> RULES =
      Map.of("hours", InstanceTimeRule.STARTED_HOURS, "seconds", InstanceTimeRule.SECONDS);

  /** The window is 10,000 s to 20,000 s; all in seconds. */
  @ParameterizedTest(name = "{0}: {1} to {2} ran {3}, paid before {4}, started {5}, minimum {6}")
  @CsvSource({
    // inside the window
    "hours,   10000, 13600,  3600,    0,    0, 0",
    "hours,   10000, 13601,  3601,    0, 3599, 0",
    "seconds, 10000, 10061,    61,    0,    0, 0",
    "seconds, 10000, 10030,    30,    0,    0, 30",
    "seconds, 10000.25, 10100.5, 100.25, 0, 0.75, 0",
    // the warm-up ends inside the run, inside a classic hour
    "hours,    8000, 15000,  5000, 1600,  200, 0",
    "hours,    8000, 11600,  1600, 1600,    0, 0",
    "hours,    8000, 11601,  1601, 1600, 3599, 0",
    "hours,    6400, 10001,     1,    0, 3599, 0",
    "seconds,  9999.5, 10000.25, 0.25, 0.25, 0, 0",
    "seconds,  9999.5, 10001,  1,  0.5, 0.5,  0",
    // a start before the window brings no minimum into it
    "seconds,  9990, 10010,    10,    0,    0, 0",
    // up to the end of the run: a started hour in full, the minimum too
    "hours,   19000, 20000,  1000,    0, 2600, 0",
    "seconds, 19990, 20000,    10,    0,    0, 50",
    "hours,       0, 20000, 10000,  800, 1600, 0",
    // nothing ran inside the window
    "hours,    8000, 10000,     0,    0,    0, 0",
    "seconds,  9990, 10000,     0,    0,    0, 0",
    "seconds, 12000, 12000,     0,    0,    0, 0",
    "hours,   20000, 20000,     0,    0,    0, 0",
  })
  void timeIsBilledWithItsReason(
      String rule,
      BigDecimal from,
      BigDecimal to,
      BigDecimal ran,
      BigDecimal paidBefore,
      BigDecimal startedUnit,
      BigDecimal minimum) {
    BilledTime time = RULES
        .getOrDefault(rule, InstanceTimeRule.SECONDS)
        .bill(nanos(from), nanos(to), Uses.window(10_000, 20_000));
    same(ran, time.ran());
    same(paidBefore, time.paidBefore());
    same(startedUnit, time.startedUnit());
    same(minimum, time.minimum());
    same(ran.subtract(paidBefore).add(startedUnit).add(minimum), time.billed());
  }

  @Test
  void unitsMustDivideAnHour() {
    var wrong = assertThrows(
        InvalidInputException.class,
        () -> new InstanceTimeRule(Duration.ofSeconds(7), Duration.ofMillis(1500)));
    assertEquals("""
        per: must be whole seconds that divide an hour, was PT7S; 1s or 1h
        minimum: must be whole seconds, 0 or more, was PT1.5S; for example 60s""", wrong.getMessage());
    assertTrue(InstanceTimeRule.problems(Duration.ofMinutes(1), Duration.ZERO).isEmpty());
  }

  private static long nanos(BigDecimal seconds) {
    return seconds.movePointRight(9).longValueExact();
  }

  private static void same(BigDecimal wanted, BigDecimal actual) {
    assertEquals(0, wanted.compareTo(actual), () -> "wanted " + wanted + ", was " + actual);
  }
}

package headroom.policy.alarm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules of composite alarms, with a in alarm, b ok and c without data. */
class AlarmExpressionTest {

  private static AlarmState state(String alarm) {
    return switch (alarm) {
      case "a" -> AlarmState.ALARM;
      case "b" -> AlarmState.OK;
      default -> AlarmState.INSUFFICIENT_DATA;
    };
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "ALARM(a), true",
    "ALARM(b), false",
    "OK(b), true",
    "INSUFFICIENT_DATA(c), true",
    "NOT ALARM(a), false",
    "ALARM(a) AND OK(b), true",
    "ALARM(a) AND ALARM(b), false",
    "ALARM(b) OR ALARM(a), true",
    // AND binds closer than OR, and NOT closer than both.
    "TRUE OR TRUE AND FALSE, true",
    "(TRUE OR TRUE) AND FALSE, false",
    "NOT FALSE AND FALSE, false",
    "NOT (FALSE AND FALSE), true",
    "NOT NOT ALARM( a ), true",
  })
  void aRuleHoldsOrDoesNot(String text, boolean holds) {
    assertEquals(holds, AlarmExpressionParser.parse(text).holds(AlarmExpressionTest::state));
  }

  @Test
  void aRuleKnowsWhatItRestsOn() {
    List<String> names = new ArrayList<>();
    AlarmExpressionParser.parse("ALARM(a) AND NOT (OK(b) OR TRUE)").names(names::add);
    assertEquals(List.of("a", "b"), names);
  }
}

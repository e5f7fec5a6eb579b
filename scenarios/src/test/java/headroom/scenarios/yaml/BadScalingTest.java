package headroom.scenarios.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Steps, composite alarms and schedules that do not fit together: where, what, what would work. */
class BadScalingTest {

  private static final String STEPS = "groups.web.scaling[0].step.steps";

  private static List<String> complaints(String step) {
    return Reading.complaints("""
        scenario: steps
        lasts: 1h
        workloads:
          users: {to: web, rate: 60/s}
        alarms:
          cpu-high: {of: web, metric: cpu, above: 50%}
          either: {composite: ALARM(cpu-high)}
        groups:
          web:
            type: m5.large
            size: {min: 3, max: 9}
            scaling:
              - RULE
            serves: {workers: 8, time: 80ms}
        """.replace("RULE", step));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "[{lower: 0%, upper: 10%, adjustment: 1}, {lower: 20%, adjustment: 2}]"
            + " | 81 | [1]: leaves a gap after the step before it; its lower the same as the other's upper",
        "[{lower: 0%, upper: 20%, adjustment: 1}, {lower: 10%, adjustment: 2}]"
            + " | 81 | [1]: overlaps with the step before it; its lower the same as the other's upper",
        "[{adjustment: 1}] | 41 | [0]: must have a lower or an upper bound; where it begins, or where it ends",
        "[{lower: 10%, upper: 10%, adjustment: 1}]"
            + " | 61 | [0].upper: must be above lower; exchange the two",
        "[{lower: 0%, upper: 10%, adjustment: 1}]"
            + " | 40 | : reach above the threshold and end there;"
            + " leave out upper of the highest step",
        "[{lower: -10%, adjustment: 1}]"
            + " | 40 | : reach below the threshold and end there;"
            + " leave out lower of the lowest step",
        "[{lower: 0, adjustment: 1}]"
            + " | 49 | [0].lower: '0' has no unit; write a percentage, for example 0%",
        "[{lower: 0%, adjustment: 1.5}]"
            + " | 65 | [0].adjustment: must be a whole number, was '1.5'",
        "[] | 40 | : must hold at least one; {lower: 0%, adjustment: 1}",
      })
  void stepsLeaveNoGapAndDoNotOverlap(String steps, int column, String complaint) {
    assertEquals(
        List.of("f.yaml:13:" + column + "  " + STEPS + complaint),
        complaints("step: {alarm: cpu-high, steps: " + steps + "}"));
  }

  @ParameterizedTest(name = "{1} rules: {2}")
  @CsvSource({
    "'simple: {alarm: cpu-high, adjustment: 1}', 51, 'at most 50 policies, were 51; fewer policies'",
    "'scheduled: {at: 2026-07-01T00:10:00Z, min: 2}', 126,"
        + " 'at most 125 scheduled actions, were 126; a cron in the place of several'",
  })
  void aGroupHasNoMoreRulesThanItMay(String rule, int times, String complaint) {
    String rules = String.join("\n      - ", java.util.Collections.nCopies(times, rule));
    assertEquals(
        List.of("f.yaml:13:7  groups.web.scaling: must have " + complaint), complaints(rules));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "simple: {alarm: either, adjustment: 1} | groups.web.scaling[0].simple.alarm:"
            + " no alarm over a metric 'either'; known: cpu-high",
        "simple: {alarm: cpu-hihg, adjustment: 1} | groups.web.scaling[0].simple.alarm:"
            + " no alarm over a metric 'cpu-hihg'; did you mean 'cpu-high'?",
      })
  void aPolicyNamesAnAlarmOverAMetric(String rule, String complaint) {
    assertEquals(List.of("f.yaml:13:25  " + complaint), complaints(rule));
  }
}

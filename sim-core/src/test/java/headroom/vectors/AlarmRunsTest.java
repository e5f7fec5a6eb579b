package headroom.vectors;

import static org.junit.jupiter.api.Assertions.assertEquals;

import headroom.Engine;
import headroom.ScenarioBuilder;
import headroom.policy.alarm.Alarm;
import headroom.policy.alarm.AlarmState;
import headroom.policy.alarm.Comparison;
import headroom.policy.alarm.MissingData;
import headroom.policy.metric.Statistic;
import headroom.policy.metric.WatchedMetric;
import headroom.policy.scaling.ScheduledAction;
import headroom.random.Constant;
import headroom.results.EventLog;
import headroom.results.Run;
import headroom.spec.MetricAlarm;
import headroom.workload.Readings;
import headroom.workload.Regular;
import headroom.workload.Trace;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/**
 * Vectors #100 to #112 through the engine: a group whose only instance is there in the minutes that
 * have a point, and busy in those that breach.
 */
class AlarmRunsTest {

  private static final long MINUTE = 60_000_000_000L;
  private static final Instant START = Instant.parse("2026-07-01T00:00:00Z");

  private static Run run(String points, int n, int m, MissingData missing) {
    long[] starts = new long[points.length()];
    double[] rates = new double[points.length()];
    MetricAlarm alarm = new MetricAlarm(
        "a",
        "web",
        WatchedMetric.CPU,
        Statistic.AVERAGE,
        Duration.ofMinutes(1),
        new Alarm(Comparison.ABOVE, 0.5, n, m, missing),
        false);
    ScenarioBuilder scenario = new ScenarioBuilder()
        .start(START)
        .zones("a")
        .arrivals(new Regular())
        .workers(1)
        .time(new Constant(0.9))
        .image(new Constant(0), new Constant(0), new Constant(0))
        .size(0, 1)
        .alarm(alarm)
        .lasts(Duration.ofMinutes(points.length() + 1).plusSeconds(1));
    for (int minute = 0; minute < points.length(); minute++) {
      starts[minute] = minute * MINUTE;
      rates[minute] = points.charAt(minute) == 'X' ? 1 : 0;
      // The instance comes or goes in the first second of the minute.
      scenario.scaling(new ScheduledAction(
          START.plusSeconds(60L * minute + 1),
          OptionalInt.empty(),
          OptionalInt.empty(),
          OptionalInt.of(points.charAt(minute) == '-' ? 0 : 1)));
    }
    Readings readings = new Readings(starts, rates, starts.length * MINUTE, Readings.Between.STEP);
    return Engine.show(scenario.rate(new Trace(readings, 0, Trace.Then.HOLD)).build(), 1);
  }

  /** The states after each minute's point is published, a minute later. */
  private static List<AlarmState> states(Run run, int minutes) {
    AlarmState[] states = new AlarmState[minutes];
    Arrays.fill(states, AlarmState.INSUFFICIENT_DATA);
    for (EventLog.Entry event : run.events().orElseThrow().events()) {
      if (event.kind() == EventLog.Kind.ALARM) {
        String word = event.what().substring("state ".length()).replace(' ', '_');
        int from = (int) (event.atNanos() / MINUTE) - 2;
        String name = word.toUpperCase(Locale.ROOT);
        Arrays.fill(
            states,
            Math.max(0, from),
            minutes,
            AlarmState.valueOf(name.equals("INSUFFICIENT_DATA") ? "INSUFFICIENT_DATA" : name));
      }
    }
    return List.of(states);
  }

  @Test
  void missingPointsAreTreatedAsTheTableSays() {
    List<MissingData> treatments = List.of(
        MissingData.MISSING, MissingData.IGNORE, MissingData.BREACHING, MissingData.NOT_BREACHING);
    for (List<String> row : Vectors.rows("alarms.csv")) {
      String points = row.get(3);
      for (int column = 0; column < treatments.size(); column++) {
        int n = Integer.parseInt(row.get(1));
        int m = Integer.parseInt(row.get(2));
        Run run = run(points, n, m, treatments.get(column));
        List<AlarmState> states = states(run, points.length());
        assertEquals(
            expected(row.get(4 + column), states.get(states.size() - 2)),
            states.get(states.size() - 1),
            "#" + row.get(0) + " " + treatments.get(column));
      }
    }
  }

  private static AlarmState expected(String word, AlarmState kept) {
    return switch (word) {
      case "KEEP" -> kept;
      case "INSUFFICIENT" -> AlarmState.INSUFFICIENT_DATA;
      default -> AlarmState.valueOf(word);
    };
  }

  @Test
  void sequencesGoThroughTheStatesTheTableSays() {
    for (List<String> row : Vectors.rows("alarm-sequences.csv")) {
      int minutes = row.get(3).length();
      int n = Integer.parseInt(row.get(1));
      int m = Integer.parseInt(row.get(2));
      List<AlarmState> states = states(run(row.get(3), n, m, MissingData.MISSING), minutes);
      List<String> after = new ArrayList<>();
      states.subList(2, minutes).forEach(state -> after.add(state.name()));
      assertEquals(row.get(4), String.join(" ", after), "#" + row.get(0));
    }
  }
}

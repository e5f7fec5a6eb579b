package headroom.vectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.Engine;
import headroom.ScenarioBuilder;
import headroom.policy.alarm.Comparison;
import headroom.random.Constant;
import headroom.results.EventLog;
import headroom.results.Run;
import headroom.spec.InstanceRefresh;
import headroom.spec.Scenario;
import headroom.supply.Image;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Instance refreshes in runs: what they skip, where they wait, when they go back (sheet §4.12). */
class RefreshRunsTest {

  private static final Image NEXT = new Image("next", Image.NONE, new Constant(60), Image.NONE);

  private static InstanceRefresh refresh(
      int minute, boolean skips, List<Double> checkpoints, List<String> alarms) {
    return new InstanceRefresh(
        Duration.ofMinutes(minute),
        Optional.of("next"),
        0.75,
        1,
        skips,
        checkpoints,
        Duration.ofHours(1),
        Optional.of(Duration.ZERO),
        InstanceRefresh.Protected.WAIT,
        alarms,
        true);
  }

  private static Run run(ScenarioBuilder builder, InstanceRefresh... refreshes) {
    Scenario plain = builder.build();
    return Engine.show(
        plain.toBuilder()
            .images(List.of(plain.images().get(0), NEXT))
            .groups(List.of(plain.groups().get(0).toBuilder()
                .upkeep(TestUpkeep.with(refreshes))
                .build()))
            .build(),
        1);
  }

  private static ScenarioBuilder four() {
    return new ScenarioBuilder()
        .zones("a")
        .rate(0.1)
        .time(new Constant(0.001))
        .image(Image.NONE, new Constant(60), Image.NONE)
        .size(4, 4)
        .lasts(Duration.ofHours(3));
  }

  private static double figure(Run run, String name) {
    return run.figure("groups.web." + name).orElseThrow();
  }

  private static List<String> said(Run run) {
    return run.events().orElseThrow().events().stream()
        .filter(event -> event.kind() == EventLog.Kind.SCHEDULED)
        .map(event -> event.atNanos() / 60_000_000_000L + "m " + event.what())
        .toList();
  }

  /** The second refresh finds all of them as they should be: it replaces them anyway, or skips. */
  @ParameterizedTest(name = "skip matching {0}: {1} replaced")
  @CsvSource({"false, 8", "true, 4"})
  void whatMatchesIsSkipped(boolean skips, double replaced) {
    Run run = run(
        four(), refresh(10, false, List.of(), List.of()), refresh(90, skips, List.of(), List.of()));
    assertEquals(2, figure(run, "refreshes"));
    assertEquals(replaced, figure(run, "replacements"));
  }

  /** One of four at a time, a minute each: a half is there at 12 minutes, and an hour passes. */
  @Test
  void aCheckpointIsWaitedAt() {
    Run run = run(four(), refresh(10, false, List.of(0.5, 1.0), List.of()));
    assertEquals(
        List.of(
            "10m instance refresh begun",
            "12m checkpoint 1 of 2",
            "74m instance refresh succeeded"),
        said(run));
    assertEquals(4, figure(run, "replacements"));
  }

  /** Above the alarm's threshold from minute 9 on: those that were replaced by then go back. */
  @Test
  void anAlarmRollsItBack() {
    double[] perTarget = new double[40];
    Arrays.fill(perTarget, 0, 9, 10);
    Arrays.fill(perTarget, 9, 40, 90);
    Run run = run(
        Alarmed.group(4, perTarget)
            .image(Image.NONE, new Constant(120), Image.NONE)
            .alarm(Alarmed.alarm(Comparison.ABOVE))
            .lasts(Duration.ofMinutes(40)),
        refresh(10, false, List.of(), List.of("a")));
    List<String> said =
        said(run).stream().map(what -> what.replaceAll("^\\d+m ", "")).toList();
    assertEquals(List.of("instance refresh begun", "instance refresh failed", "rolled back"), said);
    assertEquals(1, figure(run, "refreshes-failed"));
    assertEquals(0, figure(run, "refreshes"));
    assertTrue(figure(run, "replacements") >= 2, "there and back");
  }
}

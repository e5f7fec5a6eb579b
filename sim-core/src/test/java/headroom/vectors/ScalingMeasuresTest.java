package headroom.vectors;

import static org.junit.jupiter.api.Assertions.assertEquals;

import headroom.Engine;
import headroom.policy.alarm.Comparison;
import headroom.policy.scaling.AdjustmentType;
import headroom.policy.scaling.ScheduledAction;
import headroom.policy.scaling.SimpleScaling;
import headroom.random.Constant;
import headroom.results.Run;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** The measures of a scaling policy, where each can be counted by hand. */
class ScalingMeasuresTest {

  private static final Instant START = Instant.parse("2026-07-01T00:00:00Z");

  private static double figure(Run run, String name) {
    return run.figure("groups.web.scaling." + name).orElseThrow();
  }

  /** Ten requests a second of 0.1 s need one worker; three instances of one, then two, then none. */
  @Test
  void wasteIsWhatNobodyNeeded() {
    Run run = Engine.run(
        Alarmed.group(3, 200)
            .workers(1)
            .time(new Constant(0.099))
            .scaling(at(20, 2))
            .scaling(at(40, 0))
            .lasts(Duration.ofMinutes(60))
            .build(),
        1);
    // 20 minutes with 2 too many, 20 with 1 too many, 20 with 1 missing.
    assertEquals(60 / 60.0, figure(run, "wasted-hours"), 0.04);
    assertEquals(20 / 60.0, figure(run, "missing-hours"), 0.02);
    assertEquals((20 * 2 + 20) / 60.0, figure(run, "overshoot"), 0.04);
    assertEquals(20 / 60.0, figure(run, "undershoot"), 0.02);
    assertEquals(40 / 60.0, figure(run, "overshoot-time"), 0.02);
    assertEquals(20 / 60.0, figure(run, "undershoot-time"), 0.02);
    assertEquals(0, figure(run, "reversals-per-day"));
  }

  private static ScheduledAction at(int minute, int desired) {
    return new ScheduledAction(
        START.plusSeconds(60L * minute),
        OptionalInt.empty(),
        OptionalInt.empty(),
        OptionalInt.of(desired));
  }

  /**
   * The rate rises at minute 5; two points beyond the threshold are seen at 8 min; the instance takes
   * 100 s to boot: 3 min + 100 s from crossing to serving.
   */
  @Test
  void aReactionLastsFromTheCrossingToTheService() {
    Run run = Engine.run(
        Alarmed.group(4, 40, 40, 40, 40, 40, 60)
            .alarm(Alarmed.alarm(Comparison.ABOVE))
            .image(new Constant(0), new Constant(100), new Constant(0))
            .scaling(new SimpleScaling(
                "a", AdjustmentType.CHANGE_IN_CAPACITY, 1, 1, Optional.of(Duration.ofHours(1))))
            .lasts(Duration.ofMinutes(20))
            .build(),
        1);
    assertEquals(180 + 100, figure(run, "reaction.mean"), 1e-6);
    assertEquals(180 + 100, figure(run, "reaction.max"), 1e-6);
  }
}

package headroom.vectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.Engine;
import headroom.policy.alarm.Comparison;
import headroom.policy.scaling.AdjustmentType;
import headroom.policy.scaling.Cooldown;
import headroom.policy.scaling.SimpleScaling;
import headroom.random.Constant;
import headroom.random.Uniform;
import headroom.results.EventLog;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Vector #99: a simple policy waits for its instances, and then for its cooldown. */
class CooldownTest {

  private static final long MINUTE = 60_000_000_000L;

  @Test
  void theCooldownBeginsWithTheLastInstance() {
    assertFalse(new Cooldown(1, 3 * MINUTE, 5 * MINUTE).isOver(20 * MINUTE));
    assertFalse(new Cooldown(0, 5 * MINUTE, 5 * MINUTE).isOver(10 * MINUTE - 1));
    assertTrue(new Cooldown(0, 5 * MINUTE, 5 * MINUTE).isOver(10 * MINUTE));
    assertTrue(Cooldown.NONE.isOver(0));
  }

  /** Two instances start, each in its own time; five minutes after the second the policy acts. */
  @Test
  void theFleetWaitsForBothInstances() {
    var run = Engine.show(
        Alarmed.group(4, 900)
            .alarm(Alarmed.alarm(Comparison.ABOVE))
            .image(new Constant(0), new Uniform(100, 400), new Constant(0))
            .scaling(
                new SimpleScaling("a", AdjustmentType.CHANGE_IN_CAPACITY, 2, 1, Optional.empty()))
            .lasts(Duration.ofMinutes(40))
            .build(),
        1);
    List<Long> acted = at(run.events().orElseThrow(), EventLog.Kind.SCALE_OUT);
    List<Long> served = at(run.events().orElseThrow(), EventLog.Kind.IN_SERVICE).stream()
        .filter(at -> at > 0)
        .toList();
    assertTrue(acted.size() >= 3, "acted " + acted.size() + " times");
    for (int i = 1; i < acted.size(); i++) {
      long due = served.get(2 * i - 1) + 5 * MINUTE;
      assertEquals((due + MINUTE - 1) / MINUTE * MINUTE, acted.get(i));
    }
  }

  /** The switch: without a cooldown the policy of #99 acts as soon as its instances serve. */
  @Test
  void withoutACooldownItActsAtOnce() {
    var run = Engine.show(
        Alarmed.group(4, 900)
            .alarm(Alarmed.alarm(Comparison.ABOVE))
            .image(new Constant(0), new Uniform(100, 400), new Constant(0))
            .scaling(new SimpleScaling(
                "a", AdjustmentType.CHANGE_IN_CAPACITY, 2, 1, Optional.of(Duration.ZERO)))
            .lasts(Duration.ofMinutes(40))
            .build(),
        1);
    List<Long> acted = at(run.events().orElseThrow(), EventLog.Kind.SCALE_OUT);
    assertTrue(acted.get(1) - acted.get(0) < 8 * MINUTE, acted::toString);
  }

  private static List<Long> at(EventLog log, EventLog.Kind kind) {
    return log.events().stream()
        .filter(e -> e.kind() == kind)
        .map(EventLog.Entry::atNanos)
        .toList();
  }
}

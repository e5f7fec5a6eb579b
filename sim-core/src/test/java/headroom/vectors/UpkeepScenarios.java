package headroom.vectors;

import headroom.ScenarioBuilder;
import headroom.policy.scaling.ScheduledAction;
import headroom.random.Constant;
import headroom.spec.Scenario;
import headroom.spec.Upkeep;
import headroom.supply.Image;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;

/**
 * Scenarios of one group that starts quickly and has next to nothing to do.
 *
 * @param start when they start
 * @param lasts how long they last
 */
record UpkeepScenarios(Instant start, Duration lasts) {

  Scenario scenario(int size, int max, Upkeep upkeep, UnaryOperator<ScenarioBuilder> with) {
    Scenario plain = with.apply(new ScenarioBuilder()
            .start(start)
            .lasts(lasts)
            .zones("a")
            .rate(0.01)
            .time(new Constant(0.001))
            .image(new Constant(5), new Constant(20), Image.NONE)
            .size(size, max))
        .build();
    return plain.toBuilder()
        .groups(List.of(plain.groups().get(0).toBuilder().upkeep(upkeep).build()))
        .build();
  }

  /** So many instances are wanted from so many minutes on. */
  ScheduledAction desired(int minutes, int size) {
    return new ScheduledAction(
        start.plus(Duration.ofMinutes(minutes)),
        OptionalInt.of(1),
        OptionalInt.empty(),
        OptionalInt.of(size));
  }
}

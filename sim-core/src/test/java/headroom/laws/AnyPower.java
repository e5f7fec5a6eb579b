package headroom.laws;

import headroom.policy.placement.Weights;
import headroom.policy.scaling.Cron;
import headroom.policy.scaling.Recurring;
import headroom.spec.Group;
import headroom.spec.Operation;
import headroom.spec.Operation.Kind;
import headroom.spec.Upkeep;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Stops, starts and reboots of a generated group; drawn apart, so that nothing else is moved. */
final class AnyPower {

  private static final long APART = 7_000_000_037L;

  private final Dice dice;

  AnyPower(long seed, int group) {
    this.dice = new Dice(seed * 31 + group + APART);
  }

  Group with(Group group, Duration lasts) {
    if (!dice.chance(0.3) || !group.weights().equals(Weights.EQUAL)) {
      return group;
    }
    List<Operation> all = new ArrayList<>(group.upkeep().operations());
    for (int i = dice.between(1, 3); i > 0; i--) {
      all.add(operation(dice.pick(Kind.STOP, Kind.HIBERNATE, Kind.START, Kind.REBOOT), lasts));
    }
    if (!group.otherTypes().isEmpty()) {
      all.add(new Operation(
          Kind.CHANGE_TYPE,
          Duration.ofSeconds(dice.between(0, (int) lasts.toSeconds() - 1)),
          Optional.empty(),
          1,
          Optional.empty(),
          false,
          Optional.empty(),
          Optional.of(group.otherTypes().get(0))));
    }
    Upkeep upkeep = group.upkeep();
    return group.toBuilder().upkeep(upkeep.with(all)).build();
  }

  private Operation operation(Kind kind, Duration lasts) {
    boolean recurs = dice.chance(0.3);
    int at = dice.between(0, (int) lasts.toSeconds() - 1);
    Optional<Duration> takes = Optional.of(Duration.ofSeconds(dice.between(0, 90)))
        .filter(time -> kind.stops() && dice.chance(0.5));
    return new Operation(
        kind,
        recurs ? Duration.ZERO : Duration.ofSeconds(at),
        Optional.of(new Recurring(
                Cron.parse("*/10 * * * *"), ZoneOffset.UTC, Optional.empty(), Optional.empty()))
            .filter(moments -> recurs),
        dice.between(1, 3),
        Optional.of(Duration.ofSeconds(dice.between(90, 900)))
            .filter(time -> kind.stops() && dice.chance(0.6)),
        false,
        takes,
        Optional.empty());
  }
}

package headroom.laws;

import headroom.policy.placement.CustomTermination;
import headroom.policy.placement.CustomTermination.Attribute;
import headroom.policy.scaling.Cron;
import headroom.policy.scaling.Recurring;
import headroom.spec.Group;
import headroom.spec.Health;
import headroom.spec.Operation;
import headroom.spec.Operation.Kind;
import headroom.spec.Recovery;
import headroom.spec.Upkeep;
import headroom.supply.Disk;
import headroom.supply.Image;
import headroom.supply.RootDevice;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Stops, starts and reboots of a generated group; drawn apart, so that nothing else is moved. */
final class AnyPower {

  private static final long APART = 7_000_000_037L;

  private final Dice dice;
  private final Dice choice;

  AnyPower(long seed, int group) {
    this.dice = new Dice(seed * 31 + group + APART);
    this.choice = new Dice(seed * 31 + group + APART + 1);
  }

  Group with(Group plain, Duration lasts) {
    Group group = choosing(lasting(recovering(plain)));
    if (!dice.chance(0.3)) {
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

  /** Its image with what nobody who recovers may have. */
  Image image(Image image, Group group) {
    boolean store = group.health().recovery().isNone() && dice.chance(0.3);
    return new Image(
        image.name(),
        image.pending(),
        image.boot(),
        image.store(),
        image.bootstrap(),
        image.warmUp(),
        image.disk(),
        image.system(),
        Optional.of(RootDevice.EBS).filter(root -> dice.chance(0.5)),
        store);
  }

  private Group choosing(Group group) {
    CustomTermination custom = new CustomTermination(
        List.of(
            choice.pick(Attribute.SPOT, Attribute.ON_DEMAND),
            choice.pick(Attribute.OLDEST, Attribute.NEWEST, Attribute.LAST_TYPE)),
        Optional.of(Duration.ofMinutes(choice.between(1, 30))).filter(time -> choice.chance(0.5)));
    Upkeep upkeep = group.upkeep();
    return group.toBuilder()
        .upkeep(
            upkeep.with(upkeep.operations(), Optional.of(custom).filter(any -> choice.chance(0.2))))
        .build();
  }

  private Group lasting(Group group) {
    boolean stays = dice.chance(0.5);
    return group.toBuilder()
        .disk(group
            .disk()
            .map(its -> new Disk(
                its.kind(), its.gib(), its.iops(), its.mibPerSecond(), its.snapshotMib(), stays)))
        .build();
  }

  private Group recovering(Group group) {
    Health health = group.health();
    if (health.replace() || !dice.chance(0.5)) {
      return group;
    }
    Recovery recovery = new Recovery(
        dice.chance(0.5),
        dice.chance(0.5) ? OptionalInt.of(dice.between(1, 3)) : OptionalInt.empty(),
        dice.chance(0.5) ? OptionalInt.of(dice.between(1, 3)) : OptionalInt.empty());
    return group.toBuilder()
        .health(
            new Health(health.check(), health.grace(), health.status(), health.replace(), recovery))
        .build();
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

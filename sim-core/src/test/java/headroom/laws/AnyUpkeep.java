package headroom.laws;

import headroom.policy.placement.TerminationPolicy;
import headroom.spec.InstanceRefresh;
import headroom.spec.LifecycleHook;
import headroom.spec.MaintenancePolicy;
import headroom.spec.Operation;
import headroom.spec.Suspension;
import headroom.spec.Upkeep;
import headroom.spec.WarmPool;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What a generated group does with its instances; drawn apart, so that nothing else is moved. */
final class AnyUpkeep {

  private static final long APART = 2_000_000_011L;

  private final Dice dice;
  private final Optional<String> image;
  private final List<String> alarms;

  // Instances that no balancer is told of are no part of traffic as rates: AddToBalancerTest.
  private static final Suspension.Suspendable[] EVERYWHERE = EnumSet.complementOf(
          EnumSet.of(Suspension.Suspendable.ADD_TO_LOAD_BALANCER))
      .toArray(Suspension.Suspendable[]::new);

  AnyUpkeep(long seed, int group, Optional<String> image, List<String> alarms) {
    this.dice = new Dice(seed * 31 + group + APART);
    this.image = image;
    this.alarms = alarms;
  }

  Upkeep any(Duration lasts, boolean mayPrepare) {
    if (dice.chance(0.4)) {
      return Upkeep.DEFAULT;
    }
    Optional<WarmPool> pool = warmPool().filter(some -> mayPrepare);
    return new Upkeep(
        policies(),
        dice.chance(0.2),
        hooks(),
        Optional.of(Duration.ofDays(dice.between(1, 3))).filter(days -> dice.chance(0.3)),
        Optional.of(dice.pick(
                new MaintenancePolicy(0.5, 1.0),
                new MaintenancePolicy(1, 1.2),
                new MaintenancePolicy(0.9, 1.1)))
            .filter(policy -> dice.chance(0.4)),
        refreshes(lasts),
        suspensions(),
        dice.chance(0.3),
        pool,
        operations(lasts));
  }

  private List<TerminationPolicy> policies() {
    List<TerminationPolicy> all = new ArrayList<>(List.of(TerminationPolicy.values()));
    all.remove(TerminationPolicy.DEFAULT);
    List<TerminationPolicy> some = new ArrayList<>(all.subList(0, dice.between(0, all.size())));
    Collections.rotate(some, dice.between(0, 3));
    some.add(TerminationPolicy.DEFAULT);
    return some;
  }

  private List<LifecycleHook> hooks() {
    List<LifecycleHook> hooks = new ArrayList<>();
    for (int i = dice.between(0, 2); i > 0; i--) {
      hooks.add(new LifecycleHook(
          "hook-" + i,
          dice.pick(LifecycleHook.Transition.values()),
          AnyLaw.of(dice, 60),
          dice.pick(0.0, 0.2),
          Duration.ofSeconds(dice.between(30, 300)),
          dice.chance(0.3),
          dice.pick(LifecycleHook.Result.values())));
    }
    return hooks;
  }

  private Optional<WarmPool> warmPool() {
    return Optional.of(new WarmPool(
            dice.pick(WarmPool.PoolState.values()),
            dice.between(1, 2),
            dice.chance(0.5) ? OptionalInt.empty() : OptionalInt.of(dice.between(2, 6)),
            dice.chance(0.5)))
        .filter(pool -> dice.chance(0.4));
  }

  private List<InstanceRefresh> refreshes(Duration lasts) {
    if (!dice.chance(0.5)) {
      return List.of();
    }
    return List.of(new InstanceRefresh(
        Duration.ofSeconds(dice.between(0, (int) lasts.toSeconds() / 2)),
        image.filter(name -> dice.chance(0.7)),
        dice.pick(0.5, 0.9),
        dice.pick(1.0, 1.3),
        dice.chance(0.5),
        dice.chance(0.5) ? List.of() : List.of(0.3, 1.0),
        Duration.ofSeconds(dice.between(0, 600)),
        Optional.of(Duration.ofSeconds(dice.between(0, 300))).filter(time -> dice.chance(0.5)),
        dice.pick(InstanceRefresh.Protected.values()),
        alarms.stream().limit(dice.between(0, 1)).toList(),
        dice.chance(0.5)));
  }

  private List<Operation> operations(Duration lasts) {
    if (!dice.chance(0.3)) {
      return List.of();
    }
    Operation.Kind kind = dice.pick(Operation.Kind.STANDBY, Operation.Kind.DETACH);
    Operation leaves = leaves(kind, lasts);
    // Without a throw of its own, which would move what comes after it.
    return kind == Operation.Kind.DETACH && leaves.decrementDesired()
        ? List.of(
            leaves, new Operation(Operation.Kind.PROTECT, leaves.at(), 2, Optional.empty(), false))
        : List.of(leaves);
  }

  private Operation leaves(Operation.Kind kind, Duration lasts) {
    return new Operation(
        kind,
        Duration.ofSeconds(dice.between(0, (int) lasts.toSeconds() - 1)),
        dice.between(1, 2),
        Optional.of(Duration.ofSeconds(dice.between(1, 900)))
            .filter(time -> kind == Operation.Kind.STANDBY && dice.chance(0.7)),
        dice.chance(0.5));
  }

  private List<Suspension> suspensions() {
    List<Suspension> some = new ArrayList<>();
    for (int i = dice.between(0, 2); i > 0; i--) {
      some.add(new Suspension(
          dice.pick(EVERYWHERE),
          Duration.ofSeconds(dice.between(0, 900)),
          Optional.of(Duration.ofSeconds(dice.between(1, 900))).filter(time -> dice.chance(0.7))));
    }
    return some;
  }
}

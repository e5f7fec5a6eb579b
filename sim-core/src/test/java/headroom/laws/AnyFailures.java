package headroom.laws;

import headroom.fault.CacheLoss;
import headroom.fault.Failure;
import headroom.fault.InstanceFailures;
import headroom.fault.Slowdown;
import headroom.fault.ZoneFailure;
import headroom.spec.Group;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Whatever may break in a scenario. */
final class AnyFailures {

  private final Dice dice;
  private final Duration lasts;
  private final List<Failure> failures = new ArrayList<>();

  private AnyFailures(Dice dice, Duration lasts) {
    this.dice = dice;
    this.lasts = lasts;
  }

  static List<Failure> of(Dice dice, List<Group> groups, List<String> zones, Duration lasts) {
    AnyFailures any = new AnyFailures(dice, lasts);
    groups.forEach(any::addOf);
    zones.forEach(any::addOf);
    return any.failures;
  }

  private void addOf(Group group) {
    String name = group.name();
    if (dice.chance(0.6)) {
      failures.add(new InstanceFailures(
          "instances-" + name, name, AnyLaw.of(dice, dice.between(600, 4600))));
    }
    if (dice.some(Feature.SLOWDOWNS, 0.25)) {
      failures.add(new Slowdown(
          "slowdown-" + name, name, moment(), duration(300), dice.pick(0.0, 0.25, 0.75)));
    }
    boolean hasCache = group.serves().calls().stream()
        .flatMap(step -> step.calls().stream())
        .anyMatch(call -> call.cache().isPresent());
    if (hasCache && dice.some(Feature.CACHE_LOSSES, 0.5)) {
      failures.add(new CacheLoss("cache-loss-" + name, name, moment(), dice.pick(0.5, 1.0)));
    }
  }

  private void addOf(String zone) {
    if (dice.chance(0.3)) {
      failures.add(new ZoneFailure("zone-" + zone, zone, moment(), duration(4000)));
    }
  }

  private Duration moment() {
    return Duration.ofSeconds(dice.between(0, (int) lasts.toSeconds() - 1));
  }

  private Duration duration(int most) {
    return Duration.ofSeconds(dice.between(1, most));
  }
}

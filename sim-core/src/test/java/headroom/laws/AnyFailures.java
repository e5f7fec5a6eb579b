package headroom.laws;

import headroom.fault.Ageing;
import headroom.fault.Ageing.Restart;
import headroom.fault.Attended;
import headroom.fault.CacheLoss;
import headroom.fault.CommonCause;
import headroom.fault.DependencyFailure;
import headroom.fault.Failure;
import headroom.fault.GrayFailure;
import headroom.fault.GrayFailure.Kind;
import headroom.fault.HardwareFailures;
import headroom.fault.HardwareFailures.Level;
import headroom.fault.InstanceFailures;
import headroom.fault.InstanceOutages;
import headroom.fault.InstanceReplay;
import headroom.fault.Maintenance;
import headroom.fault.Outage;
import headroom.fault.PacketLoss;
import headroom.fault.Partition;
import headroom.fault.Recurring;
import headroom.fault.RegionFailure;
import headroom.fault.Replayed;
import headroom.fault.Response;
import headroom.fault.Scripted;
import headroom.fault.ServiceOutage;
import headroom.fault.ServiceOutage.Service;
import headroom.fault.Slowdown;
import headroom.fault.Timing;
import headroom.fault.WorkingHours;
import headroom.fault.ZoneFailure;
import headroom.random.Distribution;
import headroom.spec.Group;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

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
    if (dice.some(Feature.OUTAGES, 0.5)) {
      any.addWide(zones);
      groups.forEach(any::addStruck);
    }
    AnyFailures later = new AnyFailures(dice.apart("wear"), lasts);
    groups.forEach(later::addWear);
    later.addCuts(zones);
    groups.forEach(later::addWork);
    any.failures.addAll(later.failures);
    AnyFailures last = new AnyFailures(dice.apart("subtrees"), lasts);
    boolean hasHosts = any.failures.stream()
        .anyMatch(one -> one instanceof HardwareFailures its && its.perZone().isPresent());
    groups.forEach(group -> last.addSubtrees(group, hasHosts));
    any.failures.addAll(last.failures);
    return any.failures;
  }

  /** What strikes more than one group. */
  private void addWide(List<String> zones) {
    if (dice.chance(0.2)) {
      failures.add(new RegionFailure(name("region"), timing(2000)));
    }
    for (Service service : List.of(Service.CONTROL_PLANE, Service.MONITORING)) {
      if (dice.chance(0.3)) {
        failures.add(new ServiceOutage(name(service.word()), service, timing(3000)));
      }
    }
    int racks = dice.between(1, 4);
    addHardware(Level.RACK, racks, zones);
    addHardware(Level.HOST, racks * dice.between(1, 3), zones);
  }

  private void addHardware(Level level, int perZone, List<String> zones) {
    if (dice.chance(0.4)) {
      Timing timing = timing(2000);
      int atOnce = timing instanceof Recurring ? 1 : dice.between(1, perZone);
      List<String> where = dice.chance(0.5) ? List.of() : List.of(zones.get(0));
      failures.add(new HardwareFailures(
          name(level.word()),
          level,
          Optional.empty(),
          OptionalInt.of(perZone),
          where,
          atOnce,
          timing));
    }
  }

  private void addStruck(Group group) {
    String name = group.name();
    if (dice.chance(0.4)) {
      failures.add(new InstanceOutages(
          name("outage-" + name), name, dice.pick(0.1, 0.5, 1.0), timing(1500)));
    }
    if (!group.health().replace() && group.size().desired() > 1 && dice.chance(0.5)) {
      List<Outage> rows = List.of(seen(1, 4), minutes(10, 11 + dice.between(0, 20)));
      failures.add(new InstanceReplay(name("replay-" + name), name, List.of(rows, List.of())));
    }
  }

  /** An outage of a record that knows when it was noticed, and when somebody came. */
  private static Outage seen(int from, int to) {
    Outage outage = minutes(from, to);
    long noticed = outage.fromNanos() + 30_000_000_000L;
    return new Outage(outage.fromNanos(), outage.toNanos(), noticed, noticed + 1_000_000_000L);
  }

  private static Outage minutes(int from, int to) {
    return new Outage(from * 60_000_000_000L, to * 60_000_000_000L);
  }

  private String name(String usual) {
    return dice.chance(0.5) ? usual : "own-" + usual;
  }

  private Timing timing(int longest) {
    if (dice.chance(0.4)) {
      return new Recurring(
          AnyLaw.of(dice, dice.between(600, 6000)), AnyLaw.of(dice, dice.between(30, longest)));
    }
    return dice.chance(0.8)
        ? new Scripted(moment(), duration(longest))
        : new Replayed(List.of(minutes(2, dice.between(3, 9)), minutes(10, 12)));
  }

  private void addOf(Group group) {
    String name = group.name();
    if (dice.chance(0.6)) {
      failures.add(new InstanceFailures(
          "instances-" + name,
          name,
          AnyLaw.of(dice, dice.between(600, 4600)),
          repair(),
          common(),
          Optional.empty()));
    }
    if (dice.some(Feature.SLOWDOWNS, 0.25)) {
      failures.add(new Slowdown("slowdown-" + name, name, dice.pick(0.0, 0.25, 0.75), timing(300)));
    }
    if (dice.some(Feature.GRAY, 0.25)) {
      double errors = dice.pick(0.0, 0.2, 1.0);
      double speed = errors == 0 ? 0.5 : dice.pick(0.25, 1.0);
      failures.add(new GrayFailure(
          name("gray-" + name),
          dice.pick(Kind.GRAY, Kind.DEPLOY, Kind.CERTIFICATE),
          name,
          dice.pick(0.3, 1.0),
          speed,
          errors,
          timing(900)));
    }
    boolean hasCache = group.serves().calls().stream()
        .flatMap(step -> step.calls().stream())
        .anyMatch(call -> call.cache().isPresent());
    if (hasCache && dice.some(Feature.CACHE_LOSSES, 0.5)) {
      failures.add(new CacheLoss("cache-loss-" + name, name, moment(), dice.pick(0.5, 1.0)));
    }
  }

  /** Another one for each group, without a draw. */
  private static Maintenance.Event eventOf(String group) {
    return group.endsWith("1")
        ? Maintenance.Event.RETIREMENT
        : group.endsWith("2") ? Maintenance.Event.REBOOT : Maintenance.Event.MAINTENANCE;
  }

  /** What people announce, and what they mend. */
  private void addWork(Group group) {
    String name = group.name();
    if (dice.some(Feature.PEOPLE, 0.1)) {
      failures.add(new Maintenance(
          name("maintenance-" + name),
          name,
          dice.pick(0.3, 1.0),
          Duration.ofSeconds(dice.pick(0, 60, 600)),
          eventOf(name),
          timing(900)));
    }
    if (dice.some(Feature.PEOPLE, 0.1)) {
      failures.add(new InstanceFailures(
          name("mended-" + name),
          name,
          AnyLaw.of(dice, dice.between(600, 4600)),
          Optional.empty(),
          Optional.of(response()),
          Instant.parse("2026-06-01T00:00:00Z").plusSeconds(dice.between(0, 900_000)),
          Optional.empty(),
          name.endsWith("1"),
          Optional.empty()));
    }
    if (dice.some(Feature.PEOPLE, 0.1)) {
      boolean once = dice.chance(0.5);
      Attended timing = new Attended(
          once ? Optional.of(moment()) : Optional.empty(),
          once ? Optional.empty() : Optional.of(AnyLaw.of(dice, dice.between(600, 6000))),
          response(),
          Instant.parse("2026-06-01T00:00:00Z").plusSeconds(dice.between(0, 900_000)));
      failures.add(new InstanceOutages(name("attended-" + name), name, 0.5, timing));
    }
  }

  private Response response() {
    return new Response(
        AnyLaw.of(dice, dice.between(10, 300)),
        AnyLaw.of(dice, dice.between(10, 300)),
        AnyLaw.of(dice, dice.between(10, 900)),
        dice.chance(0.5)
            ? Optional.of(new WorkingHours(
                Duration.ofHours(dice.between(0, 9)),
                Duration.ofHours(dice.between(10, 24)),
                List.of(DayOfWeek.MONDAY, dice.pick(DayOfWeek.FRIDAY, DayOfWeek.SUNDAY)),
                dice.pick(ZoneId.of("UTC"), ZoneId.of("Europe/Berlin"))))
            : Optional.empty());
  }

  /** What takes all below a host, rack, zone, region or provider. */
  private void addSubtrees(Group group, boolean hasHosts) {
    if (!dice.some(Feature.SUBTREES, 0.15)) {
      return;
    }
    CommonCause.Level level = hasHosts
        ? dice.pick(CommonCause.Level.HOST, CommonCause.Level.RACK)
        : dice.pick(CommonCause.Level.ZONE, CommonCause.Level.REGION, CommonCause.Level.PROVIDER);
    CommonCause common = new CommonCause(
        dice.pick(0.1, 0.5),
        dice.pick(0.4, 1.0),
        level,
        dice.chance(0.5),
        Duration.ofSeconds(dice.pick(0, 120)),
        dice.chance(0.5) ? Optional.of(AnyLaw.of(dice, 300)) : Optional.empty());
    failures.add(new InstanceFailures(
        name("subtree-" + group.name()),
        group.name(),
        AnyLaw.of(dice, dice.between(600, 4600)),
        dice.chance(0.5) ? Optional.of(AnyLaw.of(dice, 300)) : Optional.empty(),
        Optional.of(common),
        Optional.empty()));
  }

  /** What breaks between zones, and at balancers. */
  private void addCuts(List<String> zones) {
    if (zones.size() > 1 && dice.some(Feature.CUTS, 0.1)) {
      failures.add(new Partition(
          name("partition"), List.of(zones.get(dice.between(0, zones.size() - 1))), timing(900)));
    }
    if (dice.some(Feature.CUTS, 0.1)) {
      String zone = zones.get(zones.size() - 1);
      failures.add(new ZoneFailure(name("nodes-" + zone), zone, true, timing(900)));
    }
    if (dice.some(Feature.CUTS, 0.1)) {
      failures.add(new ServiceOutage(name("load-balancing"), Service.LOAD_BALANCING, timing(3000)));
    }
  }

  /** What makes the instances of a group serve badly by and by, or by somebody else's doing. */
  private void addWear(Group group) {
    String name = group.name();
    if (dice.some(Feature.WEAR, 0.1)) {
      double errors = dice.pick(0.0, 0.4);
      int slower = errors == 0 ? 1 : dice.between(0, 5);
      failures.add(new DependencyFailure(
          name("dependency-" + name),
          name,
          dice.pick(0.4, 1.0),
          errors,
          Duration.ofSeconds(slower),
          timing(900)));
    }
    if (dice.some(Feature.WEAR, 0.1)) {
      failures.add(new Ageing(
          name("ageing-" + name),
          name,
          Duration.ofSeconds(dice.between(0, 600)),
          Duration.ofSeconds(dice.between(60, 2000)),
          dice.pick(0.3, 0.8),
          dice.chance(0.6)
              ? Optional.of(new Restart(
                  Duration.ofSeconds(dice.between(300, 3000)),
                  Duration.ofSeconds(dice.between(10, 200))))
              : Optional.empty()));
    }
    if (dice.some(Feature.WEAR, 0.1)) {
      PacketLoss loss = new PacketLoss(dice.pick(0.0, 0.3, 1.0), dice.pick(0.1, 0.5));
      failures.add(new GrayFailure(
          name("lossy-" + name), Kind.GRAY, name, 0.5, 1, dice.pick(0.0, 0.1), loss, timing(900)));
    }
  }

  private void addOf(String zone) {
    if (dice.chance(0.3)) {
      failures.add(new ZoneFailure("zone-" + zone, zone, moment(), duration(4000)));
    }
  }

  private Optional<Distribution> repair() {
    return dice.some(Feature.OUTAGES, 0.4)
        ? Optional.of(AnyLaw.of(dice, dice.between(20, 900)))
        : Optional.empty();
  }

  private Optional<CommonCause> common() {
    return dice.some(Feature.OUTAGES, 0.3)
        ? Optional.of(new CommonCause(dice.pick(0.1, 0.5), dice.pick(0.4, 1.0)))
        : Optional.empty();
  }

  private Duration moment() {
    return Duration.ofSeconds(dice.between(0, (int) lasts.toSeconds() - 1));
  }

  private Duration duration(int most) {
    return Duration.ofSeconds(dice.between(1, most));
  }
}

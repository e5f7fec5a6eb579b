package headroom.spec;

import headroom.fault.Attended;
import headroom.fault.CacheLoss;
import headroom.fault.Failure;
import headroom.fault.HardwareFailures;
import headroom.fault.HardwareFailures.Level;
import headroom.fault.InstanceFailures;
import headroom.fault.InstanceReplay;
import headroom.fault.Partition;
import headroom.fault.Scripted;
import headroom.fault.TimedFailure;
import headroom.problem.Problem;
import headroom.problem.Problems;
import headroom.random.Hazard;
import headroom.supply.Cloud;
import headroom.supply.Hosts;
import java.time.Duration;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What must hold between failures and the rest of a scenario. */
final class FailureChecks {

  private final Draft draft;
  private final Problems problems = Problems.of();
  private final Set<String> biased = new LinkedHashSet<>();
  private final Set<String> names = new LinkedHashSet<>();
  private final Map<Level, Integer> perZone = new EnumMap<>(Level.class);

  private FailureChecks(Draft draft) {
    this.draft = draft;
  }

  static List<Problem> of(Draft draft) {
    FailureChecks checks = new FailureChecks(draft);
    for (int i = 0; i < draft.failures().size(); i++) {
      String at = "failures[" + i + "]";
      draft.failures().get(i).ifPresent(failure -> checks.failure(at, failure));
    }
    return checks.problems.list();
  }

  private void failure(String at, Failure failure) {
    problems.require(
        at,
        names.add(failure.name()),
        "has the name of another failure, '" + failure.name() + "'",
        "give it a name: of its own");
    String kind = at + "." + FailureKinds.word(failure);
    if (failure instanceof TimedFailure timed && timed.timing() instanceof Scripted scripted) {
      within(kind + ".at", scripted.at());
    }
    if (failure instanceof TimedFailure timed && timed.timing() instanceof Attended attended) {
      attended.at().ifPresent(moment -> within(kind + ".at", moment));
    }
    if (failure instanceof CacheLoss loss) {
      within(kind + ".at", loss.at());
      problems.require(
          kind + ".of",
          mayHaveCache(loss.of()),
          "group '" + loss.of() + "' has no call with a cache to lose",
          "for example cache: {hit-ratio: 90%, entries: 10000} in one of its calls");
    }
    if (failure instanceof InstanceFailures instances) {
      CommonCauseChecks.check(draft, kind + ".common", instances, problems);
      if (instances.bias().isPresent()) {
        bias(kind, instances);
      }
    }
    if (failure instanceof HardwareFailures hardware) {
      tree(kind + ".per-zone", hardware);
    }
    if (failure instanceof Partition partition) {
      problems.require(
          kind + ".zones",
          draft.zones().isEmpty() || !partition.zones().containsAll(draft.zones()),
          "leaves no zone to be cut off from",
          "fewer zones");
    }
    if (failure instanceof InstanceReplay replay) {
      replay(kind, replay);
    }
  }

  /** A rack holds whole hosts, and there is one number of each. */
  private void tree(String at, HardwareFailures hardware) {
    if (hardware.of().isPresent()) {
      ofPool(at, hardware, hardware.of().get());
      return;
    }
    Optional<Hosts> known = draft.cloud().flatMap(Cloud::hosts);
    if (known.isPresent() || draft.cloud().isEmpty()) {
      known.ifPresent(hosts -> onKnown(at, hardware, hosts, "cloud.hosts"));
      return;
    }
    if (hardware.perZone().isEmpty()) {
      problems.require(
          at, false, "is missing, and no cloud.hosts says it", "for example per-zone: 20");
      return;
    }
    int count = hardware.perZone().getAsInt();
    Integer before = perZone.putIfAbsent(hardware.level(), count);
    problems.require(
        at,
        before == null || before == count,
        "is " + count + ", but another failure says that a zone has " + before + " "
            + hardware.level().word(),
        "the same number in both");
    Integer hosts = perZone.get(Level.HOST);
    Integer racks = perZone.get(Level.RACK);
    problems.require(
        at,
        hosts == null || racks == null || Hosts.fit(hosts, racks),
        "gives " + hosts + " hosts in " + racks + " racks, which is no tree",
        "as many hosts in each rack, 1 to 1000");
  }

  private void ofPool(String at, HardwareFailures hardware, String name) {
    draft.cloud().stream()
        .flatMap(cloud -> cloud.hostPools().stream())
        .filter(pool -> pool.name().equals(name))
        .forEach(pool -> {
          onKnown(at, hardware, pool.hosts(), "cloud.host-pools." + name);
          problems.require(
              at.replace("per-zone", "zones"),
              hardware.zones().stream().allMatch(pool::isIn),
              "must be such in which hosts of '" + name + "' stand: "
                  + String.join(", ", pool.zones()),
              "leave them out");
        });
  }

  /** The cloud or a pool says how many there are. */
  private void onKnown(String at, HardwareFailures hardware, Hosts hosts, String who) {
    int count = hardware.level() == Level.HOST ? hosts.count() : hosts.racks();
    String what =
        who + " says that a zone has " + count + " " + hardware.level().word();
    problems
        .require(at, hardware.perZone().isEmpty(), "must not be said where " + what, "leave it out")
        .require(
            at,
            count <= HardwareFailures.MOST,
            "must be at most " + HardwareFailures.MOST + ", but " + what,
            "fewer racks there")
        .require(
            at.replace("per-zone", "at-once"),
            hardware.atOnce() <= count,
            "must be at most all, but " + what,
            "a smaller number");
  }

  /** Biased are lifetimes whose hazard is known, one rule of each group, with a repair. */
  private void bias(String at, InstanceFailures failure) {
    boolean isScaled = Optional.ofNullable(draft.groups().get(failure.of()))
        .flatMap(known -> known)
        .map(known -> !known.scaling().isEmpty())
        .orElse(false);
    problems
        .require(
            at + ".of",
            !isScaled,
            "group '" + failure.of() + "' changes its size, and estimate: rare needs a fixed one",
            "a group without scaling")
        .require(
            at + ".time-to-failure",
            Hazard.of(failure.timeToFailure()).isPresent(),
            "has no hazard in closed form, which estimate: rare needs",
            "an exponential or weibull law")
        .require(
            at + ".time-to-repair",
            failure.timeToRepair().isPresent(),
            "is missing, which estimate: rare goes by",
            "for example time-to-repair: {exponential: {mean: 1h}}")
        .require(
            at + ".common",
            failure.common().isEmpty(),
            "cannot be biased by estimate: rare in this version",
            "a failure of its own for the common cause")
        .require(
            at + ".of",
            biased.add(failure.of()),
            "group '" + failure.of() + "' has two lifetimes, and estimate: rare biases one",
            "one instances failure for the group");
  }

  private void replay(String at, InstanceReplay replay) {
    Optional<Group> group =
        Optional.ofNullable(draft.groups().get(replay.of())).flatMap(known -> known);
    int nodes = replay.nodes().size();
    problems.require(
        at + ".trace",
        group.isEmpty() || nodes <= group.get().firstInstances(),
        "has " + nodes + " nodes, but group '" + replay.of() + "' has "
            + group.map(Group::firstInstances).orElse(0) + " instances",
        "a size of " + nodes + " or more");
    problems.require(
        at + ".of",
        group.isEmpty() || !group.get().health().replace(),
        "group '" + replay.of() + "' replaces broken instances, so that the record's nodes end",
        "health: {replace: false} in the group");
  }

  private void within(String at, Duration moment) {
    draft
        .lasts()
        .ifPresent(lasts -> problems.require(
            at, moment.compareTo(lasts) < 0, "must lie within the run (lasts)", "an earlier time"));
  }

  /** A group that is not there, or could not be read, is another problem. */
  private boolean mayHaveCache(String group) {
    return Optional.ofNullable(draft.groups().get(group))
        .flatMap(known -> known)
        .map(known -> PlacedCall.of(group, known.serves()).stream()
            .anyMatch(placed -> placed.call().cache().isPresent()))
        .orElse(true);
  }
}

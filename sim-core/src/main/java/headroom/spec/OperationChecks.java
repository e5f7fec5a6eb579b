package headroom.spec;

import headroom.policy.placement.InterruptionAction;
import headroom.policy.scaling.Recurring;
import headroom.problem.Problems;
import headroom.spec.WarmPool.PoolState;
import headroom.supply.Image;
import headroom.supply.InstanceType;
import headroom.supply.RootDevice;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What must hold of operations by hand beside the rest of a scenario. */
final class OperationChecks {

  // From general knowledge, unverified.
  private static final LocalDate HIBERNATES_SINCE = LocalDate.of(2018, 11, 28);
  private static final double MOST_MEMORY_GIB = 150;

  private final Draft draft;
  private final Problems problems;

  OperationChecks(Draft draft, Problems problems) {
    this.draft = draft;
    this.problems = problems;
  }

  void group(String at, Group group) {
    RootDevice root = rootDevice(group);
    roots(at, group, root);
    recovers(at + ".health.recovery", group, root);
    interrupted(at + ".mix.on-interruption", group, root);
    List<Operation> operations = group.upkeep().operations();
    for (int i = 0; i < operations.size(); i++) {
      Operation operation = operations.get(i);
      String field = at + ".operations[" + i + "]." + operation.kind().word();
      boolean needsVolume =
          operation.kind().isOfPower() && operation.kind() != Operation.Kind.REBOOT;
      problems.require(
          field,
          !needsVolume || root == RootDevice.EBS,
          "is not for instances that start from the disks of their host: they are rebooted or end",
          "an image with root-device: ebs (since " + RootDevice.EBS_SINCE + ")");
      if (operation.kind() == Operation.Kind.HIBERNATE) {
        hibernates(field, group);
      }
      operation.recurs().ifPresent(moments -> fires(field + ".cron", moments));
      operation.type().ifPresent(type -> changes(field + ".type", group, type));
    }
  }

  /** What a group starts from: what its image says, else what was usual. */
  private RootDevice rootDevice(Group group) {
    return group
        .image()
        .flatMap(name -> draft.images().getOrDefault(name, Optional.empty()))
        .flatMap(Image::rootDevice)
        .orElse(draft.start().map(start -> RootDevice.usualAt(day(start))).orElse(RootDevice.EBS));
  }

  private static LocalDate day(Instant start) {
    return LocalDate.ofInstant(start, ZoneOffset.UTC);
  }

  private void roots(String at, Group group, RootDevice root) {
    boolean said = group
        .image()
        .flatMap(name -> draft.images().getOrDefault(name, Optional.empty()))
        .flatMap(Image::rootDevice)
        .isPresent();
    problems
        .require(
            at + ".type",
            !said || type(group.type()).map(root::suits).orElse(true),
            "does not start from the disks of its host, as its image says",
            "leave root-device out of the image, or for example m3.large")
        .require(
            at + ".image",
            root == RootDevice.INSTANCE_STORE
                || draft
                    .start()
                    .map(start -> !day(start).isBefore(RootDevice.EBS_SINCE))
                    .orElse(true),
            "starts from a volume, which is possible since " + RootDevice.EBS_SINCE,
            "a later start, or root-device: instance-store")
        .require(
            at + ".warm-pool.pool-state",
            root == RootDevice.EBS
                || group.upkeep().warmPool().isEmpty()
                || group.upkeep().warmPool().get().poolState() == PoolState.RUNNING,
            "is not for instances that start from the disks of their host",
            "running");
  }

  /** Where EC2 does not recover (fleet sheet §1.3 [E3]). */
  private void recovers(String field, Group group, RootDevice root) {
    Recovery recovery = group.health().recovery();
    if (recovery.isNone()) {
      return;
    }
    boolean store = group
        .image()
        .flatMap(name -> draft.images().getOrDefault(name, Optional.empty()))
        .filter(Image::instanceStore)
        .isPresent();
    boolean moves = recovery.afterSystemChecks(1).isPresent();
    LocalDate since = recovery.automatic() ? Recovery.AUTOMATIC_SINCE : Recovery.ALARMS_SINCE;
    problems
        .require(
            field,
            !moves || (root == RootDevice.EBS && !store),
            "does not move instances with data on disks of their host",
            "reboot-after alone, or an image without instance-store")
        .require(
            field,
            !moves || !group.type().endsWith("metal"),
            "is not for metal sizes",
            "leave it out")
        .require(
            field,
            draft.start().map(start -> !day(start).isBefore(since)).orElse(true),
            "is there since " + since,
            "a later start");
  }

  private void interrupted(String field, Group group, RootDevice root) {
    InterruptionAction action = group.mix().onInterruption();
    problems.require(
        field,
        !action.comesBack() || root == RootDevice.EBS,
        "cannot stop instances that start from the disks of their host",
        "terminate, or an image with root-device: ebs (since " + RootDevice.EBS_SINCE + ")");
    if (action == InterruptionAction.HIBERNATE) {
      hibernates(field, group);
    }
  }

  private void hibernates(String field, Group group) {
    problems
        .require(
            field,
            draft.start().map(start -> !day(start).isBefore(HIBERNATES_SINCE)).orElse(true),
            "is possible since " + HIBERNATES_SINCE,
            "a later start, or stop")
        .require(
            field,
            type(group.type()).map(type -> type.memoryGiB() < MOST_MEMORY_GIB).orElse(true),
            "is for instances with less than 150 GiB of memory",
            "stop");
  }

  private void fires(String field, Recurring moments) {
    if (draft.start().isPresent() && draft.lasts().isPresent()) {
      Instant start = draft.start().get();
      Instant end = start.plus(draft.lasts().get());
      problems.require(
          field,
          moments.next(start).filter(end::isAfter).isPresent(),
          "never fires within the run",
          "the run goes from " + start + " to " + end);
    }
  }

  /** What a stopped instance may become. */
  private void changes(String field, Group group, String type) {
    List<String> mine =
        Stream.concat(Stream.of(group.type()), group.otherTypes().stream()).toList();
    problems.require(
        field,
        mine.contains(type),
        "is none of the group's types, " + String.join(", ", mine),
        "add " + type + " to other-types");
    Optional<InstanceType> to = type(type);
    for (String name : mine) {
      Optional<InstanceType> from = type(name);
      problems.require(
          field,
          to.isEmpty() || from.isEmpty() || to.get().isArm() == from.get().isArm(),
          "has another processor architecture than " + name + ": its volumes do not boot there",
          "a type of the same architecture");
      problems.require(
          field,
          draft
              .start()
              .map(start -> day(start))
              .map(day -> !InstanceType.isWider(name, type, day))
              .orElse(true),
          "has 64 bits and " + name + " 32, or the reverse, until " + InstanceType.ALL_64_BITS,
          "a type of the same kind, or a later start");
    }
  }

  private Optional<InstanceType> type(String name) {
    return draft.types().orElse(List.of()).stream()
        .filter(type -> type.name().equals(name))
        .findFirst();
  }
}

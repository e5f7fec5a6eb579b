package headroom.spec;

import headroom.fault.CommonCause;
import headroom.fault.Failure;
import headroom.fault.HardwareFailures;
import headroom.fault.InstanceFailures;
import headroom.problem.Problems;
import headroom.supply.HostPool;
import headroom.supply.Hosts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether the hosts or racks are known that a common cause of failures comes to. */
final class CommonCauseChecks {

  private CommonCauseChecks() {}

  static void check(Draft draft, String at, InstanceFailures failure, Problems problems) {
    Optional<Group> group =
        Optional.ofNullable(draft.groups().get(failure.of())).flatMap(known -> known);
    Optional<CommonCause.Level> level = failure.common().map(CommonCause::level);
    if (level.isEmpty() || !level.get().isHardware() || !isRead(draft) || group.isEmpty()) {
      return;
    }
    List<Hosts> hosts = hosts(draft, group.get());
    problems
        .require(
            at + ".level",
            !hosts.isEmpty(),
            "is '" + level.get().word() + "', and nothing says how many a zone has",
            "for example cloud: {hosts: {racks: 20, per-rack: 40}}")
        .require(
            at + ".level",
            hosts.stream().allMatch(each -> count(each, level.get()) <= HardwareFailures.MOST),
            "is '" + level.get().word() + "', of which a zone has more than "
                + HardwareFailures.MOST,
            "fewer hosts, or level: rack");
  }

  /** What could not be read is another problem. */
  private static boolean isRead(Draft draft) {
    return draft.cloud().isPresent()
        && draft.failures().stream().allMatch(Optional::isPresent)
        && Hosted.isTree(failures(draft))
        && draft.groups().values().stream().allMatch(Optional::isPresent);
  }

  private static int count(Hosts hosts, CommonCause.Level level) {
    return level == CommonCause.Level.HOST ? hosts.count() : hosts.racks();
  }

  /** On what the group may lie. */
  private static List<Hosts> hosts(Draft draft, Group group) {
    List<String> own = group.hosts().map(HostUse::on).orElse(List.of());
    List<Hosts> hosts = new ArrayList<>(draft.cloud().orElseThrow().hostPools().stream()
        .filter(pool -> own.contains(pool.name()))
        .map(HostPool::hosts)
        .toList());
    if (group.hosts().map(HostUse::burst).orElse(true)) {
      Optional<Hosts> cloud = cloud(draft);
      if (cloud.isEmpty()) {
        return List.of();
      }
      hosts.add(cloud.get());
    }
    return hosts;
  }

  private static Optional<Hosts> cloud(Draft draft) {
    List<Group> groups =
        draft.groups().values().stream().flatMap(Optional::stream).toList();
    return Hosted.of(draft.cloud().orElseThrow(), failures(draft), groups);
  }

  private static List<Failure> failures(Draft draft) {
    return draft.failures().stream().flatMap(Optional::stream).toList();
  }
}

package headroom.spec;

import headroom.policy.placement.Placement;
import headroom.policy.placement.Placement.Strategy;
import headroom.problem.Problem;
import headroom.problem.Problems;
import headroom.supply.Cloud;
import headroom.supply.HostPool;
import headroom.supply.Hosts;
import headroom.supply.InstanceType;
import headroom.supply.Resources;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What must hold between groups and the hosts on which they lie. */
final class HostChecks {

  private static final int MOST_PLACEMENT_GROUPS = 500;

  private final Draft draft;
  private final Problems problems = Problems.of();
  private final Map<String, Placement> placementGroups = new TreeMap<>();

  private HostChecks(Draft draft) {
    this.draft = draft;
  }

  static List<Problem> of(Draft draft) {
    HostChecks checks = new HostChecks(draft);
    draft
        .groups()
        .forEach((name, part) -> part.ifPresent(group -> checks.group("groups." + name, group)));
    return checks.problems.list();
  }

  private void group(String at, Group group) {
    placement(at + ".placement", group);
    group.hosts().ifPresent(use -> ownHosts(at, group, use));
    draft
        .cloud()
        .flatMap(Cloud::hosts)
        .flatMap(Hosts::each)
        .filter(each -> group.pod().isEmpty())
        .filter(each -> group.hosts().map(HostUse::burst).orElse(true))
        .ifPresent(each -> fits(at, group, each));
  }

  private void placement(String at, Group group) {
    Placement placement = group.placement();
    int zones = group.zones().size();
    long most = (long) placement.mostInZone() * zones;
    problems
        .require(
            at,
            group.weights().fewest(group.size().max()) <= most,
            "has room for " + most + " instances in " + zones + (zones == 1 ? " zone" : " zones")
                + ", but size.max is " + group.size().max(),
            "more zones, a smaller max, or placement: default")
        .require(
            at,
            placement.strategy() != Strategy.CLUSTER || zones == 1,
            "is a cluster, which lies in one zone, but the group has " + zones,
            "zones: [" + group.zones().get(0) + "]");
    placement.group().ifPresent(name -> {
      Placement other = placementGroups.putIfAbsent(name, placement);
      problems.require(
          at,
          other == null || other.equals(placement),
          "differs from what another group says of placement group '" + name + "'",
          "the same in both");
    });
    if (!placement.isDefault() && placement.group().isEmpty()) {
      placementGroups.put("groups." + group.name(), placement);
    }
    problems.require(
        at,
        placementGroups.size() <= MOST_PLACEMENT_GROUPS,
        "is one placement group more than the " + MOST_PLACEMENT_GROUPS + " of a region",
        "placement: default");
  }

  private void ownHosts(String at, Group group, HostUse use) {
    List<HostPool> pools = draft.cloud().stream()
        .flatMap(cloud -> cloud.hostPools().stream())
        .filter(pool -> use.on().contains(pool.name()))
        .toList();
    if (pools.size() < use.on().size()) {
      // A name that nothing has is told where it stands.
      return;
    }
    long dedicated = pools.stream().filter(HostPool::isDedicated).count();
    problems
        .require(
            at + ".hosts.on",
            dedicated == 0 || dedicated == pools.size(),
            "names dedicated hosts and your own, which are not billed alike",
            "those of one kind")
        .require(
            at + ".placement",
            dedicated == 0 || group.placement().isDefault(),
            "is for shared or own hosts: dedicated hosts are in no placement group",
            "leave it out")
        .require(
            at + ".hosts",
            !group.mix().usesSpot(),
            "cannot have spot instances",
            "leave out mix, or have on-demand-share: 100%")
        .require(
            at + ".hosts.on",
            pools.stream().anyMatch(pool -> group.zones().stream().anyMatch(pool::isIn)),
            "stand in none of the group's zones, " + String.join(", ", group.zones()),
            "zones in which they stand");
    takes(at + ".type", group.type(), pools);
    for (int i = 0; i < group.otherTypes().size(); i++) {
      takes(at + ".other-types[" + i + "]", group.otherTypes().get(i), pools);
    }
  }

  private void takes(String at, String name, List<HostPool> pools) {
    known(name)
        .ifPresent(type -> problems.require(
            at,
            pools.stream()
                .anyMatch(pool ->
                    pool.takes(type) && pool.hosts().each().orElseThrow().fits(Resources.of(type))),
            name + " fits on none of the hosts that the group names",
            "a smaller type, or one of the hosts' family"));
  }

  private Optional<InstanceType> known(String name) {
    return draft.types().orElse(List.of()).stream()
        .filter(type -> type.name().equals(name))
        .findFirst();
  }

  private void fits(String at, Group group, Resources each) {
    type(at + ".type", group.type(), each);
    for (int i = 0; i < group.otherTypes().size(); i++) {
      type(at + ".other-types[" + i + "]", group.otherTypes().get(i), each);
    }
  }

  private void type(String at, String name, Resources each) {
    Optional<InstanceType> type = known(name);
    problems.require(
        at,
        type.isEmpty() || each.fits(Resources.of(type.get())),
        name + " is larger than a host of cloud.hosts",
        "a smaller type, or larger hosts");
  }
}

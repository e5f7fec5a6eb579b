package headroom.spec;

import headroom.problem.Problem;
import headroom.problem.Problems;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What must hold between regions, their zones and the groups in them. */
final class RegionChecks {

  private final Draft draft;
  private final Problems problems = Problems.of();
  private final Map<String, String> regionOf = new LinkedHashMap<>();

  private RegionChecks(Draft draft) {
    this.draft = draft;
  }

  static List<Problem> of(Draft draft) {
    RegionChecks checks = new RegionChecks(draft);
    draft.regions().forEach((name, region) -> region.ifPresent(checks::zones));
    draft.regions().forEach((name, region) -> region.ifPresent(checks::latency));
    draft.groups().values().stream().flatMap(Optional::stream).forEach(checks::group);
    draft
        .cloud()
        .ifPresent(cloud -> cloud
            .hostPools()
            .forEach(
                pool -> checks.one("cloud.host-pools." + pool.name() + ".zones", pool.zones())));
    return checks.problems.list();
  }

  private void zones(CloudRegion region) {
    for (int i = 0; i < region.zones().size(); i++) {
      String zone = region.zones().get(i);
      String before = regionOf.putIfAbsent(zone, region.name());
      problems.require(
          "regions." + region.name() + ".zones[" + i + "]",
          before == null || before.equals(region.name()),
          "zone '" + zone + "' is in the region '" + before + "' already",
          "a name of its own, such as " + region.name() + "-" + zone);
    }
  }

  private void latency(CloudRegion region) {
    region.latency().forEach((other, time) -> {
      String at = "regions." + region.name() + ".latency." + other;
      problems.known(at, other, draft.regions().keySet(), "no region '" + other + "'");
      if (region.name().compareTo(other) < 0) {
        return;
      }
      Optional.ofNullable(draft.regions().get(other))
          .flatMap(known -> known)
          .flatMap(known -> Optional.ofNullable(known.latency().get(region.name())))
          .ifPresent(back -> problems.require(
              at,
              back.equals(time),
              "is " + Problems.seconds(time) + ", but from there it is " + Problems.seconds(back),
              "say it once: it is the time there and back"));
    });
  }

  /** An Auto Scaling group, and what stands in front of it, is of one region. */
  private void group(Group group) {
    List<String> regions = one("groups." + group.name() + ".zones", group.zones());
    group
        .pod()
        .ifPresent(pod -> pod.on().stream()
            .flatMap(nodes -> Optional.ofNullable(draft.groups().get(nodes)).stream())
            .flatMap(Optional::stream)
            .forEach(nodes -> problems.require(
                "groups." + group.name() + ".pod.on",
                regions.isEmpty()
                    || regions.get(0).equals(regionOf.getOrDefault(nodes.zones().get(0), "")),
                "'" + nodes.name() + "' is in another region",
                "nodes of " + String.join(", ", regions))));
  }

  /** The regions of some zones, which must be one. */
  private List<String> one(String at, List<String> zones) {
    List<String> regions = zones.stream()
        .filter(regionOf::containsKey)
        .map(zone -> regionOf.getOrDefault(zone, ""))
        .distinct()
        .toList();
    problems.require(
        at,
        regions.size() < 2,
        "lie in several regions: " + String.join(", ", regions),
        "one for each region, and a name in dns that points to all");
    return regions;
  }
}

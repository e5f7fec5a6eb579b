package headroom.fleet;

import headroom.fleet.instances.RunTimes;
import headroom.fleet.instances.SpotPrices;
import headroom.fleet.instances.SpotRuns;
import headroom.results.InstanceUsage;
import headroom.results.ResourceUsage;
import headroom.results.StoppedTime;
import headroom.spec.Attached;
import headroom.spec.Group;
import headroom.spec.Scenario;
import headroom.supply.HostPool;
import headroom.supply.InstanceType;
import java.util.ArrayList;
import java.util.List;

/** How long the instances of all groups ran, by who pays for them. */
final class InstanceAccounts {

  private final Scenario scenario;
  private final InstanceUsage.Builder billed = new InstanceUsage.Builder();
  // What pods run is nobody's bill: their nodes are. What lies on hosts of the account's own
  // neither.
  private final InstanceUsage.Builder ofPods = new InstanceUsage.Builder();
  private final InstanceUsage.Builder hosted = new InstanceUsage.Builder();
  private final SpotRuns spotRuns;
  private final List<RunTimes> all = new ArrayList<>();

  InstanceAccounts(Scenario scenario, SpotPrices spotPrices) {
    this.scenario = scenario;
    this.spotRuns = new SpotRuns(spotPrices);
  }

  /** The account of a group. */
  RunTimes of(Group group, List<InstanceType> types) {
    RunTimes times = new RunTimes(
        group.name(),
        types.stream().map(InstanceType::name).toList(),
        group.zones(),
        scenario.systemOf(group),
        Attached.disk(scenario, group),
        group.pod().isPresent() ? ofPods : billed);
    if (group.mix().usesSpot()) {
      times.spotTo(spotRuns);
    }
    if (group.hosts().isPresent()) {
      times.hostedTo(hosted, scenario.poolsOf(group).allMatch(HostPool::isDedicated));
    }
    all.add(times);
    return times;
  }

  InstanceUsage billed() {
    return billed.build();
  }

  /** How long the pods of groups ran. */
  InstanceUsage pods() {
    return ofPods.build();
  }

  /** How long instances ran on hosts of the account's own. */
  InstanceUsage hosted() {
    return hosted.build();
  }

  List<ResourceUsage.Spot> spotRuns() {
    return spotRuns.runs();
  }

  /** Everything that instances came with. */
  List<ResourceUsage> attached(long end) {
    List<StoppedTime> stopped =
        all.stream().flatMap(times -> times.stopped(end).stream()).toList();
    return Attached.of(scenario, billed(), hosted(), spotRuns(), stopped, end);
  }
}

package headroom.fleet;

import headroom.fleet.instances.State;
import headroom.fleet.scaling.GroupKeeper;
import headroom.fleet.traffic.WorkDone;
import headroom.results.Pulse;
import java.util.Map;

/** What the fleet tells of itself to whoever watches whether it has got stuck. */
final class FleetPulse implements Pulse {

  private final Map<String, GroupKeeper> groups;
  private final WorkDone work;

  FleetPulse(Map<String, GroupKeeper> groups, WorkDone work) {
    this.groups = groups;
    this.work = work;
  }

  @Override
  public double capacity(String group) {
    GroupKeeper keeper = groups.get(group);
    if (keeper == null) {
      throw new IllegalStateException("no group " + group);
    }
    return keeper.servers().capacityPerSecond(keeper.instances().count(State.IN_SERVICE));
  }

  @Override
  public long finished() {
    return work.finished();
  }

  @Override
  public long finishedForNobody() {
    return work.finishedForNobody();
  }

  @Override
  public long calls() {
    return work.calls();
  }

  @Override
  public long callAttempts() {
    return work.callAttempts();
  }

  @Override
  public long cacheLookups() {
    return work.lookups();
  }

  @Override
  public long cacheHits() {
    return work.hits();
  }
}

package headroom.fleet;

import headroom.fleet.flow.FlowTraffic;
import headroom.fleet.instances.State;
import headroom.fleet.scaling.GroupKeeper;
import headroom.fleet.traffic.WorkDone;
import headroom.results.Pulse;
import java.util.Map;

/** What a fleet whose traffic is rates tells to whoever watches whether it has got stuck. */
final class RatesPulse implements Pulse {

  private final Map<String, GroupKeeper> groups;
  private final FlowTraffic traffic;
  private final WorkDone work;

  /**
   * The pulse of a fleet.
   *
   * @param work what was done besides, for single requests
   */
  RatesPulse(Map<String, GroupKeeper> groups, FlowTraffic traffic, WorkDone work) {
    this.groups = groups;
    this.traffic = traffic;
    this.work = work;
  }

  @Override
  public double capacity(String group) {
    GroupKeeper keeper = groups.get(group);
    if (keeper == null) {
      throw new IllegalStateException("no group " + group);
    }
    return keeper.servers().worthOf(keeper.instances().count(State.IN_SERVICE))
        * keeper.servers().service().capacityPerSecond();
  }

  @Override
  public long finished() {
    return traffic.counts().finished() + work.finished();
  }

  @Override
  public long finishedForNobody() {
    return traffic.counts().finishedForNobody() + work.finishedForNobody();
  }

  @Override
  public long calls() {
    return traffic.counts().calls() + work.calls();
  }

  @Override
  public long callAttempts() {
    return traffic.counts().callAttempts() + work.callAttempts();
  }

  @Override
  public long cacheLookups() {
    return traffic.counts().cacheLookups() + work.lookups();
  }

  @Override
  public long cacheHits() {
    return traffic.counts().cacheHits() + work.hits();
  }
}

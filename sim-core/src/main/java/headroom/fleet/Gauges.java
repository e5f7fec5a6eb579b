package headroom.fleet;

import headroom.fleet.instances.InstanceGroup;
import headroom.fleet.instances.SpotPrices;
import headroom.fleet.instances.State;
import headroom.fleet.scaling.GroupKeeper;
import headroom.results.Metric;
import headroom.results.Showing;
import headroom.results.Unit;

/** What the timeline of a shown run says about each group, minute by minute. */
final class Gauges {

  private final String subject;
  private final Showing showing;
  private final long now;

  private Gauges(String group, Showing showing, long now) {
    this.subject = "groups." + group;
    this.showing = showing;
    this.now = now;
  }

  static void show(Iterable<GroupKeeper> groups, Load load, Showing showing, long now) {
    for (GroupKeeper keeper : groups) {
      double waiting = load.waiting(keeper.instances().name());
      new Gauges(keeper.instances().name(), showing, now).show(keeper, waiting);
    }
  }

  /** USD an hour of the spot pools whose price moves. */
  static void show(SpotPrices prices, Showing showing, long now) {
    prices.moving((name, quote) -> showing.gauge(
        now,
        Metric.value("spot-pools." + name, "price", "", Unit.USD),
        quote.priceAt(now).doubleValue()));
  }

  private void show(GroupKeeper keeper, double waiting) {
    InstanceGroup instances = keeper.instances();
    int inService = instances.count(State.IN_SERVICE);
    gauge("desired", "", keeper.desired());
    gauge("in-service", "", inService);
    keeper.measures().units().ifPresent(units -> gauge("units", "", units));
    gauge(
        "launching",
        "",
        instances.count(State.PENDING)
            + instances.count(State.BOOTING)
            + instances.count(State.BOOTSTRAPPING));
    gauge(
        "out-of-service",
        "",
        instances.count(State.FAILED)
            + instances.count(State.DRAINING)
            + instances.count(State.VACATED)
            + instances.count(State.REBOOTING));
    if (keeper.mayStop()) {
      gauge(
          "stopped",
          "",
          instances.count(State.HIBERNATING)
              + instances.count(State.STOPPING)
              + instances.count(State.STOPPED));
    }
    for (int zone = 0; zone < instances.zones(); zone++) {
      gauge("in-service", "zone-" + instances.zoneName(zone), instances.inService(zone));
    }
    keeper
        .warmPool()
        .ifPresent(pool ->
            gauge("warm-pool", "", pool.count(State.STOPPED) + pool.count(State.IN_SERVICE)));
    keeper.beside().ifPresent(aside -> gauge("aside", "", aside.count(State.IN_SERVICE)));
    gauge("busy", "", keeper.metrics().latestBusy());
    gauge("cpu", "", keeper.metrics().cpu().latest());
    gauge("queue", "", waiting);
    showing.gauge(
        now,
        Metric.value(subject, "capacity", "", Unit.PER_SECOND),
        keeper.servers().capacityPerSecond(inService));
  }

  private void gauge(String measure, String statistic, double value) {
    showing.gauge(now, Metric.value(subject, measure, statistic, Unit.ONE), value);
  }
}

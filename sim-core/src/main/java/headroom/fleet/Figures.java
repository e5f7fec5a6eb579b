package headroom.fleet;

import headroom.fleet.faults.Tally;
import headroom.fleet.scaling.Activities;
import headroom.fleet.scaling.GroupKeeper;
import headroom.fleet.scaling.ScalingMeasures;
import headroom.math.Elementary;
import headroom.math.LongSum;
import headroom.results.InstanceUsage;
import headroom.results.LatencySketch;
import headroom.results.Level;
import headroom.results.Metric;
import headroom.results.ResourceUsage;
import headroom.results.Unit;
import headroom.results.Window;
import headroom.spec.Group;
import headroom.spec.LaunchErrors;
import headroom.spec.Machines;
import headroom.spec.Scenario;
import headroom.supply.LaunchError;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;

/** Writes the figures of groups and balancers at the end of a run. */
public final class Figures {

  private final SortedMap<Metric, Double> into;
  private final Window window;

  private Figures(SortedMap<Metric, Double> into, Window window) {
    this.into = into;
    this.window = window;
  }

  /** Adds what the fleet knows about itself. */
  public static void report(
      Fleet fleet, InstanceUsage usage, Window window, SortedMap<Metric, Double> into) {
    Figures figures = new Figures(into, window);
    InstanceUsage ofPods = fleet.accounts().pods();
    fleet.groups().forEach(keeper -> {
      String name = keeper.instances().name();
      Group group = fleet.scenario().group(name);
      figures.group(keeper);
      if (group.pod().isPresent()) {
        figures.hours(name, "pod-hours", ofPods, List.of());
      } else {
        figures.hours(name, "instance-hours", usage, fleet.accounts().spotRuns());
      }
      if (group.hosts().isPresent()) {
        figures.hours(name, "hosted-hours", fleet.accounts().hosted(), List.of());
      }
      if (!fleet.scenario().isNodes(name)) {
        figures.service(keeper, fleet.load());
      }
      figures.errors(keeper, LaunchErrors.of(fleet.scenario(), group));
      figures.spot(keeper, fleet.scenario(), group);
      figures.upkeep(keeper, fleet, usage);
    });
    fleet.load().ofBalancers().forEach(figures::balancer);
    fleet.load().report(into);
    if (!fleet.failures().isEmpty()) {
      fleet.groups().forEach(figures::capacity);
    }
    fleet.failures().forEach(figures::failure);
    fleet.performances().report(into);
    fleet.sites().report(window.toNanos(), into);
    figures.attendance(fleet.failures().values());
    fleet.sla().report(into);
    fleet.logWeight().ifPresent(log -> into.put(Metric.WEIGHT, Elementary.exp(log)));
  }

  /** What was taken back; and what for its price or after a word, where that may be. */
  private void spot(GroupKeeper keeper, Scenario scenario, Group group) {
    if (!group.mix().usesSpot()) {
      return;
    }
    String subject = "groups." + group.name();
    Activities done = keeper.activities();
    count(subject, "interruptions", done.interruptions().count());
    if (LaunchErrors.mayBeOutbid(scenario, group)) {
      count(subject, "outbid", done.outbid().count());
    }
    if (group.mix().capacityRebalancing()
        && LaunchErrors.pools(scenario, group)
            .anyMatch(pool -> pool.rebalanceRecommendation().isPresent())) {
      count(subject, "rebalance-recommendations", done.recommendations().count());
    }
  }

  /** How long at least so many were in service: k of n. */
  private void capacity(GroupKeeper keeper) {
    String subject = "groups." + keeper.instances().name();
    for (int k = 1; k <= keeper.serviceTimes().most(); k++) {
      into.put(
          new Metric(subject, "at-least", String.valueOf(k), Unit.ONE, Metric.Kind.SUCCESS_SHARE),
          keeper.serviceTimes().atLeast(k, window.toNanos()));
    }
  }

  private void failure(String name, Tally tally) {
    String subject = "failures." + name;
    count(subject, "outages", tally.outages());
    count(subject, "instances", tally.instances());
    into.put(Metric.count(subject, "down", "", Unit.SECONDS), tally.downSeconds());
    put(Metric.value(subject, "repair", "mean", Unit.SECONDS), tally.meanRepairSeconds());
    if (tally.attended() > 0) {
      double attended = tally.attended();
      put(Metric.value(subject, "detect", "mean", Unit.SECONDS), tally.detectSeconds() / attended);
      put(
          Metric.value(subject, "respond", "mean", Unit.SECONDS),
          tally.respondSeconds() / attended);
      put(Metric.value(subject, "act", "mean", Unit.SECONDS), tally.actSeconds() / attended);
    }
  }

  /** What people took, over all failures that they have mended. */
  private void attendance(Collection<Tally> failures) {
    long attended = failures.stream().mapToLong(Tally::attended).sum();
    if (attended > 0) {
      double detect = failures.stream().mapToDouble(Tally::detectSeconds).sum();
      double respond = failures.stream().mapToDouble(Tally::respondSeconds).sum();
      double act = failures.stream().mapToDouble(Tally::actSeconds).sum();
      put(Metric.value("incidents", "detect", "", Unit.SECONDS), detect / attended);
      put(Metric.value("incidents", "respond", "", Unit.SECONDS), respond / attended);
      put(Metric.value("incidents", "repair", "", Unit.SECONDS), act / attended);
    }
  }

  private void group(GroupKeeper keeper) {
    String subject = "groups." + keeper.instances().name();
    Level inService = keeper.instances().inServiceLevel();
    value(subject, "instances", "mean", inService.mean(window.toNanos()));
    value(subject, "instances", "min", (double) inService.min());
    value(subject, "instances", "max", (double) inService.max());
    activities(subject, keeper.activities());
    keeper.instances().launchTimes().each((stage, times) -> launch(subject, stage, times));
  }

  private void hours(
      String group, String measure, InstanceUsage usage, List<ResourceUsage.Spot> spot) {
    into.put(
        Metric.value("groups." + group, measure, "", Unit.HOURS),
        instanceHours(group, usage, spot));
  }

  /** Of a group whose instances serve themselves. */
  private void service(GroupKeeper keeper, Load load) {
    String subject = "groups." + keeper.instances().name();
    value(subject, "cpu", "mean", keeper.metrics().cpu().mean());
    value(subject, "cpu", "p99", keeper.metrics().cpu().quantile(0.99));
    station(subject, load.of(keeper.instances().name()));
    if (keeper.isScaled()) {
      scaling(subject, keeper.measures());
    }
  }

  /** What is counted of upkeep where a group has some. */
  private void upkeep(GroupKeeper keeper, Fleet fleet, InstanceUsage usage) {
    String subject = "groups." + keeper.instances().name();
    Activities activities = keeper.activities();
    if (fleet.replacesRunning(keeper.instances().name())) {
      count(subject, "replacements", activities.replacements().count());
    }
    if (keeper.warmPool().isPresent()) {
      count(subject, "warm-starts", activities.warmStarts().count());
    }
    Group group = fleet.scenario().group(keeper.instances().name());
    if (Machines.arePowered(fleet.scenario(), group)) {
      count(subject, "stops", activities.stops().count());
      count(subject, "starts", activities.starts().count());
      count(subject, "reboots", activities.reboots().count());
    }
    if (!group.health().recovery().isNone()) {
      count(subject, "recoveries", activities.recoveries().count());
    }
    if (fleet.scenario().imageOf(group).instanceStore()) {
      count(
          subject,
          "instance-store-losses",
          ended(group.name(), usage, fleet.accounts().spotRuns()));
    }
    if (fleet.isRefreshed(keeper.instances().name())) {
      count(subject, "refreshes", activities.refreshes().count());
      count(subject, "refreshes-failed", activities.failedRefreshes().count());
    }
  }

  /** Refusals by their code, of those that there could be. */
  private void errors(GroupKeeper keeper, List<LaunchError> possible) {
    String subject = "groups." + keeper.instances().name();
    for (LaunchError error : possible) {
      into.put(Metric.count(subject, "launch-failures", error.code(), Unit.ONE), (double)
          keeper.activities().failed(error).count());
    }
  }

  private void launch(String subject, String stage, LatencySketch times) {
    seconds(subject, stage + ".mean", times.meanSeconds());
    seconds(subject, stage + ".p50", times.quantileSeconds(0.5));
    seconds(subject, stage + ".p90", times.quantileSeconds(0.9));
    seconds(subject, stage + ".p99", times.quantileSeconds(0.99));
  }

  private void seconds(String subject, String statistic, double value) {
    put(Metric.value(subject, "launch", statistic, Unit.SECONDS), value);
  }

  private void station(String subject, Load.OfGroup load) {
    value(subject, "busy", "mean", load.busy());
    value(subject, "queue", "mean", load.queue());
    put(Metric.value(subject, "wait", "mean", Unit.SECONDS), load.waitSeconds());
  }

  private void scaling(String subject, ScalingMeasures measures) {
    value(subject, "scaling", "overshoot", measures.overshoot());
    value(subject, "scaling", "overshoot-time", measures.overshootTime());
    value(subject, "scaling", "undershoot", measures.undershoot());
    value(subject, "scaling", "undershoot-time", measures.undershootTime());
    value(subject, "scaling", "reversals-per-day", measures.reversalsPerDay(window.seconds()));
    measure(subject, "reaction.mean", Unit.SECONDS, measures.meanReaction());
    measure(subject, "reaction.max", Unit.SECONDS, measures.longestReaction());
    measure(subject, "wasted-hours", Unit.HOURS, measures.wastedHours());
    measure(subject, "missing-hours", Unit.HOURS, measures.missingHours());
  }

  private void measure(String subject, String statistic, Unit unit, double value) {
    put(Metric.value(subject, "scaling", statistic, unit), value);
  }

  private void activities(String subject, Activities activities) {
    count(subject, "launches", activities.launches().count());
    count(subject, "launch-failures", activities.launchFailures().count());
    count(subject, "failures", activities.failures().count());
    count(subject, "terminations", activities.terminations().count());
    count(subject, "scale-outs", activities.scaleOuts().count());
    count(subject, "scale-ins", activities.scaleIns().count());
  }

  private double instanceHours(String group, InstanceUsage usage, List<ResourceUsage.Spot> spot) {
    LongSum nanos = new LongSum();
    for (ResourceUsage.Spot run : spot) {
      if (run.what().group().equals(group)) {
        long from = Math.max(run.fromNanos(), window.fromNanos());
        nanos.add(Math.max(0, run.toNanos() - from));
      }
    }
    for (int row = 0; row < usage.size(); row++) {
      if (usage.what(row).group().equals(group)) {
        long from = Math.max(usage.fromNanos(row), window.fromNanos());
        nanos.add(Math.max(0, usage.toNanos(row) - from));
      }
    }
    return nanos.value() / 3.6e12;
  }

  /** How often an instance of a group stopped running, whatever became of it. */
  private long ended(String group, InstanceUsage usage, List<ResourceUsage.Spot> spot) {
    long count = spot.stream()
        .filter(run -> run.what().group().equals(group))
        .filter(run -> run.toNanos() >= window.fromNanos() && run.toNanos() < window.toNanos())
        .count();
    for (int row = 0; row < usage.size(); row++) {
      boolean ended = !usage.isOpen(row) && usage.toNanos(row) >= window.fromNanos();
      count += ended && usage.what(row).group().equals(group) ? 1 : 0;
    }
    return count;
  }

  private void balancer(Load.OfBalancer balancer) {
    String subject = "load-balancers." + balancer.name();
    into.put(Metric.count(subject, "requests", "", Unit.ONE), balancer.requests());
    into.put(Metric.count(subject, "rejected", "", Unit.ONE), balancer.rejected());
  }

  private void count(String subject, String measure, long value) {
    into.put(Metric.count(subject, measure, "", Unit.ONE), (double) value);
  }

  private void value(String subject, String measure, String statistic, double value) {
    put(Metric.value(subject, measure, statistic, Unit.ONE), value);
  }

  /** A figure that cannot be told is left out. */
  private void put(Metric metric, double value) {
    if (!Double.isNaN(value)) {
      into.put(metric, value);
    }
  }
}

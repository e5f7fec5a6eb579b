package headroom.fleet.hybrid;

import headroom.fleet.flow.FlowSeam;
import headroom.fleet.flow.FlowTraffic;
import headroom.fleet.routing.TargetHealthListener;
import headroom.fleet.targets.ServerGroup;
import headroom.fleet.traffic.Traffic;
import headroom.kernel.Simulation;
import headroom.random.Chance;
import headroom.results.FlowRecorder;
import headroom.results.Metric;
import headroom.results.Recorder;
import headroom.results.Unit;
import headroom.results.Window;
import headroom.spec.Hybrid;
import headroom.workload.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/** The parts of a scenario, each with rates of its own and windows of requests. */
public final class HybridTraffic {

  private final FlowTraffic rates;
  private final Traffic traffic;
  private final Simulation simulation;
  private final Chance chance;
  private final Window window;
  private final WindowRule rule;
  private final Hybrid hybrid;
  private final FlowRecorder accounts;
  private final Recorder log;
  private final List<HybridPart> parts = new ArrayList<>();

  public HybridTraffic(
      FlowTraffic rates,
      Traffic traffic,
      Simulation simulation,
      Chance chance,
      Window window,
      WindowRule rule,
      Hybrid hybrid,
      FlowRecorder accounts,
      Recorder log) {
    this.rule = rule;
    this.hybrid = hybrid;
    this.accounts = accounts;
    this.log = log;
    this.rates = rates;
    this.traffic = traffic;
    this.simulation = simulation;
    this.chance = chance;
    this.window = window;
    rates.stayBesideRequests();
  }

  /** Adds a group that the rates know already. */
  public void add(ServerGroup group) {
    String name = group.instances().name();
    for (FlowSeam seam : rates.seams()) {
      if (seam.groups().contains(name)) {
        parts.add(part(seam, group));
      }
    }
  }

  private HybridPart part(FlowSeam seam, ServerGroup group) {
    String name = group.instances().name();
    HybridPart part = new HybridPart(
        seam,
        new Crossing(seam, traffic, chance.of(name, "window")),
        simulation,
        rule,
        new AskedTimes(hybrid.windows()),
        hybrid.simulateAlike().map(most -> new Strata(seam, accounts::tallied, most)),
        new WindowLog("groups." + name, log));
    part.add(group);
    return part;
  }

  /** Adds a workload that the rates know already. */
  public void add(Workload workload) {
    for (HybridPart part : parts) {
      if (part.has(workload)) {
        part.add(traffic.addSilent(workload, chance, window.toNanos()));
        return;
      }
    }
    throw new IllegalStateException("no part has workload " + workload.name());
  }

  /** Hears a load balancer, by its own or by the rates' account, for the group it leads to. */
  public TargetHealthListener heard(String group, boolean byRequests, TargetHealthListener to) {
    for (HybridPart part : parts) {
      if (part.has(group)) {
        return part.heardOf(byRequests, to);
      }
    }
    throw new IllegalStateException("no part has group " + group);
  }

  /** Begins to look at each part. */
  public void start() {
    parts.forEach(HybridPart::start);
  }

  /** Brings what rates know of the windows up to a moment. */
  public void measure(long now) {
    parts.forEach(part -> part.measure(now));
  }

  /** Results count from now. */
  public void startCounting(long now) {
    parts.forEach(part -> part.startCounting(now));
  }

  /** The end has come. */
  public void finish(long endNanos) {
    parts.forEach(part -> part.finish(endNanos));
  }

  /**
   * Writes how much of the time was simulated how.
   *
   * @param others parts besides these whose every request is simulated
   */
  public void report(SortedMap<Metric, Double> into, int others) {
    double counted = window.toNanos() - window.fromNanos();
    double simulated = others * counted;
    int count = others;
    int windows = 0;
    int left = 0;
    for (HybridPart part : parts) {
      if (part.hasTraffic()) {
        simulated += part.log().simulatedNanos();
        windows += part.log().windows();
        left += part.log().left();
        count++;
      }
    }
    double all = count * counted;
    into.put(Metric.value("traffic", "requests-share", "", Unit.ONE), simulated / all);
    into.put(Metric.count("traffic", "windows", "", Unit.ONE), (double) windows);
    into.put(Metric.count("traffic", "windows-corrected", "", Unit.ONE), (double) left);
  }
}

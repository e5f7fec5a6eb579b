package headroom.theory;

import headroom.fleet.instances.HookWaits;
import headroom.fleet.instances.Instance;
import headroom.fleet.instances.InstanceGroup;
import headroom.fleet.instances.InstanceListener;
import headroom.fleet.instances.RunTimes;
import headroom.kernel.Phase;
import headroom.kernel.Simulation;
import headroom.random.Chance;
import headroom.random.Exponential;
import headroom.random.Sampler;
import headroom.random.Stream;
import headroom.results.Account;
import headroom.results.EventLog;
import headroom.results.InstanceUsage;
import headroom.results.Level;
import headroom.results.Recorder;
import headroom.supply.Image;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * M/M/k with set-up, of real instances: a job that waits has one started, as long as there are fewer
 * than k; one that finds nothing to do ends; and a start is given up when nothing waits for it.
 */
final class SetupQueue implements InstanceListener, AutoCloseable {

  private final Simulation simulation = Simulation.create("set-up");
  private final InstanceUsage.Builder usage = new InstanceUsage.Builder();
  private final InstanceGroup instances;
  private final ArrayDeque<Instance> starting = new ArrayDeque<>();
  private final Level jobs = new Level();
  private final Sampler gap;
  private final Sampler service;
  private final Stream gaps;
  private final Stream services;
  private final int most;
  private final long end;
  private long arrivals;
  private long served;
  private int waiting;

  SetupQueue(int most, double perSecond, double setUpSeconds, long seconds, long seed) {
    this.most = most;
    this.end = seconds * 1_000_000_000L;
    this.gap = new Exponential(1 / perSecond).sampler();
    this.service = new Exponential(1).sampler();
    Chance chance = new Chance(seed);
    this.gaps = chance.of("jobs", "gap");
    this.services = chance.of("jobs", "service");
    List<String> type = List.of("m5.large");
    List<String> zone = List.of("a");
    this.instances = new InstanceGroup(
        "web",
        type,
        new Image("slow", Image.NONE, new Exponential(setUpSeconds), Image.NONE),
        HookWaits.none(chance),
        zone,
        simulation,
        chance,
        new Unheard(),
        new RunTimes("web", type, zone, "linux", Optional.empty(), usage),
        new TreeMap<>(),
        0);
    instances.listen(this);
  }

  /** What came of it: means over time. */
  record Means(double jobs, double inService, double billed) {}

  Means run() {
    next(0);
    simulation.runUntil(end);
    instances.billOpen(end);
    InstanceUsage used = usage.build();
    double billed = 0;
    for (int row = 0; row < used.size(); row++) {
      billed += (double) (used.toNanos(row) - used.fromNanos(row)) / end;
    }
    return new Means(jobs.mean(end), instances.inServiceLevel().mean(end), billed);
  }

  private void next(long now) {
    long at = now + (long) (gap.sample(gaps.at(arrivals++)) * 1e9);
    if (at <= end) {
      simulation.at(at, Phase.WORK, this::arrives);
    }
  }

  private void arrives(long now) {
    next(now);
    jobs.change(now, 1);
    waiting++;
    if (instances.live().size() < most) {
      starting.add(instances.launch(0, 0, false, now, now, "a job waits"));
    }
  }

  @Override
  public void inService(Instance instance, long now) {
    starting.remove(instance);
    serve(instance, now);
  }

  private void serve(Instance instance, long now) {
    if (waiting == 0) {
      instances.terminate(instance, now, "idle");
      return;
    }
    waiting--;
    long takes = (long) (service.sample(services.at(served++)) * 1e9);
    simulation.at(now + takes, Phase.WORK, at -> {
      jobs.change(at, -1);
      serve(instance, at);
      while (starting.size() > waiting) {
        Instance newest = starting.removeLast();
        instances.terminate(newest, at, "nothing waits for it");
      }
    });
  }

  @Override
  public void close() {
    simulation.close();
  }

  private static final class Unheard implements Recorder {

    @Override
    public Account account(String workload, String requestClass, double value) {
      throw new AssertionError("there are no clients here");
    }

    @Override
    public void targetsSeen(long now, boolean healthy, String whyNot) {}

    @Override
    public void happened(long now, EventLog.Kind kind, String subject, String what, String why) {}
  }
}

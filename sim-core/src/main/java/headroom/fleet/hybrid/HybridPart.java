package headroom.fleet.hybrid;

import headroom.fleet.flow.FlowSeam;
import headroom.fleet.instances.Instance;
import headroom.fleet.instances.InstanceListener;
import headroom.fleet.routing.TargetHealthListener;
import headroom.fleet.targets.ServerGroup;
import headroom.fleet.traffic.Sender;
import headroom.fleet.traffic.Traffic;
import headroom.kernel.Phase;
import headroom.kernel.Simulation;
import headroom.random.Stream;
import headroom.workload.Workload;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A connected part of a scenario whose traffic is rates, or requests while rates may be wrong.
 * Design: docs/decisions/06-hybrid.md.
 */
final class HybridPart implements InstanceListener {

  private static final long CALM_LOOK = 60_000_000_000L;
  private static final long SHORTEST_LOOK = 1_000_000_000L;
  private static final long WINDOW_LOOK = 5_000_000_000L;
  private static final int LOOKS_TO_CLOSE = 3;
  private static final double ROUNDING = 1e-6;

  private final FlowSeam seam;
  private final Traffic traffic;
  private final Simulation simulation;
  private final Stream luck;
  private final WindowRule rule;
  private final AskedTimes asked;
  private final Map<String, Meter> groups = new LinkedHashMap<>();
  private final Map<String, Sender> senders = new LinkedHashMap<>();
  private final Map<Instance, Boolean> drainsAsRequests = new LinkedHashMap<>();
  private boolean requests;
  private int agreed;
  private long pendingLook;
  private long lookAt = -1;
  private long openedAt;
  private long turnsAt;
  private long countsFrom;
  private long simulatedNanos;
  private int windows;

  HybridPart(
      FlowSeam seam,
      Traffic traffic,
      Simulation simulation,
      Stream luck,
      WindowRule rule,
      AskedTimes asked) {
    this.rule = rule;
    this.asked = asked;
    this.seam = seam;
    this.traffic = traffic;
    this.simulation = simulation;
    this.luck = luck;
  }

  boolean has(String group) {
    return seam.groups().contains(group);
  }

  boolean has(Workload workload) {
    return seam.workloads().contains(workload);
  }

  boolean hasTraffic() {
    return !senders.isEmpty();
  }

  void add(ServerGroup group) {
    String name = group.instances().name();
    groups.put(name, new Meter(group));
    group.instances().listen(this);
    group.hearPace((speed, now) -> {
      measure(now);
      seam.setSpeed(name, speed, now);
      lookBy(now);
    });
  }

  void add(Sender sender) {
    senders.put(sender.workload().name(), sender);
  }

  /** Looks for the first time. */
  void start() {
    if (hasTraffic()) {
      lookBy(simulation.now());
    }
  }

  /** Lets it be looked at by a moment, in the last phase of its instant. */
  private void lookBy(long at) {
    if (lookAt >= 0 && lookAt <= at) {
      return;
    }
    if (lookAt >= 0) {
      simulation.cancel(pendingLook);
    }
    lookAt = at;
    pendingLook = simulation.at(at, Phase.OBSERVE, this::look);
  }

  private void look(long now) {
    lookAt = -1;
    if (rule.isByClock()) {
      turn(now);
      return;
    }
    if (!requests) {
      lookAtRates(now);
    } else {
      measure(now);
      agreed = !asked.has(now) && agrees(now) ? agreed + 1 : 0;
      if (agreed == LOOKS_TO_CLOSE) {
        close(now);
      }
    }
    lookBy(requests ? now + WINDOW_LOOK : nextChange(now));
  }

  private void turn(long now) {
    if (now < turnsAt) {
      lookBy(turnsAt);
      return;
    }
    if (requests) {
      measure(now);
      close(now);
    } else {
      seam.advance(now);
      open(now);
    }
    turnsAt = now + rule.turnsEveryNanos();
    lookBy(turnsAt);
  }

  private void lookAtRates(long now) {
    if (asked.has(now)) {
      seam.advance(now);
      open(now);
      return;
    }
    long until = nextChange(now);
    // Most looks find nothing: the steps of rates need not end for them.
    if (seam.doubt(now, until) > rule.opensAbove()) {
      seam.advance(now);
      if (seam.doubt(now, until) > rule.opensAbove()) {
        open(now);
      }
    }
  }

  private long nextChange(long now) {
    long next = now + CALM_LOOK;
    for (Workload workload : seam.workloads()) {
      next = Math.min(next, workload.rate().nextChange(now));
    }
    return Math.min(asked.nextAfter(now), Math.max(now + SHORTEST_LOOK, next));
  }

  /** Requests fare as rates would have them. */
  private boolean agrees(long now) {
    if (seam.doubt(now, now + WINDOW_LOOK) > rule.closesBelow()) {
      return false;
    }
    for (Map.Entry<String, Meter> group : groups.entrySet()) {
      // A geometric number has a standard deviation of about its mean.
      double most = 4 * seam.balance(group.getKey(), now) + 3;
      if (group.getValue().waiting() > most) {
        return false;
      }
    }
    double rate = 0;
    int pending = 0;
    for (Sender sender : senders.values()) {
      rate += sender.workload().rate().at(now);
      pending += sender.pending();
    }
    return pending <= 0.02 * rate + 3;
  }

  private void open(long now) {
    groups.values().forEach(meter -> meter.begin(now));
    double before = seam.open();
    // First of all, since what is taken over may fail and be retried at once.
    senders.values().forEach(sender -> sender.begin(now));
    Seeding seeding = new Seeding(groups, senders, traffic, luck.of(windows), now);
    seam.suspend(now, seeding);
    long made = seeding.finish();
    balanced(before, seam.open() + made, now);
    requests = true;
    agreed = 0;
    windows++;
    openedAt = now;
  }

  private void close(long now) {
    seam.resume(now);
    double before = seam.open();
    long[] taken = new long[1];
    senders
        .values()
        .forEach(sender -> sender.stop(
            (workload, made, due, arrived) -> {
              taken[0]++;
              seam.pending(workload, made, due / 1e9, (due - arrived) / 1e9);
            },
            now));
    balanced(before + taken[0], seam.open(), now);
    requests = false;
    simulatedNanos += now - Math.max(countsFrom, Math.min(now, openedAt));
  }

  /** What one side gives up the other must have. */
  private static void balanced(double before, double after, long now) {
    if (Math.abs(before - after) > ROUNDING * Math.max(1, before)) {
      throw new IllegalStateException(
          "at " + now + " ns " + before + " requests came to a seam, and " + after + " left it");
    }
  }

  /** Tells rates what servers did since the last time. */
  void measure(long now) {
    if (requests) {
      groups.forEach((name, meter) -> {
        seam.absorb(name, meter.read(now));
        seam.waiting(name, (double) meter.waiting());
      });
    }
  }

  /** The groups' levels have begun anew. */
  void startCounting(long now) {
    groups.values().forEach(meter -> meter.begin(now));
    countsFrom = now;
  }

  /** Counted nanoseconds in which requests were simulated, up to an end. */
  long simulatedNanos(long endNanos) {
    return simulatedNanos + (requests ? endNanos - Math.max(countsFrom, openedAt) : 0);
  }

  int windows() {
    return windows;
  }

  @Override
  public void draining(Instance instance, long now) {
    drainsAsRequests.put(instance, requests);
    lookBy(now);
  }

  @Override
  public void crashed(Instance instance, long now) {
    lookBy(now);
  }

  @Override
  public void terminated(Instance instance, long now) {
    drainsAsRequests.remove(instance);
  }

  /** Of a door's news, passes on what belongs to the account that saw it begin. */
  TargetHealthListener heardOf(boolean byRequests, TargetHealthListener listener) {
    return new TargetHealthListener() {
      @Override
      public void unhealthy(Instance instance, long now) {
        // Both see it at the same check.
        if (!byRequests) {
          listener.unhealthy(instance, now);
        }
      }

      @Override
      public void drained(Instance instance, long now) {
        if (drainsAsRequests.getOrDefault(instance, !byRequests) == byRequests) {
          listener.drained(instance, now);
        }
      }
    };
  }
}

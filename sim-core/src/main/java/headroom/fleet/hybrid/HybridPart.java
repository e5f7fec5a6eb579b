package headroom.fleet.hybrid;

import headroom.fleet.flow.Condition;
import headroom.fleet.flow.FlowSeam;
import headroom.fleet.instances.Instance;
import headroom.fleet.instances.InstanceListener;
import headroom.fleet.routing.TargetHealthListener;
import headroom.fleet.targets.ServerGroup;
import headroom.fleet.traffic.Sender;
import headroom.kernel.Phase;
import headroom.kernel.Simulation;
import headroom.workload.Workload;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A connected part of a scenario whose traffic is rates, or requests while rates may be wrong.
 * Design: docs/decisions/06-hybrid.md.
 */
final class HybridPart implements InstanceListener {

  private static final long CALM_LOOK = 60_000_000_000L;
  private static final long SHORTEST_LOOK = 1_000_000_000L;
  private static final long WINDOW_LOOK = 5_000_000_000L;
  private static final int LOOKS_TO_CLOSE = 3;

  /** Who sees to the traffic. */
  private enum Mode {
    RATES,
    REQUESTS,
    /** Rates, which are corrected by windows that were alike. */
    CORRECTED
  }

  private final FlowSeam seam;
  private final Simulation simulation;
  private final WindowRule rule;
  private final AskedTimes asked;
  private final Crossing crossing;
  private final Optional<Strata> strata;
  private final WindowLog log;
  private final Map<Instance, Boolean> drainsAsRequests = new LinkedHashMap<>();
  private Mode mode = Mode.RATES;
  private boolean compared;
  private int agreed;
  private int calmLooks;
  private long pendingLook;
  private long lookAt = -1;
  private long turnsAt;

  HybridPart(
      FlowSeam seam,
      Crossing crossing,
      Simulation simulation,
      WindowRule rule,
      AskedTimes asked,
      Optional<Strata> strata,
      WindowLog log) {
    this.seam = seam;
    this.crossing = crossing;
    this.simulation = simulation;
    this.rule = rule;
    this.asked = asked;
    this.strata = strata;
    this.log = log;
  }

  boolean has(String group) {
    return seam.groups().contains(group);
  }

  boolean has(Workload workload) {
    return seam.workloads().contains(workload);
  }

  boolean hasTraffic() {
    return crossing.hasTraffic();
  }

  WindowLog log() {
    return log;
  }

  void add(ServerGroup group) {
    String name = group.instances().name();
    crossing.add(group);
    group.instances().listen(this);
    group.hearPace((speed, now) -> {
      measure(now);
      seam.setSpeed(name, speed, now);
      lookBy(now);
    });
  }

  void add(Sender sender) {
    crossing.add(sender);
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
    switch (mode) {
      case RATES -> lookAtRates(now);
      case REQUESTS -> lookAtRequests(now);
      case CORRECTED -> lookAtCorrected(now);
    }
    lookBy(mode == Mode.RATES ? nextChange(now) : now + WINDOW_LOOK);
  }

  private void turn(long now) {
    if (now < turnsAt) {
      lookBy(turnsAt);
      return;
    }
    if (mode == Mode.REQUESTS) {
      measure(now);
      close(now);
    } else {
      seam.advance(now);
      open(now, "the clock");
    }
    turnsAt = now + rule.turnsEveryNanos();
    lookBy(turnsAt);
  }

  private void lookAtRates(long now) {
    if (asked.has(now)) {
      seam.advance(now);
      open(now, "asked for");
      return;
    }
    long until = nextChange(now);
    // Most looks find nothing: the steps of rates need not end for them.
    if (seam.doubt(now, until) > rule.opensAbove()) {
      seam.advance(now);
      Condition condition = seam.condition(now, until);
      if (condition.doubt() > rule.opensAbove()) {
        begin(condition, now);
      }
    }
  }

  /** A window of rates in doubt: of requests, unless enough is known of windows like it. */
  private void begin(Condition condition, long now) {
    boolean simulated = strata.isEmpty() || !strata.get().knows(condition);
    strata.ifPresent(known -> known.begin(condition, simulated, now));
    compared = simulated && strata.isPresent();
    if (simulated) {
      open(now, condition.kind());
    } else {
      mode = Mode.CORRECTED;
      agreed = 0;
      log.corrected(condition.kind(), now);
    }
  }

  private void lookAtRequests(long now) {
    measure(now);
    if (compared) {
      compare(now);
    }
    boolean calm = seam.doubt(now, now + WINDOW_LOOK) <= rule.closesBelow();
    agreed = !asked.has(now) && calm && crossing.agrees(now) ? agreed + 1 : 0;
    if (agreed == LOOKS_TO_CLOSE) {
      close(now);
    }
  }

  /** Rates go on in the shade: under which condition, and whether they would be done by now. */
  private void compare(long now) {
    Condition shade = seam.shadeCondition(now, now + WINDOW_LOOK);
    calmLooks = shade.doubt() <= rule.closesBelow() ? calmLooks + 1 : 0;
    if (calmLooks == LOOKS_TO_CLOSE) {
      strata.orElseThrow().calmsDown(now);
    } else if (shade.doubt() > rule.opensAbove()) {
      strata.orElseThrow().goOn(shade, now);
    }
  }

  private void lookAtCorrected(long now) {
    seam.advance(now);
    Condition condition = seam.condition(now, now + WINDOW_LOOK);
    Strata known = strata.orElseThrow();
    agreed = condition.doubt() <= rule.closesBelow() ? agreed + 1 : 0;
    boolean unknown = condition.doubt() > rule.opensAbove() && !known.goesOnKnown(condition);
    if (agreed == LOOKS_TO_CLOSE || asked.has(now) || unknown) {
      known.end(now);
      mode = Mode.RATES;
      log.closed(now);
      if (agreed < LOOKS_TO_CLOSE) {
        lookAtRates(now);
      }
    } else if (condition.doubt() > rule.opensAbove()) {
      known.goOn(condition, now);
    }
  }

  private long nextChange(long now) {
    long next = now + CALM_LOOK;
    for (Workload workload : seam.workloads()) {
      next = Math.min(next, workload.rate().nextChange(now));
    }
    return Math.min(asked.nextAfter(now), Math.max(now + SHORTEST_LOOK, next));
  }

  private void open(long now, String why) {
    crossing.toRequests(now);
    mode = Mode.REQUESTS;
    agreed = 0;
    calmLooks = 0;
    log.opened(why, now);
  }

  private void close(long now) {
    if (compared) {
      strata.orElseThrow().end(now);
      compared = false;
    }
    crossing.toRates(now);
    mode = Mode.RATES;
    log.closed(now);
  }

  /** Tells rates what servers did since the last time. */
  void measure(long now) {
    if (mode == Mode.REQUESTS) {
      crossing.measure(
          now, (group, measured) -> strata.ifPresent(known -> known.measured(group, measured)));
    }
  }

  /** The groups' levels have begun anew. */
  void startCounting(long now) {
    crossing.startCounting(now);
    log.startCounting(now);
  }

  /** The end has come, whatever window is open. */
  void finish(long endNanos) {
    measure(endNanos);
    if (mode == Mode.CORRECTED || compared) {
      strata.orElseThrow().end(endNanos);
      compared = false;
      mode = mode == Mode.CORRECTED ? Mode.RATES : mode;
    }
    if (mode == Mode.RATES) {
      crossing.settle(endNanos);
    }
    log.finish(endNanos);
  }

  @Override
  public void draining(Instance instance, long now) {
    drainsAsRequests.put(instance, mode == Mode.REQUESTS);
    lookBy(now);
  }

  @Override
  public void crashed(Instance instance, long now) {
    lookBy(now);
  }

  @Override
  public void halted(Instance instance, long now) {
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
      public void healthy(Instance instance, long now) {
        // Both see it at the same check.
        if (byRequests) {
          listener.healthy(instance, now);
        }
      }

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

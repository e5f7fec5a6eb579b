package headroom.fleet.flow;

import headroom.fleet.instances.Instance;
import headroom.kernel.Phase;
import headroom.kernel.Simulation;
import headroom.policy.routing.HealthCheck;
import headroom.random.Stream;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Checks that are served like requests, as far as rates go: each passes by the chance that its
 * target answers well and in time. While all is well with a target nothing is drawn.
 */
final class FlowProbes {

  private static final long CALM = 60_000_000_000L;
  private static final double SURE = 1e-6;

  private final HealthCheck rule;
  private final FlowDoor door;
  private final Simulation simulation;
  private final Stream luck;
  private final Map<Instance, Series> series = new LinkedHashMap<>();

  /** The checks of one target. */
  private static final class Series {
    private final long first;
    private boolean everPassed;
    private boolean well;
    private int passes;
    private int failures;
    private long number;
    private long due;

    Series(long first, boolean known) {
      this.first = first;
      this.everPassed = known;
      this.well = known;
    }
  }

  FlowProbes(HealthCheck rule, FlowDoor door, Simulation simulation, Stream luck) {
    this.rule = rule;
    this.door = door;
    this.simulation = simulation;
    this.luck = luck;
  }

  /** A target is checked from a moment on; at the start it is known to be well. */
  void begin(Instance instance, boolean known, long first) {
    Series of = new Series(first, known);
    series.put(instance, of);
    schedule(instance, of, first);
  }

  /** Something may be wrong from now on: the next check may find it. */
  void look(Instance instance, long now) {
    Series of = series.get(instance);
    if (of != null) {
      schedule(instance, of, next(of, now));
    }
  }

  /** No more checks. */
  void end(Instance instance) {
    series.remove(instance);
  }

  /** Checks a second of each target. */
  double perSecond() {
    return 1e9 / rule.every().toNanos();
  }

  private long next(Series of, long now) {
    long every = rule.every().toNanos();
    return of.first + Math.max(0, (now - of.first + every - 1) / every) * every;
  }

  private void schedule(Instance instance, Series of, long due) {
    of.due = due;
    simulation.at(due, Phase.WORK, at -> fire(instance, of, at));
  }

  private void fire(Instance instance, Series of, long now) {
    if (series.get(instance) != of || of.due != now) {
      return;
    }
    double passes = door.watch().passes(instance, rule.timeout().toNanos() / 1e9, now);
    if (of.well && passes >= 1 - SURE) {
      of.failures = 0;
      schedule(instance, of, next(of, now + CALM));
      return;
    }
    schedule(instance, of, now + rule.every().toNanos());
    boolean passed = luck.of(instance.ordinal()).at(of.number++) < passes;
    of.passes = passed ? of.passes + 1 : 0;
    of.failures = passed ? 0 : of.failures + 1;
    boolean begins = passed && (of.passes == rule.healthyAfter() || !of.everPassed);
    boolean ends = !passed && of.failures == rule.unhealthyAfter();
    of.everPassed |= passed;
    if (begins || ends) {
      of.well = begins;
      double takes = door.watch().probeSeconds(instance, rule.timeout().toNanos() / 1e9, now);
      long told = now + Math.min(rule.timeout().toNanos(), (long) (takes * 1e9));
      simulation.at(told, Phase.CHANGE, at -> {
        if (series.get(instance) == of) {
          door.found(instance, begins, at);
        }
      });
    }
  }
}

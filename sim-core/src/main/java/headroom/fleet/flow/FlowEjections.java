package headroom.fleet.flow;

import headroom.fleet.instances.Instance;
import headroom.kernel.Phase;
import headroom.kernel.Simulation;
import headroom.math.Elementary;
import headroom.policy.routing.OutlierEjection;
import headroom.random.Stream;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Targets taken out for a while since their requests kept failing, as rates: of targets that serve
 * badly or have stopped. Where a share q of requests fails, k failures in a row take
 * (1 - q^k) / ((1 - q) q^k) requests on average (Feller, "An Introduction to Probability Theory",
 * vol. 1, XIII.7), of which k at least and an exponential number beyond.
 */
final class FlowEjections {

  private static final double SECOND = 1e9;
  private static final double LOOKS_SECONDS = 10;
  private static final double HARDLY_EVER = 1e-9;

  private final OutlierEjection rule;
  private final FlowDoor door;
  private final Simulation simulation;
  private final Stream luck;
  private final Map<Instance, Watch> watched = new LinkedHashMap<>();
  private final Map<Instance, Integer> times = new LinkedHashMap<>();
  private final Set<Instance> out = new LinkedHashSet<>();
  private long drawn;

  /** How many requests are still to come before a target is taken out. */
  private static final class Watch {
    private double left;
    private double share;
    private double perSecond;
    private long since;
  }

  FlowEjections(OutlierEjection rule, FlowDoor door, Simulation simulation, Stream luck) {
    this.rule = rule;
    this.door = door;
    this.simulation = simulation;
    this.luck = luck;
  }

  /** True while a target is out. */
  boolean isOut(Instance instance) {
    return out.contains(instance);
  }

  /** Requests to a target may fail more often from now on, and are known to after so long. */
  void watch(Instance instance, double afterSeconds, long now) {
    Watch watch = new Watch();
    watch.since = now;
    watched.put(instance, watch);
    long first = now + (long) (Math.min(afterSeconds, 1e9) * SECOND);
    simulation.at(first, Phase.CHANGE, at -> look(instance, watch, at));
  }

  private void look(Instance instance, Watch watch, long now) {
    if (watched.get(instance) != watch) {
      return;
    }
    double share = door.watch().failing(instance, now);
    if (share < HARDLY_EVER) {
      watched.remove(instance);
      return;
    }
    if (share != watch.share) {
      watch.share = share;
      watch.left = draw(share);
    } else {
      watch.left -= watch.perSecond * (now - watch.since) / SECOND;
    }
    watch.since = now;
    watch.perSecond = door.watch().perTarget();
    if (watch.left > HARDLY_EVER) {
      double soon = Math.min(LOOKS_SECONDS, watch.left / Math.max(watch.perSecond, 1e-9));
      simulation.at(
          now + (long) (soon * SECOND) + 1, Phase.CHANGE, at -> look(instance, watch, at));
    } else if (rule.allows(out.size(), door.inPool() + out.size())) {
      eject(instance, now);
    } else {
      watch(instance, LOOKS_SECONDS, now);
    }
  }

  private double draw(double share) {
    double row = Elementary.pow(share, rule.after());
    double mean = share > 1 - HARDLY_EVER ? rule.after() : (1 - row) / ((1 - share) * row);
    double beyond = Math.max(0, mean - rule.after());
    return rule.after() - beyond * Elementary.log(1 - luck.at(drawn++));
  }

  private void eject(Instance instance, long now) {
    watched.remove(instance);
    out.add(instance);
    door.takeOut(instance, now);
    long lasts = rule.nanos(times.merge(instance, 1, Integer::sum));
    simulation.at(now + lasts, Phase.CHANGE, at -> back(instance, at));
  }

  private void back(Instance instance, long now) {
    if (out.remove(instance)) {
      door.putBack(instance, now);
      watch(instance, 0, now);
    }
  }

  /** It will not come back. */
  void gone(Instance instance) {
    out.remove(instance);
    watched.remove(instance);
    times.remove(instance);
  }
}

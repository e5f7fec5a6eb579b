package headroom.fleet.routing;

import headroom.fleet.traffic.Attempt;
import headroom.kernel.Phase;
import headroom.kernel.Simulation;
import headroom.policy.routing.OutlierEjection;
import headroom.results.How;
import headroom.spec.LoadBalancer;
import org.jspecify.annotations.Nullable;

/** Targets taken out for a while since their requests kept failing. */
final class Ejections {

  private final @Nullable OutlierEjection rule;
  private final boolean timesOut;
  private final Simulation simulation;
  private final Placing placing;
  private int out;
  private long count;

  /** Puts a target among those that get requests, or takes it out. */
  interface Placing {
    void place(Entry entry, long nowNanos);
  }

  Ejections(LoadBalancer balancer, Simulation simulation, Placing placing) {
    this.rule = balancer.outlierEjection().orElse(null);
    this.timesOut = balancer.type() == LoadBalancer.Type.PROXY;
    this.simulation = simulation;
    this.placing = placing;
  }

  boolean isPossible() {
    return rule != null;
  }

  /** How often one was taken out. */
  long count() {
    return count;
  }

  void settled(Entry entry, Attempt request, boolean succeeded, long now) {
    if (rule == null || leftByClient(request)) {
      return;
    }
    entry.failuresInRow = succeeded ? 0 : entry.failuresInRow + 1;
    if (entry.failuresInRow >= rule.after()
        && entry.isHealthy()
        && rule.allows(out, entry.pool().size() + out)) {
      eject(entry, rule, now);
    }
  }

  /** The caller of a proxy's rules is the proxy: when it waits no longer, the target has failed. */
  private boolean leftByClient(Attempt request) {
    return request.clientLeft() && !(timesOut && request.how() == How.TIMEOUT);
  }

  private void eject(Entry entry, OutlierEjection by, long now) {
    entry.failuresInRow = 0;
    entry.ejected = true;
    entry.timesEjected++;
    out++;
    count++;
    placing.place(entry, now);
    simulation.at(now + by.nanos(entry.timesEjected), Phase.CHANGE, at -> back(entry, at));
  }

  private void back(Entry entry, long now) {
    if (entry.ejected) {
      entry.ejected = false;
      out--;
      placing.place(entry, now);
    }
  }

  /** It will not come back. */
  void gone(Entry entry) {
    if (entry.ejected) {
      entry.ejected = false;
      out--;
    }
  }
}

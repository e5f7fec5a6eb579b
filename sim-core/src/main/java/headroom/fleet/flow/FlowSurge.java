package headroom.fleet.flow;

import headroom.spec.LoadBalancer;
import org.jspecify.annotations.Nullable;

/**
 * What waits at a balancer, since none of its targets has a place (fleet sheet §6.1): of all that
 * waits at a station, which is one line, what its instances' own places do not hold. Whoever gives up
 * there is gone, and is not served in vain.
 */
final class FlowSurge {

  private final StationStep step;
  private final StationLaws laws;
  private final Backlog backlog;
  private final StationMeter meter;
  private final int placesEach;
  private boolean present;

  FlowSurge(
      StationStep step, StationLaws laws, Backlog backlog, StationMeter meter, int placesEach) {
    this.step = step;
    this.laws = laws;
    this.backlog = backlog;
    this.meter = meter;
    this.placesEach = placesEach;
  }

  /** A door leads here; of one that keeps requests there is one only. */
  void isKeptBy(@Nullable LoadBalancer rule) {
    if (rule != null && rule.surgeQueue() > 0) {
      present = true;
      double places = (double) rule.surgeQueue() * meter.groupZones();
      laws.keepsBefore(places);
      step.keepsBefore(places);
    }
  }

  /** True when whoever waits does so for any instance: these hold nobody who waits. */
  boolean sharesWaits() {
    return present && placesEach == 0;
  }

  /** Of all who wait, the share at the instances. */
  double partAtTargets() {
    if (!present) {
      return 1;
    }
    double all = backlog.content() > 0 ? backlog.content() : step.queued();
    return all > 0 ? 1 - Math.min(1, step.waitingBefore() / all) : placesEach > 0 ? 1 : 0;
  }

  /** Requests that wait at instances of so many that are seen to wait. */
  double atTargets(double seen) {
    return present ? Math.min(seen, step.places()) : seen;
  }

  /**
   * While some give up, whoever is served has waited for nearly as long as he would: for less by an
   * exponential time of this rate, arrivals less what can be served (M/M/m+D; the density of the wait
   * below the limit grows so, by crossings of a level). 0 while nobody gives up.
   */
  double edge() {
    return isLeft() ? Math.max(0, step.taken() - step.capacity()) : 0;
  }

  /** True while some give up here and leave. */
  boolean isLeft() {
    return present && backlog.queue().isLeft();
  }

  /** The step is taken. */
  void commit() {
    if (present) {
      meter.waitedBefore(step.waitingBefore() * step.seconds());
      backlog.queue().staysWithin(step.places());
    }
  }
}

package headroom.fleet.flow;

import headroom.workload.Call;
import headroom.workload.Fallback;
import org.jspecify.annotations.Nullable;

/** One call that requests of one kind need at a station, as rates: who is asked, what comes of it. */
final class CallEdge {

  // As in headroom.fleet.traffic.CallRule.
  private static final double NEARLY = 0.9;

  private final Call call;
  private final FlowClient asked;
  private final Origin.OfCall calls;
  private final @Nullable FlowClient instead;
  private final Origin.@Nullable OfCall callsInstead;
  private final @Nullable FlowCache cache;
  private final Gauge inputs = new Gauge();
  private Course timed = Course.DONE;
  private double begun;

  /** How its station's clients are made. */
  interface Clients {
    FlowClient to(String door, Origin.OfCall calls);
  }

  CallEdge(Call call, FlowStation by, @Nullable FlowCache cache, Clients clients) {
    this.call = call;
    this.cache = cache;
    this.calls = new Origin.OfCall(call, by);
    this.asked = clients.to(call.to(), calls);
    if (call.fallback() instanceof Fallback.Instead other) {
      Origin.OfCall more = new Origin.OfCall(call, by);
      this.callsInstead = more;
      this.instead = clients.to(other.to(), more);
    } else {
      this.callsInstead = null;
      this.instead = null;
    }
  }

  Call call() {
    return call;
  }

  /** Until the cache is nearly what it was its loss presses who is asked. */
  void pressed(FlowCache lost, double warmthBefore, String cause) {
    FlowCache mine = cache;
    if (mine != null && mine == lost) {
      double enough = NEARLY * warmthBefore;
      asked.door().station().group().pressedBy(cause, at -> mine.warmth() < enough);
    }
  }

  FlowClient asked() {
    return asked;
  }

  /** The share of needs that a cache meets. */
  private double spared() {
    return cache == null ? 0 : cache.hitShare();
  }

  /**
   * Works out anew how long it takes, unless hardly anything has changed; returns whether it did.
   *
   * @param slack how many times as much as usual may have changed
   */
  boolean time(double slack) {
    inputs.begin(slack);
    inputs.share(spared());
    look(inputs, asked);
    if (instead != null) {
      look(inputs, instead);
    }
    if (inputs.isNear()) {
      return false;
    }
    timed = course(true);
    return true;
  }

  /** How it ends, with the times that it took when they were last worked out. */
  Course timed() {
    return timed;
  }

  private static void look(Gauge gauge, FlowClient client) {
    Course reply = client.reply();
    gauge.time(reply.well().mean(), reply.well().mean());
    gauge.time(Math.sqrt(reply.well().square()), 3 * reply.well().mean());
    for (Outcome outcome : Outcome.ALL) {
      gauge.share(client.ends().share(outcome));
      if (client.ends().share(outcome) > 0) {
        gauge.time(client.ends().delay(outcome.ordinal()), client.ends().delay(outcome.ordinal()));
      }
    }
    gauge.share(client.granted());
  }

  /** How it ends just now, without times. */
  Course course() {
    return course(false);
  }

  /** How a need for it ends, if there is one: all repeats, with what a cache spares. */
  private Course course(boolean withTimes) {
    Course one = Attempts.course(asked, withTimes);
    if (instead != null) {
      one = one.orElse(Attempts.course(instead, withTimes));
    } else if (call.fallback() instanceof Fallback.Degrade) {
      one = one.forgiven();
    }
    return one.inShare(1 - spared()).times(call.count()).inShare(call.probability());
  }

  /** Asks as often as so many requests a second need that come to it. */
  void begin(double requestsPerSecond) {
    Course once = Attempts.course(asked, false);
    double fails = once.bad();
    double saved = instead != null ? Attempts.course(instead, false).good() : 0;
    boolean goesOn = call.fallback() instanceof Fallback.Degrade;
    double goodOnce = goesOn ? 1 : once.good() + fails * saved;
    double good = spared() + (1 - spared()) * goodOnce;
    double repeats = 0;
    double reached = 1;
    for (int i = 0; i < call.count() && reached > 1e-9; i++) {
      repeats += reached;
      reached *= good;
    }
    begun = requestsPerSecond * call.probability() * repeats;
    double made = begun * (1 - spared());
    calls.asks(made);
    if (callsInstead != null) {
      callsInstead.asks(made * fails);
    }
  }

  /** Needs for it, a second. */
  double begun() {
    return begun;
  }

  @Nullable
  FlowCache cache() {
    return cache;
  }

  /** What its failures are put down to: a named failure before a state. */
  String why() {
    return asked.ends().mostlyWhy();
  }
}

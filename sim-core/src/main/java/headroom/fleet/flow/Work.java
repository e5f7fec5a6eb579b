package headroom.fleet.flow;

import headroom.results.Why;
import java.util.ArrayList;
import java.util.List;

/**
 * Requests of one kind at a station: their own work, what they need of other services meanwhile, and
 * what comes of both.
 */
final class Work {

  private final FlowStation station;
  private final ServiceTime own;
  private final List<CallStage> stages = new ArrayList<>();
  private final Gauge waits = new Gauge();
  private Times ownTimes;
  private double ownSpeed = 1;
  // Counts how often the times of what is held have changed.
  private double version;
  private Course held;
  private Course reply;

  Work(FlowStation station, ServiceTime own) {
    this.station = station;
    this.own = own;
    this.ownTimes = own.times(1);
    this.held = Course.sure(ownTimes);
    this.reply = held;
  }

  void add(CallStage stage) {
    stages.add(stage);
  }

  List<CallStage> stages() {
    return stages;
  }

  boolean callsOthers() {
    return !stages.isEmpty();
  }

  ServiceTime own() {
    return own;
  }

  /** Makes the calls that so many requests a second need whose own work ends. */
  void begin(double requestsPerSecond) {
    double left = requestsPerSecond;
    for (int i = 0; i < stages.size(); i++) {
      stages.get(i).begin(left);
      left *= stages.get(i).course(false).good();
    }
  }

  /**
   * Works out how its requests end once their work begins.
   *
   * @param speed a share of the usual one
   * @param slack how many times as much as usual may change before times are worked out anew;
   *     infinite when they are to stay as they are
   */
  void compose(double speed, double slack) {
    // Where all stands still, it is the wait that takes so long.
    double pace = speed > 0 ? speed : ownSpeed;
    boolean moved = pace != ownSpeed;
    if (moved) {
      ownSpeed = pace;
      ownTimes = own.times(pace);
    }
    Course exact = Course.DONE;
    for (int i = 0; i < stages.size(); i++) {
      moved |= slack < Double.POSITIVE_INFINITY && stages.get(i).time(slack);
      exact = exact.then(stages.get(i).course(false));
    }
    if (moved) {
      Course calls = Course.DONE;
      for (int i = 0; i < stages.size(); i++) {
        calls = calls.then(stages.get(i).course(true));
      }
      held = calls.after(ownTimes);
      version++;
    }
    held = new Course(exact.good(), held.well(), held.badly(), exact.degraded());
  }

  /**
   * Works out how its requests end from when they come.
   *
   * @param slack as for {@link #compose}
   * @param share of them that waits
   * @param meanWait mean wait of those, in seconds
   * @param law what tells how long those wait
   */
  void reply(double slack, double share, double meanWait, WaitLaw law) {
    waits.begin(slack);
    waits.exactly(version);
    double whole = held.well().mean() + share * meanWait;
    waits.time(share * meanWait, whole);
    waits.time(share * whole, whole);
    waits.time(meanWait, Math.max(meanWait, whole));
    if (!waits.isNear()) {
      Times wait = share > 0 ? Times.NONE.or(share, law.times(meanWait)) : Times.NONE;
      reply = held.after(wait);
    }
    reply = new Course(held.good(), reply.well(), reply.badly(), held.degraded());
  }

  /** How long those wait who wait. */
  interface WaitLaw {
    Times times(double mean);
  }

  /** How requests end, from when their work begins. */
  Course held() {
    return held;
  }

  /** How requests end that are taken, from when they come. */
  Course reply() {
    return reply;
  }

  /** Mean seconds for which a worker is kept. */
  double holdSeconds() {
    return station.service().holdsWorker() ? heldMean() : own.mean() / ownSpeed;
  }

  private double heldMean() {
    // The points' own mean is not quite that of the law they stand for.
    double mine = own.mean() / ownSpeed;
    return stages.isEmpty() ? mine : mine + callSeconds();
  }

  private double callSeconds() {
    return held.good() * (held.well().mean() - ownTimes.mean())
        + held.bad() * (held.badly().mean() - ownTimes.mean());
  }

  /** Mean square of those seconds. */
  double holdSquare() {
    boolean keeps = station.service().holdsWorker() && !stages.isEmpty();
    double mine = own.mean() / ownSpeed;
    return keeps ? held.square() : (1 + own.cv2()) * mine * mine;
  }

  /** What the failures of its calls are put down to: a named failure before a state. */
  String why() {
    String state = "";
    for (CallStage stage : stages) {
      for (CallEdge edge : stage.edges()) {
        String why = edge.why();
        if (!why.isEmpty() && !Why.isState(why)) {
          return why;
        }
        state = why.isEmpty() ? state : why;
      }
    }
    return state.isEmpty() ? Why.OVERLOAD : state;
  }
}

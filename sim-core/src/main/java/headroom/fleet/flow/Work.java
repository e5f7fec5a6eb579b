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
  private final int line;
  private final List<CallStage> stages = new ArrayList<>();
  private final Gauge waits = new Gauge();
  private final Gauge mixture = new Gauge();
  private Times ownTimes;
  private Symptoms symptoms = Symptoms.NONE;
  private int symptomsOf;
  // The own work where some instances serve badly.
  private Course mine;
  // The same from when requests come there, and how they end then.
  private Course waited;
  private Course answered;
  private double ownSpeed = 1;
  // Counts how often the times of what is held have changed.
  private double version;
  private Course held;
  // How those end that wait first, and how often that has changed.
  private Course delayed;
  private double delays;
  private Course reply;

  /** @param line in which its requests wait, where some go first */
  Work(FlowStation station, ServiceTime own, int line) {
    this.line = line;
    this.station = station;
    this.own = own;
    this.ownTimes = own.times(1);
    this.mine = Course.sure(ownTimes);
    this.held = mine;
    this.waited = mine;
    this.answered = mine;
    this.delayed = mine;
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

  int line() {
    return line;
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
    boolean moved = pace != ownSpeed || symptomsOf != station.symptomChanges();
    if (moved) {
      ownSpeed = pace;
      symptoms = station.symptoms();
      symptomsOf = station.symptomChanges();
      boolean usual = symptoms.isNone();
      mine = usual ? Course.sure(own.times(pace)) : symptoms.course(own, pace, false);
      waited = symptoms.makesWait() ? symptoms.course(own, pace, true) : mine;
      ownTimes = mine.any();
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
      held = symptoms.isNone() ? calls.after(ownTimes) : both(mine, calls);
      answered = symptoms.makesWait() ? both(waited, calls) : held;
      version++;
    }
    held = new Course(mine.good() * exact.good(), held.well(), held.badly(), exact.degraded());
    answered = new Course(held.good(), answered.well(), answered.badly(), held.degraded());
  }

  /** The own work, where some is spoilt, and the calls after it. */
  private static Course both(Course mine, Course calls) {
    double good = mine.good() * calls.good();
    return new Course(good, mine.well().plus(calls.well()), badly(mine, calls), 0);
  }

  /** How long those take that end badly: by their calls, or because what is done is an error. */
  private static Times badly(Course mine, Course calls) {
    Times byCalls = mine.any().plus(calls.badly());
    double spoilt = calls.good() * mine.bad();
    return spoilt <= 0
        ? byCalls
        : byCalls.or(spoilt / (spoilt + calls.bad()), mine.badly().plus(calls.well()));
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
    double some = share > Times.NOTHING ? share : 0;
    double whole = held.well().mean() + some * meanWait;
    if (some > 0) {
      waits.begin(slack);
      waits.exactly(version);
      waits.time(meanWait, Math.max(meanWait, whole));
      if (!waits.isNear()) {
        delayed = answered.after(law.times(meanWait));
        delays++;
      }
    }
    mixture.begin(slack);
    mixture.exactly(version);
    mixture.exactly(delays);
    mixture.time(some * meanWait, whole);
    mixture.time(some * whole, whole);
    if (!mixture.isNear()) {
      reply = answered.mixed(some, delayed);
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

  /** The share of its answers that arrive. */
  double heard() {
    return symptoms.isNone() ? 1 : 1 - symptoms.lostAnswers();
  }

  /** Mean seconds for which a worker is kept. */
  double holdSeconds() {
    return station.service().holdsWorker() ? heldMean() : ownSeconds();
  }

  private double heldMean() {
    // The points' own mean is not quite that of the law they stand for.
    return stages.isEmpty() ? ownSeconds() : ownSeconds() + callSeconds();
  }

  private double ownSeconds() {
    double usually = own.mean() / ownSpeed;
    return symptoms.isNone() ? usually : symptoms.meanSeconds(usually);
  }

  private double callSeconds() {
    return held.good() * (held.well().mean() - ownTimes.mean())
        + held.bad() * (held.badly().mean() - ownTimes.mean());
  }

  /** Mean square of those seconds. */
  double holdSquare() {
    boolean keeps = station.service().holdsWorker() && !stages.isEmpty();
    if (!symptoms.isNone() && !keeps) {
      return ownTimes.square();
    }
    double mine = own.mean() / ownSpeed;
    return keeps ? held.square() : (1 + own.cv2()) * mine * mine;
  }

  /** What the failures of its calls are put down to: a named failure before a state. */
  String why() {
    if (mine.bad() > 0 && mine.bad() * held.good() >= held.bad() - mine.bad()) {
      return symptoms.cause();
    }
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

package headroom.fleet.flow;

import headroom.policy.queueing.QueueDiscipline;
import java.util.List;

/** What waits at a station that cannot keep up, and since when. */
final class Backlog {

  private static final double MUCH = 10;
  private static final double ENDLESS = Double.POSITIVE_INFINITY;

  private final FluidQueue queue = new FluidQueue();
  private final BacklogFate fate;
  private final boolean lastFirst;
  private final double turnsAbove;
  private boolean turned;
  private long since = Long.MAX_VALUE;
  private double longestTimeout;

  Backlog(BacklogFate fate, QueueDiscipline rule) {
    this.fate = fate;
    this.turnsAbove = rule instanceof QueueDiscipline.AdaptiveLifo law ? law.above() : ENDLESS;
    this.lastFirst = rule instanceof QueueDiscipline.Lifo;
  }

  FluidQueue queue() {
    return queue;
  }

  BacklogFate fate() {
    return fate;
  }

  /** Attempts in it that somebody waits for. */
  double alive() {
    return queue.alive();
  }

  double content() {
    return queue.content();
  }

  /** Nanoseconds since when there has been one; Long.MAX_VALUE when there is none. */
  long since() {
    return since;
  }

  void isGone() {
    since = Long.MAX_VALUE;
    turned = false;
  }

  /**
   * Grows by what clients send in a step and shrinks by what is served; returns how much that is.
   *
   * @param slots clients and attempt numbers
   */
  double flow(List<FlowClient> clients, int slots, StationStep step) {
    double begin = step.beginSeconds();
    double seconds = step.seconds();
    double perSecond = step.capacity();
    if (since == Long.MAX_VALUE) {
      since = (long) (begin * 1e9);
    }
    double[] bySlot = new double[slots];
    double[] ages = new double[slots];
    double mass = 0;
    for (FlowClient client : clients) {
      mass += client.fill(bySlot, ages);
    }
    if (mass > 0) {
      queue.add(new Cohort(begin, begin + seconds, mass, bySlot, ages));
    }
    double there = queue.content();
    turned |= there > turnsAbove * Math.max(1, step.instances());
    if (lastFirst || turned) {
      queue.serveLast(perSecond * seconds, begin, begin + seconds, step.soon(), fate);
    } else {
      queue.serve(perSecond * seconds, begin, begin + seconds, fate);
    }
    double served = there - queue.content();
    queue.expire(begin + seconds, fate);
    if (queue.content() <= 1e-9 * Math.max(1, perSecond)) {
      isGone();
    }
    return served;
  }

  /** Begins with what waited while the station kept up, of which all is told: it is work all the same. */
  void inherits(double waiting, StationStep step, int slots) {
    double begin = step.beginSeconds();
    double since = waiting / Math.max(step.rate(), 1e-9);
    queue.add(Cohort.told(begin - Math.max(1e-9, since), begin, waiting, slots));
  }

  /** Somebody waits here for so long at most. */
  void isAwaited(double timeout) {
    longestTimeout = timeout < Times.FOR_EVER ? Math.max(longestTimeout, timeout) : longestTimeout;
  }

  /**
   * How long those will have waited who come in a step, of whom so many a second are taken. Where all
   * stands still nobody knows: longer than anybody waits who does not wait for ever, and so much
   * longer than it has lasted that hardly any of their callers' workers comes free meanwhile.
   */
  double waitSeconds(double taken, double perSecond, double begin, double seconds) {
    if (perSecond <= 0) {
      double still = since == Long.MAX_VALUE ? 0 : begin - since / 1e9;
      return Math.max(MUCH * (still + seconds), 2 * longestTimeout);
    }
    double then = Math.max(0, content() + (taken - perSecond) * seconds);
    return Math.min((content() + then) / 2 / perSecond, Times.FOR_EVER);
  }

  /** For how long workers were busy with what was served in a step, and with what is left. */
  double busySeconds(
      double workerSeconds, double speed, double perSecond, double served, double seconds) {
    if (speed == 0) {
      return Math.min(workerSeconds, content() * seconds);
    }
    if (content() > 0) {
      return workerSeconds;
    }
    return served == 0
        ? 0
        : Math.min(workerSeconds, workerSeconds * served / (perSecond * seconds));
  }

  /** Goes on from where another of the same group is. */
  void copyFrom(Backlog other) {
    queue.copyFrom(other.queue);
    turned = other.turned;
    since = other.since;
  }

  /** A share of it is lost by a cause. */
  void lose(double share, String cause, double nowSeconds) {
    fate.loses(cause, nowSeconds);
    queue.lose(share, fate);
  }
}

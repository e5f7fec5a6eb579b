package headroom.fleet.flow;

import headroom.policy.queueing.QueueDiscipline;
import headroom.workload.Service;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What waits at a station that cannot keep up, and since when. */
final class Backlog {

  private static final double MUCH = 10;
  private static final double ROUNDING = 1e-9;
  private static final double ENDLESS = Double.POSITIVE_INFINITY;

  private final FluidQueue queue = new FluidQueue();
  // All lines, that one first.
  private final List<FluidQueue> lines = new ArrayList<>(List.of(queue));
  private final @Nullable Ranks ranks;
  private final BacklogFate fate;
  private final boolean sharing;
  private final boolean lastFirst;
  private final double turnsAbove;
  private boolean turned;
  private long since = Long.MAX_VALUE;
  private double longestTimeout;

  Backlog(BacklogFate fate, Service service, @Nullable Ranks ranks) {
    QueueDiscipline rule = service.discipline();
    this.ranks = ranks;
    while (ranks != null && lines.size() < ranks.lines()) {
      lines.add(new FluidQueue());
    }
    this.fate = fate;
    this.turnsAbove = rule instanceof QueueDiscipline.AdaptiveLifo law ? law.above() : ENDLESS;
    this.sharing = service.sharing();
    this.lastFirst = rule instanceof QueueDiscipline.Lifo;
  }

  FluidQueue queue() {
    return queue;
  }

  BacklogFate fate() {
    return fate;
  }

  /** True when all wait in one line that is served first come first, before places of its instances. */
  boolean isPlain() {
    return ranks == null && !sharing && !lastFirst && !turned && since != Long.MAX_VALUE;
  }

  /** Attempts in it that somebody waits for. */
  double alive() {
    double sum = 0;
    for (FluidQueue line : lines) {
      sum += line.alive();
    }
    return sum;
  }

  double content() {
    if (ranks == null) {
      return queue.content();
    }
    double sum = 0;
    for (int i = 0; i < lines.size(); i++) {
      sum += lines.get(i).content();
    }
    return sum;
  }

  /** The same of one line. */
  double content(int line) {
    return lines.get(line).content();
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
    for (int line = 0; line < lines.size(); line++) {
      grow(line, clients, slots, step);
    }
    double there = content();
    turned |= there > turnsAbove * Math.max(1, step.instances());
    if (ranks != null) {
      serveByRank(perSecond * seconds, begin, begin + seconds, ranks);
    } else if (lastFirst || turned) {
      queue.serveLast(perSecond * seconds, begin, begin + seconds, step.soon(), fate);
    } else {
      queue.serve(perSecond * seconds, begin, begin + seconds, fate);
    }
    double served = there - content();
    for (FluidQueue line : lines) {
      line.expire(begin + seconds, fate);
    }
    if (content() <= 1e-9 * Math.max(1, perSecond)) {
      isGone();
    }
    return served;
  }

  /**
   * Begins, where there has been none, with what waited while the station kept up, of which all is
   * told: it is work all the same. Returns how much that is.
   */
  double inherits(StationStep step, int slots) {
    double waiting = step.queued();
    if (sharing || since != Long.MAX_VALUE || waiting <= 0) {
      return 0;
    }
    double begin = step.beginSeconds();
    double from = begin - Math.max(1e-9, waiting / Math.max(step.rate(), 1e-9));
    // Those of the last rank are who waits.
    lines.get(lines.size() - 1).add(Cohort.told(from, begin, waiting, slots));
    step.setQueued(0);
    return waiting;
  }

  private void grow(int line, List<FlowClient> clients, int slots, StationStep step) {
    double[] bySlot = new double[slots];
    double[] ages = new double[slots];
    double mass = 0;
    for (FlowClient client : clients) {
      if (ranks == null || ranks.line(client.kind()) == line) {
        mass += client.fill(bySlot, ages);
      }
    }
    if (mass > 0) {
      double begin = step.beginSeconds();
      lines.get(line).add(new Cohort(begin, begin + step.seconds(), mass, bySlot, ages));
    }
  }

  private void serveByRank(double amount, double begin, double end, Ranks order) {
    double left = amount;
    for (int i = 0; i < lines.size(); i++) {
      FluidQueue line = lines.get(i);
      double before = line.content();
      if (order.isSoon(i) && before <= left * (1 + ROUNDING)) {
        line.serveAll(order.waits(i), fate);
      } else {
        line.serve(left, begin, end, fate);
      }
      left = Math.max(0, left - (before - line.content()));
    }
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
  double busySeconds(StationStep step, double served) {
    double seconds = step.seconds();
    double workerSeconds = step.workers() * seconds;
    if (step.speed() == 0) {
      return Math.min(workerSeconds, content() * seconds);
    }
    if (content() > 0) {
      return workerSeconds;
    }
    return served == 0
        ? 0
        : Math.min(workerSeconds, workerSeconds * served / (step.capacity() * seconds));
  }

  /** Goes on from where another of the same group is. */
  void copyFrom(Backlog other) {
    for (int i = 0; i < lines.size(); i++) {
      lines.get(i).copyFrom(other.lines.get(i));
    }
    turned = other.turned;
    since = other.since;
  }

  /** A share of it is lost by a cause. */
  void lose(double share, String cause, double nowSeconds) {
    fate.loses(cause, nowSeconds);
    lines.forEach(line -> line.lose(share, fate));
  }
}

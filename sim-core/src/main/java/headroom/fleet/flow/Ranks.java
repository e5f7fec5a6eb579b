package headroom.fleet.flow;

import headroom.workload.ClassRule;
import headroom.workload.Service;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Who goes first at a station: its requests wait in lines by priority, and nobody's work is
 * interrupted for anybody.
 *
 * <p>In balance line k waits for W0 / ((1 - σ(k-1)) (1 - σ(k))), where σ(k) is the load of it and all
 * lines before it (Cobham, Operations Research 2, 1954: exact for M/M/m and M/G/1); those who find all
 * workers busy wait so that the second moment is that of Kella and Yechiali (Operations Research 33,
 * 1985), as a gamma time. What order cannot change is how much work waits (Kleinrock, "Queueing
 * Systems" 2, 1976, §3.4): that settles the last line. In a backlog the first lines are served as they
 * come, and what they leave of the workers goes to the first line that has a backlog.
 */
final class Ranks {

  private static final double MOST_LOAD = 0.97;
  private static final double NOBODY = 1e-12;
  private static final double NOTHING = 1e-9;
  // Of how much waits vary it is enough to know eighths.
  private static final double EIGHTHS = 8;
  private static final double LEAST_CV2 = 1 / EIGHTHS;
  private static final double MOST_CV2 = 16;

  private final Map<String, Integer> byKind = new TreeMap<>();
  private final Map<Double, Waits> spreads = new TreeMap<>();
  private final TreeSet<Integer> priorities = new TreeSet<>();
  private final int lines;

  // Of the step at hand, by line: requests a second that are taken, the load they are, how many
  // begin, and how long they wait.
  private final double[] taken;
  private final double[] load;
  private final double[] begun;
  private final double[] share;
  private final double[] seconds;
  private final double[] cv2;
  private final boolean[] soon;

  private Ranks(Service service) {
    priorities.add(0);
    service.classes().forEach(rule -> priorities.add(rule.priority()));
    for (ClassRule rule : service.classes()) {
      byKind.put(rule.requestClass(), priorities.headSet(rule.priority()).size());
    }
    lines = priorities.size();
    taken = new double[lines];
    load = new double[lines];
    begun = new double[lines];
    share = new double[lines];
    seconds = new double[lines];
    cv2 = new double[lines];
    soon = new boolean[lines];
  }

  /** True when some go before others. */
  static boolean areTold(Service service) {
    return service.classes().stream().anyMatch(rule -> rule.priority() > 0);
  }

  static Ranks of(Service service) {
    return new Ranks(service);
  }

  int lines() {
    return lines;
  }

  /** The line that requests of a kind wait in; of a smaller number is served first. */
  int line(String kind) {
    return byKind.getOrDefault(kind, 0);
  }

  /** Requests on an instance from which each line finds no place. */
  int[] mostThere(Service service) {
    return priorities.stream()
        .mapToInt(priority -> ShedLaw.mostThere(service, priority))
        .toArray();
  }

  /** How those of a kind end that find no place. */
  Outcome refusal(Service service, String kind) {
    long places = (long) service.workers() + service.queue();
    return mostThere(service)[line(kind)] < places ? Outcome.SHED : Outcome.REFUSED;
  }

  /** Begins a look at a step. */
  void forget() {
    Arrays.fill(taken, 0);
    Arrays.fill(load, 0);
  }

  /** So many a second are taken into a line, each of which keeps a worker for so long. */
  void take(int line, double perSecond, double holdSeconds) {
    taken[line] += perSecond;
    load[line] += perSecond * holdSeconds;
  }

  /** Works out who begins and who waits for how long, once all are told. */
  void look(StationStep step, Backlog backlog) {
    double workers = Math.max(step.workers(), NOBODY);
    for (int k = 0; k < lines; k++) {
      load[k] /= workers;
    }
    if (step.isFluid()) {
      flow(step, backlog);
    } else {
      balance(step);
    }
  }

  private void balance(StationStep step) {
    Standing standing = step.standing();
    double full = standing.refusedShare(0);
    double all = 0;
    double waiting = 0;
    for (int k = 0; k < lines; k++) {
      share[k] = standing.waitShare(k);
      all += load[k];
      waiting += load[k] * share[k];
    }
    double left = all * standing.waitSeconds();
    double before = 0;
    for (int k = 0; k < lines; k++) {
      double with = before + load[k];
      double turn = turnSeconds(step, with / Math.max(all, NOBODY), full);
      double open = 1 - full;
      double alone = turn / (free(before * open) * free(with * open));
      boolean last = all - with <= NOTHING * all;
      // Nobody waits longer than if those of his line and the next were served as they come.
      double most = waiting > NOBODY ? Math.max(0, left) / waiting : alone;
      seconds[k] = last && load[k] > NOTHING * all ? most : Math.min(alone, most);
      left -= load[k] * share[k] * seconds[k];
      waiting -= load[k] * share[k];
      begun[k] = taken[k];
      double part = seconds[k] * free(before) * free(with) / Math.max(turn, 1e-300);
      cv2[k] = spread(before * open, turn, seconds[k], part * part);
      soon[k] = true;
      before = with;
    }
  }

  /**
   * What those of the first lines, who are a part of all work, wait for who wait, if nobody came
   * after. Who finds a place where hardly any is left comes just after a service has begun: for him
   * it is the nearer to a whole turn.
   */
  private static double turnSeconds(StationStep step, double part, double full) {
    double found = step.standing().clearSeconds(part);
    double whole = step.holdSeconds() / step.workers() * step.instances();
    return found + Math.sqrt(full) * (whole - found);
  }

  private static double free(double load) {
    return 1 - Math.min(load, MOST_LOAD);
  }

  /**
   * By how much waits vary, as a squared coefficient of variation: each is what there is to do before
   * it, and what comes meanwhile of the lines before it. By Kella and Yechiali where what there is to
   * do is exponential; where places cut it off, or where it has yet to grow, it varies less, but not
   * less than so many exponential turns.
   *
   * @param before the load of the lines before
   * @param turn mean seconds of a turn
   * @param mean mean seconds of the waits
   * @param part what is there, as a share of what would be there without an end of places
   */
  private static double spread(double before, double turn, double mean, double part) {
    double free = free(before);
    double turns = Math.max(1e-9, mean * free / Math.max(turn, 1e-300));
    double found = Math.max(Math.min(1, part), Math.min(1, 1 / turns));
    return found + 2 * (1 - free) / (free * turns);
  }

  private void flow(StationStep step, Backlog backlog) {
    double length = step.seconds();
    double left = step.speed() == 0 ? 0 : 1;
    double ahead = 0;
    double faster = 0;
    for (int k = 0; k < lines; k++) {
      double content = backlog.content(k);
      ahead += content;
      double mine = taken[k] + content / length;
      double each = taken[k] > 0 ? load[k] / taken[k] : step.holdSeconds() / step.workers();
      double before = 1 - left;
      begun[k] = Math.min(mine, left / each);
      left = Math.max(0, left - begun[k] * each);
      soon[k] = content <= NOTHING * Math.max(1, mine) && begun[k] >= mine && left > 0;
      share[k] = 1;
      if (soon[k]) {
        seconds[k] = step.turnSeconds() / (free(before) * free(1 - left));
        cv2[k] = spread(before, step.turnSeconds(), seconds[k], 1);
      } else {
        seconds[k] = behind(step, backlog, ahead, faster, taken[k]);
        cv2[k] = 0;
      }
      faster += taken[k];
    }
  }

  /** How long whoever comes waits who has so much before him, and so many who come later. */
  private static double behind(
      StationStep step, Backlog backlog, double ahead, double faster, double perSecond) {
    double capacity = step.capacity();
    if (capacity <= 0) {
      return backlog.waitSeconds(step.taken(), 0, step.beginSeconds(), step.seconds());
    }
    double then = Math.max(0, ahead + (faster + perSecond - capacity) * step.seconds());
    double mine = Math.max(capacity - faster, 1e-6 * capacity);
    return Math.min((ahead + then) / 2 / mine, Times.FOR_EVER);
  }

  /** How many of a line begin, as a share of those of it that come. */
  double begun(int line) {
    return begun[line] / Math.max(taken[line], 1e-300);
  }

  /** True when those of a line are served as they come. */
  boolean isSoon(int line) {
    return soon[line];
  }

  /** The share of a line's requests that wait. */
  double waitShare(int line) {
    return share[line];
  }

  /** Mean seconds of those who wait. */
  double waitSeconds(int line) {
    return seconds[line];
  }

  /** How long those wait who do, for a mean in seconds. */
  Times times(int line, double mean) {
    return cv2[line] == 0 ? Times.constant(mean) : spread(line).times(mean);
  }

  /** The waits of those of a line who are served as they come. */
  Waits waits(int line) {
    return spread(line).scaledTo(seconds[line]);
  }

  private Waits spread(int line) {
    double rounded = Math.rint(cv2[line] * EIGHTHS) / EIGHTHS;
    double nearest = Math.max(LEAST_CV2, Math.min(MOST_CV2, rounded));
    return spreads.computeIfAbsent(nearest, Waits::gamma);
  }

  /** Mean wait of all who are served. */
  double meanSeconds() {
    double all = 0;
    double sum = 0;
    for (int k = 0; k < lines; k++) {
      all += taken[k];
      sum += taken[k] * share[k] * seconds[k];
    }
    return all > 0 ? sum / all : 0;
  }
}

package headroom.fleet.flow;

import headroom.math.Elementary;
import org.jspecify.annotations.Nullable;

/**
 * A station in balance, at each of a grid of loads: how many wait, how many are refused, and how
 * long the others take.
 *
 * <p>A queue of so many servers with so many waiting places. The number waiting is geometric, given
 * that all servers are busy, as in M/M/m, with the factor that gives the {@link Waiting} of the
 * unlimited queue; it is cut at the waiting places. Refusals follow Tijms, "A First Course in
 * Stochastic Models" (2003), §9.2: exact for M/M/m/m+K and M/G/1/1+K. From a load of 0.97 on,
 * where the unlimited queue has no balance to go by, factor and probability to wait go on as those
 * of M/M/m do.
 */
final class QueueLaw {

  private static final double[] LOADS = {
    0, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.525, 0.55, 0.575, 0.6, 0.625, 0.65,
    0.675, 0.7, 0.725, 0.75, 0.775, 0.8, 0.82, 0.84, 0.86, 0.88, 0.9, 0.91, 0.92, 0.93, 0.94, 0.95,
    0.96, 0.97, 0.98, 0.985, 0.99, 0.995, 1, 1.01, 1.02, 1.03, 1.05, 1.1, 1.15, 1.2, 1.3, 1.4, 1.6,
    1.8, 2, 2.5, 3, 4, 6, 10
  };
  private static final double LAST_STABLE = 0.97;

  /** Number of loads in the grid. */
  static final int LEVELS = LOADS.length;

  private final ServiceTime service;
  private final double speed;
  private final double[] queue = new double[LEVELS];
  private final double[] refused = new double[LEVELS];
  private final double[] waits = new double[LEVELS];
  private final @Nullable Profile[] profiles = new Profile[LEVELS];
  private final double[] factors = new double[LEVELS];
  private final int servers;
  private final double places;
  private final double ca2;
  private double edgeOdds;

  /** The number this law has among those of its station. */
  final int number;

  QueueLaw(int number, ServiceTime service, double speed, int servers, double places, double ca2) {
    this.number = number;
    this.service = service;
    this.speed = speed;
    this.servers = servers;
    this.places = places;
    this.ca2 = ca2;
    Waiting edge = Waiting.of(servers, LAST_STABLE, ca2, service.cv2());
    for (int level = 1; level < LEVELS; level++) {
      if (LOADS[level] <= LAST_STABLE) {
        stable(level, Waiting.of(servers, LOADS[level], ca2, service.cv2()));
      } else {
        beyond(level, edge);
      }
    }
  }

  private void stable(int level, Waiting waiting) {
    double load = waiting.load();
    Truncated chain = chain(waiting);
    set(level, chain, factor(waiting));
    double unlimited = waiting.probability() * chain.top();
    refused[level] =
        Math.max((1 - load) * unlimited / (1 - load * unlimited), refusedInBursts(load));
    // What is refused beyond follows the chain, from what it is here.
    edgeOdds = odds(refused[level]) / odds(chain.full());
  }

  private Truncated chain(Waiting waiting) {
    return Truncated.of(first(waiting), factor(waiting), places);
  }

  /** The weight of "all busy, none waits" over that of "some idle". */
  private static double first(Waiting waiting) {
    double idle = Math.max(1 - waiting.probability(), 1e-12);
    return waiting.probability() * (1 - factor(waiting)) / idle;
  }

  private void beyond(int level, Waiting edge) {
    double load = LOADS[level];
    double factor = 1 - (1 - factor(edge)) * (1 - load) / (1 - LAST_STABLE);
    double first = first(edge) * exponentialRatio(load) / exponentialRatio(LAST_STABLE);
    Truncated chain = Truncated.of(first, factor, places);
    set(level, chain, factor);
    double odds = odds(chain.full()) * edgeOdds;
    double follows = Math.max(odds / (1 + odds), 1 - 1 / load);
    refused[level] = Math.max(follows, refusedInBursts(load));
  }

  /** Where arrivals clump: they are refused more often than their waits say. */
  private double refusedInBursts(double load) {
    return Peaked.fits(servers, places, ca2) ? Peaked.refused(servers, places, load, ca2) : 0;
  }

  private static double odds(double probability) {
    return Math.max(probability, 1e-300) / Math.max(1 - probability, 1e-12);
  }

  private void set(int level, Truncated chain, double factor) {
    waits[level] = chain.busy();
    queue[level] = Math.max(0, chain.waiting());
    factors[level] = factor;
  }

  private static double factor(Waiting waiting) {
    double queued = waiting.mean() * waiting.servers() * waiting.load();
    return queued / (queued + waiting.probability());
  }

  /** The weight of "all busy, none waits" over that of "some idle" in M/M/m. */
  private double exponentialRatio(double load) {
    double blocked = Waiting.erlangB(servers, servers * load);
    return blocked / Math.max(1 - blocked, 1e-12);
  }

  /** The grid's last level whose load is not above a load. */
  static int below(double load) {
    int low = 0;
    int high = LEVELS - 1;
    while (high - low > 1) {
      int middle = (low + high) >>> 1;
      if (LOADS[middle] <= load) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** How far a load lies from a level toward the next, 0 to 1. */
  static double part(double load, int level) {
    return Math.min(1, (load - LOADS[level]) / (LOADS[level + 1] - LOADS[level]));
  }

  static double load(int level) {
    return LOADS[level];
  }

  /** Mean requests waiting. */
  double queue(int level) {
    return queue[level];
  }

  double queueAt(double load) {
    int level = below(load);
    double part = part(load, level);
    return queue[level] + part * (queue[level + 1] - queue[level]);
  }

  double refusedAt(double load) {
    int level = below(load);
    double part = part(load, level);
    if (LOADS[level] < 1) {
      return refused[level] + part * (refused[level + 1] - refused[level]);
    }
    // Above 1, where levels are far apart, it is what is taken that hardly changes.
    double here = LOADS[level] * (1 - refused[level]);
    double next = LOADS[level + 1] * (1 - refused[level + 1]);
    return 1 - (here + part * (next - here)) / Math.max(load, LOADS[level]);
  }

  double refused(int level) {
    return refused[level];
  }

  /** Mean wait of those who are taken, in seconds. */
  double waitSeconds(int level) {
    double taken = LOADS[level] * (1 - refused[level]) * servers * speed / service.mean();
    return level == 0 ? 0 : queue[level] / taken;
  }

  /** How long requests take at a level; made when it is first asked for. */
  Profile profile(int level) {
    Profile profile = profiles[level];
    if (profile == null) {
      profile = new Profile(service, speed, waits[level], waits(level));
      profiles[level] = profile;
    }
    return profile;
  }

  /** The probability to wait, of those who are taken. */
  double waitShare(int level) {
    return waits[level];
  }

  /** Of those who find all busy and nobody or more waiting, the share with one more waiting. */
  double factor(int level) {
    return factors[level];
  }

  /** The waits of those who wait. */
  Waits waits(int level) {
    double meanWait = waits[level] < 1e-9 ? 0 : waitSeconds(level) / waits[level];
    double each = service.mean() / speed / servers;
    return Waits.of(meanWait, factors[level], places, each, servers == 1 ? service.cv2() : 1);
  }

  /**
   * A geometric number waiting, cut at the waiting places.
   *
   * @param busy probability that all servers are busy
   * @param waiting mean number waiting
   * @param full probability that every waiting place is taken
   * @param top factor to the power of the places: what of those who find all busy find no place
   */
  private record Truncated(double busy, double waiting, double full, double top) {

    static Truncated of(double first, double factor, double places) {
      double logarithm = Elementary.log(Math.max(factor, 1e-300));
      double top = Elementary.exp(Math.max(-700, Math.min(700, logarithm * places)));
      if (Math.abs(logarithm) * (places + 1) < 1e-6) {
        double sum = places + 1;
        double all = 1 + first * sum;
        return new Truncated(first * sum / all, first * sum / all * places / 2, first / all, 1);
      }
      double sum = (1 - factor * top) / (1 - factor);
      double all = 1 + first * sum;
      double mean = factor > 1 ? places - fromTop(1 / factor, places) : fromTop(factor, places);
      return new Truncated(
          first * sum / all, first * sum / all * mean, first * top / all, Math.min(1, top));
    }

    /** Mean of a geometric number cut at the places, for a factor below 1. */
    private static double fromTop(double factor, double places) {
      double logarithm = Elementary.log(Math.max(factor, 1e-300));
      double top = Elementary.exp(Math.max(-700, logarithm * (places + 1)));
      return factor / (1 - factor) - (places + 1) * top / (1 - top);
    }
  }
}

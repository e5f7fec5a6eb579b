package headroom.fleet.flow;

import headroom.math.Elementary;
import headroom.math.Erlangs;

/**
 * A station each of whose workers serves one request, first come first.
 *
 * <p>A queue of so many servers with so many waiting places. The number waiting is geometric, given
 * that all servers are busy, as in M/M/m, with the factor that gives the {@link Waiting} of the
 * unlimited queue; it is cut at the waiting places. Refusals follow Tijms, "A First Course in
 * Stochastic Models" (2003), §9.2: exact for M/M/m/m+K and M/G/1/1+K. From a load of 0.97 on,
 * where the unlimited queue has no balance to go by, factor and probability to wait go on as those
 * of M/M/m do.
 */
class QueueLaw extends BalanceLaw {

  private static final double LAST_STABLE = 0.97;
  // More regular than this is nothing.
  private static final double LEAST_CV2 = 0.1;

  private final ServiceTime service;
  private final double speed;
  private final double[] waits = new double[LEVELS];
  private final double[] factors = new double[LEVELS];
  private final Unlimited unlimited;
  private final int servers;
  private final double places;
  private final double ca2;
  private final double[] clear = new double[LEVELS];
  private double edgeOdds;

  /** How long requests wait where nothing is cut, by load. */
  @FunctionalInterface
  interface Unlimited {
    Waiting at(double load);

    /** Of those who wait, the shares that find 0, 1, 2 … waiting; empty where that is geometric. */
    default double[] found(double load) {
      return new double[0];
    }
  }

  /** One queue. */
  QueueLaw(int number, ServiceTime service, double speed, int servers, double places, double ca2) {
    this(
        number,
        service,
        speed,
        servers,
        places,
        ca2,
        load -> Waiting.of(servers, load, ca2, service.cv2()));
  }

  /** One of several queues, of which requests choose in some way. */
  QueueLaw(
      int number,
      ServiceTime service,
      double speed,
      int servers,
      double places,
      double ca2,
      Unlimited unlimited) {
    super(number);
    this.unlimited = unlimited;
    this.service = service;
    this.speed = speed;
    this.servers = servers;
    this.places = places;
    this.ca2 = ca2;
    Waiting edge = unlimited.at(LAST_STABLE);
    for (int level = 1; level < LEVELS; level++) {
      if (load(level) <= LAST_STABLE) {
        stable(level, unlimited.at(load(level)));
        clear[level] = clear(unlimited.at(load(level)));
      } else {
        beyond(level, edge);
        clear[level] = clear(edge);
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

  /** What those wait for who wait, if nobody came after who wants to go first: in service times. */
  private static double clear(Waiting waiting) {
    return waiting.mean() / waiting.probability() * (1 - waiting.load());
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
    double load = load(level);
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

  /** Of those who find all busy at a load, and nobody or more waiting, the share with one more. */
  final double factorAt(double load) {
    if (load <= 0) {
      return 0;
    }
    double edge = factor(unlimited.at(LAST_STABLE));
    return load <= LAST_STABLE
        ? factor(unlimited.at(load))
        : 1 - (1 - edge) * (1 - load) / (1 - LAST_STABLE);
  }

  /** The weight of "all busy, none waits" over that of "some idle" in M/M/m. */
  private double exponentialRatio(double load) {
    double blocked = Erlangs.b(servers, servers * load);
    return blocked / Math.max(1 - blocked, 1e-12);
  }

  @Override
  double waitSeconds(int level) {
    double taken = load(level) * (1 - refused[level]) * servers * speed / service.mean();
    return level == 0 ? 0 : queue[level] / taken;
  }

  /** Thinned gaps are more like Poisson's, and what is left of a service is no burst of anybody's. */
  @Override
  double clearSeconds(int level, double part) {
    double gaps = 1 + (ca2 - 1) * part;
    double bursts = (gaps + service.cv2()) / Math.max(ca2 + service.cv2(), LEAST_CV2);
    return clear[level] * bursts * service.mean() / speed;
  }

  @Override
  Profile makeProfile(int level) {
    return new Profile(service, speed, waits[level], waits(level));
  }

  @Override
  double waitShare(int level) {
    return waits[level];
  }

  @Override
  double factor(int level) {
    return factors[level];
  }

  @Override
  Waits waits(int level) {
    double meanWait = waits[level] < 1e-9 ? 0 : waitSeconds(level) / waits[level];
    double each = service.mean() / speed / servers;
    double[] found = unlimited.found(load(level));
    if (found.length > 0) {
      // The more servers, the more do their ends come like Poisson's.
      double ends = (Math.min(1, service.cv2()) + servers - 1) / servers;
      return Waits.byFound(meanWait, found, each, servers == 1 ? service.cv2() : ends);
    }
    return Waits.of(meanWait, factors[level], places, each, Waits.Ends.of(servers, service.cv2()));
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

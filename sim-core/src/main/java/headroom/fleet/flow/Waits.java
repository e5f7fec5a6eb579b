package headroom.fleet.flow;

import headroom.math.Elementary;
import headroom.random.Gamma;

/**
 * How long those wait who wait, as points of equal or stated shares.
 *
 * <p>With room enough the wait is exponential, as it is in M/M/m and nearly so under load in every
 * GI/G/m (Kingman). Where the waiting places cut it off, whoever finds k waiting waits for k + 1
 * services to end: a gamma time, by Wilson and Hilferty's cube of a normal one.
 */
final class Waits {

  private static final double HARDLY_CUT = 1e-3;
  private static final int RANKS = 16;
  // Of what is longer still, the next one told stands for so much.
  private static final double PART = 0.3;
  private static final double[] NORMAL = {-1.7, -1.0, -0.5, 0, 0.5, 1.0, 1.7};
  private static final double[] NORMAL_SHARE = {0.08, 0.15, 0.175, 0.19, 0.175, 0.15, 0.08};
  private static final double[] EXPONENTIAL = new double[ServiceTime.POINTS];

  static {
    for (int i = 0; i < ServiceTime.POINTS; i++) {
      EXPONENTIAL[i] = -Elementary.log(1 - ServiceTime.middle(i));
    }
  }

  /** How irregular the ends of service are that somebody waits for while all workers are busy. */
  interface Ends {
    /** The variance of the time until so many have ended, over that many squared mean times. */
    double cv2(double number);

    /**
     * Those of some workers: after a few like Poisson's, since they don't keep time with each other;
     * after many turns of each as irregular as the service times (Cox 1962, §4.2 and §6.2). Between the
     * two with what is remembered of a turn falling off exponentially (ours).
     */
    static Ends of(int workers, double cv2) {
      return workers == 1
          ? number -> cv2
          : number -> {
            double turns = number / workers;
            return cv2 + (1 - cv2) * (1 - Elementary.exp(-turns)) / turns;
          };
    }
  }

  private final double[] seconds;
  private final double[] share;
  private final double mean;

  private Waits(double[] seconds, double[] share, double mean) {
    this.mean = mean;
    this.seconds = seconds;
    this.share = share;
  }

  /**
   * The waits of those who wait.
   *
   * @param mean their mean in seconds
   * @param factor of the number waiting, from each to the next
   * @param places waiting places
   * @param each seconds between two ends of service while all are busy
   * @param ends how irregular those ends are
   */
  static Waits of(double mean, double factor, double places, double each, Ends ends) {
    double cut = factor >= 1 ? 1 : Elementary.exp(places * Elementary.log(Math.max(factor, 1e-9)));
    if (places < 1 || cut < HARDLY_CUT) {
      double[] seconds = new double[ServiceTime.POINTS];
      for (int i = 0; i < seconds.length; i++) {
        seconds[i] = mean * EXPONENTIAL[i];
      }
      return new Waits(seconds, ServiceTime.SHARE, mean);
    }
    return byRank(mean, factor, places, each, ends);
  }

  private static Waits byRank(double mean, double factor, double places, double each, Ends ends) {
    double[] found = new double[RANKS];
    for (int rank = 0; rank < RANKS; rank++) {
      found[rank] = found((rank + 0.5) / RANKS, factor, places);
    }
    return byRank(mean, found, each, ends);
  }

  /**
   * The waits of those who wait, by how many they find waiting.
   *
   * @param mean their mean in seconds
   * @param found how likely each number is, from none on; in all anything
   * @param each seconds between two ends of service while all are busy
   * @param ends how irregular those ends are
   */
  static Waits ofFound(double mean, double[] found, double each, Ends ends) {
    double all = 0;
    for (double one : found) {
      all += one;
    }
    double[] ranks = new double[RANKS];
    int n = 0;
    double left = found[0];
    for (int rank = 0; rank < RANKS && all > 0; rank++) {
      double wanted = all / RANKS;
      double sum = 0;
      double got = 0;
      while (got < wanted) {
        double part = Math.min(left, wanted - got);
        sum += part * n;
        got += part;
        left -= part;
        if (left <= 0 && n + 1 >= found.length) {
          break;
        }
        if (left <= 0) {
          left = found[++n];
        }
      }
      ranks[rank] = got > 0 ? sum / got : n;
    }
    return byRank(mean, ranks, each, ends);
  }

  /** Gamma waits of mean 1, of a squared coefficient of variation. */
  static Waits gamma(double cv2) {
    ServiceTime law = new ServiceTime(new Gamma(1, Math.sqrt(cv2)));
    double[] seconds = new double[ServiceTime.POINTS];
    for (int i = 0; i < seconds.length; i++) {
      seconds[i] = law.seconds(i);
    }
    return new Waits(seconds, ServiceTime.SHARE, law.meanOfPoints());
  }

  /** The same waits with another mean. */
  Waits scaledTo(double wantedMean) {
    return scaled(seconds.clone(), share, wantedMean);
  }

  /** Waits by how long some have waited, in order. */
  static Waits ofSorted(double[] waited) {
    double[] seconds = new double[ServiceTime.POINTS];
    double mean = 0;
    double from = 0;
    for (int i = 0; i < seconds.length && waited.length > 0; i++) {
      int at = (int) (from * waited.length);
      int end = Math.max(at + 1, (int) ((from + ServiceTime.SHARE[i]) * waited.length));
      end = Math.min(end, waited.length);
      at = Math.min(at, waited.length - 1);
      double sum = 0;
      for (int j = at; j < end; j++) {
        sum += waited[j];
      }
      seconds[i] = sum / (end - at);
      mean += ServiceTime.SHARE[i] * seconds[i];
      from += ServiceTime.SHARE[i];
    }
    return new Waits(seconds, ServiceTime.SHARE, mean);
  }

  private static Waits byRank(double mean, double[] found, double each, Ends ends) {
    double[] seconds = new double[RANKS * NORMAL.length];
    double[] share = new double[seconds.length];
    for (int rank = 0; rank < RANKS; rank++) {
      double shape = (found[rank] + 1) / Math.max(ends.cv2(found[rank] + 1), 1e-3);
      for (int i = 0; i < NORMAL.length; i++) {
        double root = 1 - 1 / (9 * shape) + NORMAL[i] / (3 * Math.sqrt(shape));
        int at = rank * NORMAL.length + i;
        seconds[at] = (found[rank] + 1) * each * Math.max(0, root * root * root);
        share[at] = NORMAL_SHARE[i] / RANKS;
      }
    }
    return scaled(seconds, share, mean);
  }

  private static Waits scaled(double[] seconds, double[] share, double mean) {
    double own = 0;
    for (int i = 0; i < seconds.length; i++) {
      own += share[i] * seconds[i];
    }
    for (int i = 0; i < seconds.length; i++) {
      seconds[i] *= own > 0 ? mean / own : 0;
    }
    return new Waits(seconds, share, mean);
  }

  /**
   * The waits of those who find 0, 1, 2 … waiting, so often each.
   *
   * @param mean their mean in seconds
   * @param found the shares of them
   * @param each seconds between two ends of service while all are busy
   * @param cv2 squared coefficient of variation of that time
   */
  static Waits byFound(double mean, double[] found, double each, double cv2) {
    double[] seconds = new double[found.length * NORMAL.length];
    double[] share = new double[seconds.length];
    for (int k = 0; k < found.length; k++) {
      double shape = (k + 1) / Math.max(cv2, 1e-3);
      for (int i = 0; i < NORMAL.length; i++) {
        double root = 1 - 1 / (9 * shape) + NORMAL[i] / (3 * Math.sqrt(shape));
        seconds[k * NORMAL.length + i] = (k + 1) * each * Math.max(0, root * root * root);
        share[k * NORMAL.length + i] = NORMAL_SHARE[i] * found[k];
      }
    }
    return scaled(seconds, share, mean);
  }

  /** How many are found waiting, at a share of those who find a place. */
  private static double found(double u, double factor, double places) {
    double last = places - 1;
    double logarithm = Elementary.log(factor);
    if (Math.abs(logarithm) * places < 1e-6) {
      return u * last;
    }
    if (factor > 1) {
      // From the top, so that nothing overflows.
      return Math.max(0, last - found(1 - u, 1 / factor, places));
    }
    double top = Elementary.exp(logarithm * places);
    double rank = Elementary.log(1 - u * (1 - top)) / logarithm;
    return Math.max(0, Math.min(last, rank - 0.5));
  }

  int points() {
    return seconds.length;
  }

  double seconds(int point) {
    return seconds[point];
  }

  double share(int point) {
    return share[point];
  }

  /** Hears of waits. */
  interface Each {
    void takes(double seconds, double share);
  }

  /** Tells some of them, each for a share of all: ever finer ones toward the longest. */
  void each(Each hears) {
    double share = 0;
    double sum = 0;
    double until = 0;
    double past = 0;
    for (int i = 0; i < seconds.length; i++) {
      share += this.share[i];
      sum += this.share[i] * seconds[i];
      past += this.share[i];
      if (past >= until + (1 - until) * PART || i == seconds.length - 1) {
        hears.takes(sum / share, share);
        until = past;
        share = 0;
        sum = 0;
      }
    }
  }

  /** The same waits with another mean. */
  Times times(double wantedMean) {
    Times.Collector all = new Times.Collector();
    double scale = mean > 0 ? wantedMean / mean : 0;
    for (int i = 0; i < seconds.length; i++) {
      all.add(seconds[i] * scale, share[i]);
    }
    return all.times();
  }

  double mean() {
    return mean;
  }
}

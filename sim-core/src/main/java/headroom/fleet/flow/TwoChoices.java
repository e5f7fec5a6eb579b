package headroom.fleet.flow;

import java.util.ArrayList;
import java.util.List;

/**
 * Waiting where each request takes the less busy of two instances met at random, in units of the mean
 * service time.
 *
 * <p>Of many instances with m workers each, s(k) of whom have k requests or more, the balance is
 * a (s(k-1)² - s(k)²) = min(k, m) (s(k) - s(k+1)) for Poisson arrivals at a rate a for each and
 * exponential services: s(k) = ρ s(k-1)² from m on (Vvedenskaya, Dobrushin and Karpelevich 1996;
 * Mitzenmacher 1996), which is solved from s(m - 1) down to s(0) = 1. Two instances are one line of
 * both, plus what they lose for being two. Between two and many the mean is drawn from that by 2 / n;
 * what varies more than Poisson and exponential makes it longer by the root of what it does in a line
 * of one instance, as nobody has to join a long one. These three are ours, checked against requests
 * only.
 */
final class TwoChoices {

  private static final int HALVINGS = 60;
  private static final double NOTHING = 1e-12;
  private static final double OF_TWO_LINES = 0.22;
  private static final int MANY = 4;
  private static final int MOST = 1000;

  private final double waiting;
  private final double probability;
  private final double allBusy;

  private TwoChoices(int workers, double load) {
    double low = 0;
    double high = 1;
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (low + high) / 2;
      if (all(workers, load, middle) < 1) {
        low = middle;
      } else {
        high = middle;
      }
    }
    double share = load * high * high;
    allBusy = share;
    probability = share * share;
    double sum = 0;
    for (double next = load * share * share; next > NOTHING; next = load * next * next) {
      sum += next;
    }
    waiting = sum / (load * workers);
  }

  /** How long requests wait at so many instances, and how many they find. */
  static QueueLaw.Unlimited law(int workers, double instances, double ca2, double cs2) {
    return new QueueLaw.Unlimited() {
      @Override
      public Waiting at(double load) {
        return of(workers, instances, load, ca2, cs2);
      }

      @Override
      public double[] found(double load) {
        return TwoChoices.found(workers, instances, load);
      }
    };
  }

  /**
   * Of those who wait, the shares that find 0, 1, 2 … waiting, where instances are many; empty where
   * they are few.
   */
  static double[] found(int workers, double instances, double load) {
    if (instances < MANY || load >= 1) {
      return new double[0];
    }
    double here = new TwoChoices(workers, load).allBusy;
    List<Double> shares = new ArrayList<>();
    double all = here * here;
    while (here * here > NOTHING * all && shares.size() < MOST) {
      double next = load * here * here;
      shares.add((here * here - next * next) / all);
      here = next;
    }
    return shares.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** What s(0) would be if s(m - 1) were this. */
  private static double all(int workers, double load, double busyButOne) {
    double above = load * busyButOne * busyButOne;
    double here = busyButOne;
    for (int k = workers - 1; k >= 1 && here < 2; k--) {
      double below = Math.sqrt(here * here + k * (here - above) / (load * workers));
      above = here;
      here = below;
    }
    return here;
  }

  /**
   * The wait at a load above 0 and below 1.
   *
   * @param workers of each instance
   * @param instances how many there are
   */
  static Waiting of(int workers, double instances, double load, double ca2, double cs2) {
    Waiting own = Waiting.of(workers, load, ca2, cs2);
    if (instances < 2) {
      return own;
    }
    TwoChoices many = new TwoChoices(workers, load);
    Waiting two = Waiting.of(2 * workers, load, 1, 1);
    double part = 2 / instances;
    double apart = two.mean() + OF_TWO_LINES * load / workers;
    double mean = part * apart + (1 - part) * many.waiting;
    double probability = part * two.probability() + (1 - part) * many.probability;
    double plain = Waiting.of(workers, load, 1, 1).mean();
    double varies = plain > 0 ? own.mean() / plain : 1;
    varies = varies > 1 ? Math.sqrt(varies) : varies;
    return new Waiting(workers, load, Math.max(probability, NOTHING), mean * varies);
  }
}

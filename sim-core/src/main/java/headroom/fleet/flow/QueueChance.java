package headroom.fleet.flow;

import headroom.math.Elementary;
import headroom.random.Stream;

/**
 * How many wait at one moment, where rates know how many do on average.
 *
 * <p>Before each of a station's queues the number is geometric, given that all its servers are busy
 * (as {@link QueueLaw} has it); their sum is 0 with its own probability, and else a gamma number of
 * the right mean and variance, which for a single queue is that same geometric number. Two moments
 * are as alike as the queue's memory makes them: exp(-t/τ), with the relaxation time τ = E[S](ca² +
 * cs²) / (2.8 m (1 - √ρ)²) of Odoni and Roth, "An empirical investigation of the transient behavior
 * of stationary queueing systems", Operations Research 31 (1983).
 */
final class QueueChance {

  private static final double MOST_LOAD = 0.999;

  private final Stream luck;
  private long asked;
  private long at = -1;
  private double deviate;

  QueueChance(Stream luck) {
    this.luck = luck;
  }

  /**
   * A station at a moment.
   *
   * @param queues queues that have the same law, each with its own requests
   * @param mean mean number waiting before each
   * @param waits probability that one of them has somebody waiting, at most the mean
   * @param relaxSeconds how long a queue remembers
   */
  record Moment(double queues, double mean, double waits, double relaxSeconds) {

    static Moment of(Standing standing, double queues, double mean, double relaxSeconds) {
      return new Moment(queues, mean, Math.min(standing.waitingShare(), mean), relaxSeconds);
    }
  }

  /**
   * How long a queue remembers.
   *
   * @param each mean seconds of a service
   * @param cv2s the squared coefficients of variation of gaps and services, together
   */
  static double relaxSeconds(double each, double cv2s, double load, double workers) {
    double idle = 1 - Math.sqrt(Math.min(load, MOST_LOAD));
    return each * cv2s / (2.8 * workers * idle * idle);
  }

  /** How many wait. */
  double at(long now, Moment moment) {
    remember(now, moment.relaxSeconds());
    boolean any = moment.queues() > 0 && moment.mean() > 0;
    if (!any) {
      return 0;
    }
    double u = Elementary.normalCdf(deviate);
    double none = Elementary.exp(moment.queues() * Elementary.log1p(-moment.waits()));
    if (u <= none) {
      return 0;
    }
    return some(Math.min((u - none) / (1 - none), 1 - 0x1p-53), none, moment);
  }

  private static double some(double u, double none, Moment moment) {
    double whoWait = moment.mean() / moment.waits();
    double square = moment.waits() * (whoWait * (whoWait - 1) + whoWait * whoWait);
    double mean = moment.queues() * moment.mean();
    double variance = moment.queues() * (square - moment.mean() * moment.mean());
    double given = mean / (1 - none);
    double spread = (variance + mean * mean) / (1 - none) - given * given;
    // A whole number is the gamma number without its fraction, which is uniform more or less.
    double continuous = Math.max(given - 0.5, 1e-3);
    double around = Math.max(spread - 1.0 / 12, 1e-6 * continuous * continuous);
    double shape = continuous * continuous / around;
    double value = continuous / shape * inverseGamma(shape, u);
    return Math.max(1, Math.floor(value + 1));
  }

  private static double inverseGamma(double shape, double u) {
    return u < 0.5 ? Elementary.inverseGammaP(shape, u) : Elementary.inverseGammaQ(shape, 1 - u);
  }

  private void remember(long now, double relaxSeconds) {
    if (now == at) {
      return;
    }
    boolean remembers = at >= 0 && relaxSeconds > 0;
    double stays = remembers ? Elementary.exp(-(now - at) / 1e9 / relaxSeconds) : 0;
    double fresh = Elementary.inverseNormal(luck.at(asked++));
    deviate = stays * deviate + Math.sqrt(1 - stays * stays) * fresh;
    at = now;
  }
}

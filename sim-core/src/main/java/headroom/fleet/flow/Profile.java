package headroom.fleet.flow;

import headroom.math.Elementary;
import headroom.results.LatencyBins;

/**
 * How long requests take at a station in balance: the wait and the service, each as points.
 *
 * <p>The wait of a request and its own service are independent.
 */
final class Profile {

  // Past this the bins are not worth adding up.
  private static final double NOTHING = 1e-15;

  private final LatencyBins bins = new LatencyBins();
  private final double[] below = new double[LatencyBins.COUNT + 1];
  private final double meanSeconds;
  private int first = LatencyBins.COUNT;
  private int last;

  Profile(ServiceTime service, double speed, double busy, Waits waits) {
    double stays = busy < 1e-9 ? 1 : 1 - busy;
    for (int i = 0; i < ServiceTime.POINTS; i++) {
      double from = service.edge(i) / speed;
      double to = service.edge(i + 1) / speed;
      bins.spread(from, to, ServiceTime.SHARE[i] * stays);
      for (int j = 0; j < waits.points() && stays < 1; j++) {
        double waiting = waits.seconds(j);
        double mass = ServiceTime.SHARE[i] * waits.share(j) * busy;
        bins.spread(from + waiting, to + waiting, mass);
      }
    }
    this.meanSeconds = (1 - stays) * waits.mean() + service.mean() / speed;
    accumulate();
  }

  /** What is sure but for {@link #accumulate}. */
  private Profile(double meanSeconds) {
    this.meanSeconds = meanSeconds;
  }

  /**
   * Where work takes longer by as much as others share the cores with it.
   *
   * <p>Short work sees nobody come or go, and takes as many times as long as it finds things; with
   * long work all evens out. Between them the variance is Yashkov's (1983), with the wait of M/G/1
   * exponential: 2 (u - 1 + exp(-u)) / u² of that of what is found, for work of u times as long as
   * that stays.
   *
   * @param mean how many times as long work takes on average
   * @param found the same as found, for each of {@link ServiceTime#SHARE}
   * @param staysSeconds how long what is found stays as it is
   */
  static Profile stretched(
      ServiceTime service, double speed, double mean, double[] found, double staysSeconds) {
    Profile profile = new Profile(mean * service.mean() / speed);
    for (int i = 0; i < ServiceTime.POINTS; i++) {
      double from = service.edge(i) / speed;
      double to = service.edge(i + 1) / speed;
      double part = evensOut(service.seconds(i) / speed / Math.max(staysSeconds, 1e-300));
      for (int j = 0; j < found.length; j++) {
        double times = mean + part * (found[j] - mean);
        double mass = ServiceTime.SHARE[i] * ServiceTime.SHARE[j];
        profile.bins.spread(from * times, to * times, mass);
      }
    }
    profile.accumulate();
    return profile;
  }

  private static double evensOut(double u) {
    return u < 1e-3 ? 1 : Math.sqrt(2 * (u - 1 + Elementary.exp(-Math.min(u, 700))) / (u * u));
  }

  private void accumulate() {
    for (int i = 0; i < LatencyBins.COUNT; i++) {
      below[i + 1] = below[i] + bins.mass(i);
      if (bins.mass(i) > NOTHING) {
        first = Math.min(first, i);
        last = i;
      }
    }
  }

  double meanSeconds() {
    return meanSeconds;
  }

  /** The share of requests that take no longer than a time. */
  double within(double seconds) {
    if (seconds == Double.POSITIVE_INFINITY) {
      return 1;
    }
    int bin = LatencyBins.of(seconds);
    double lower = LatencyBins.lower(bin);
    double part = (seconds - lower) / (LatencyBins.lower(bin + 1) - lower);
    return Math.min(1, below[bin] + Math.max(0, Math.min(1, part)) * bins.mass(bin));
  }

  /** Adds requests that take as long as here, but those only that end within a limit. */
  void addTo(LatencyBins sum, double later, Spread about, double requests, double limit) {
    for (int i = first; i <= last && LatencyBins.middle(i) <= limit; i++) {
      double mass = bins.mass(i) * requests;
      if (later == 0) {
        sum.addTo(i, mass);
      } else {
        about.addTo(sum, later + LatencyBins.middle(i), mass);
      }
    }
  }
}

package headroom.fleet.flow;

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
  void addTo(LatencyBins sum, double later, double requests, double limit) {
    for (int i = first; i <= last && LatencyBins.middle(i) <= limit; i++) {
      double mass = bins.mass(i) * requests;
      if (later == 0) {
        sum.addTo(i, mass);
      } else {
        sum.add(later + LatencyBins.middle(i), mass);
      }
    }
  }
}

package headroom.fleet.flow;

import headroom.math.Elementary;
import headroom.workload.Contention;

/**
 * A station whose requests are all served at once and share its cores (processor sharing), slower
 * with every one of them where they contend.
 *
 * <p>How many are there depends on nothing of the service time but its mean, so the chain of
 * exponential times is exact for Poisson arrivals, whatever the room (Cohen 1979; Kelly,
 * "Reversibility and Stochastic Networks", 1979, ch. 3), and so is the mean time of a request: it
 * grows in proportion to its work. Other gaps change what is beyond the cores as they do under heavy
 * traffic, by (ca² + cs²) / (1 + cs²) (Grishechkin 1994).
 */
final class SharingLaw extends BalanceLaw {

  private static final int MOST_STATES = 200_000;
  private static final int MOST_OF_USERS = 4000;
  private static final double NOTHING = 1e-17;
  private static final double LARGE = 1e250;
  private static final double OVERLOAD = 0.97;
  private static final int DOUBLINGS = 20;
  private static final int HALVINGS = 40;

  private final ServiceTime service;
  private final double speed;
  private final int cores;
  private final int room;
  private final double instances;
  private final Contention contention;
  private final double clumps;
  private final double slope;
  private final double[] stretch = new double[LEVELS];
  private final double[] busy = new double[LEVELS];
  private final double[] shares = new double[LEVELS];
  private final double[] beyond = new double[LEVELS];

  /**
   * The law of instances that share what comes.
   *
   * @param size instances
   * @param cores of all of them
   * @param places beyond those, of all of them
   * @param ca2 squared coefficient of variation of the gaps
   * @param slope requests by which fewer come for each that is there, a mean service time, as in
   *     {@link UsersLaw}
   */
  SharingLaw(
      int number,
      ServiceTime service,
      double speed,
      double size,
      int cores,
      double places,
      Contention contention,
      double ca2,
      double slope) {
    super(number);
    this.slope = slope;
    this.service = service;
    this.speed = speed;
    this.instances = size;
    this.cores = cores;
    int most = slope > 0 ? MOST_OF_USERS : MOST_STATES;
    this.room = (int) Math.min((double) Math.max(most, 2L * cores), cores + places);
    this.contention = contention;
    this.clumps = (ca2 + service.cv2()) / (1 + service.cv2());
    stretch[0] = 1;
    for (int level = 1; level < LEVELS; level++) {
      learn(level, states(most(load(level))));
    }
  }

  /** The load that would come if nobody were there, so that a load comes about. */
  private double most(double load) {
    if (slope <= 0) {
      return load;
    }
    double low = load;
    double high = load + slope / cores;
    for (int i = 0; i < DOUBLINGS && comes(high) < load; i++) {
      high *= 2;
    }
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (low + high) / 2;
      if (comes(middle) < load) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return high;
  }

  /** The probability of each number there, as those find it who come. */
  private double[] found(double most) {
    double[] states = states(most);
    if (slope > 0) {
      for (int n = 0; n < states.length; n++) {
        states[n] *= Math.max(0, most - slope * n / cores);
      }
      scale(states, states.length - 1, 1 / java.util.Arrays.stream(states).sum());
    }
    return states;
  }

  private double comes(double most) {
    double[] states = states(most);
    double sum = 0;
    for (int n = 0; n < states.length; n++) {
      sum += states[n] * Math.max(0, most - slope * n / cores);
    }
    return sum;
  }

  /** The probability of each number there, 0 first; what is left out has none. */
  private double[] states(double load) {
    double[] weights = new double[room + 1];
    weights[0] = 1;
    double sum = 1;
    int last = 0;
    for (int n = 1; n <= room; n++) {
      double comes = Math.max(0, load - slope * (n - 1) / cores);
      double ratio = ratio(comes * cores / served(n), n);
      weights[n] = weights[n - 1] * ratio;
      sum += weights[n];
      last = n;
      if (comes <= 0 || (n > cores && ratio < 1 && weights[n] < NOTHING * sum)) {
        break;
      }
      if (sum > LARGE) {
        scale(weights, n, 1 / LARGE);
        sum /= LARGE;
      }
    }
    scale(weights, last, 1 / sum);
    return last == room ? weights : java.util.Arrays.copyOf(weights, last + 1);
  }

  private static void scale(double[] weights, int last, double by) {
    for (int n = 0; n <= last; n++) {
      weights[n] *= by;
    }
  }

  private double ratio(double exponential, int n) {
    if (n <= cores || clumps == 1) {
      return exponential;
    }
    double least = Math.max(clumps, 0.01);
    return exponential < 1
        ? least * exponential / (1 - exponential + least * exponential)
        : Elementary.pow(exponential, 1 / least);
  }

  /** Requests that so many there would be served as, were each alone on a core. */
  private double served(int n) {
    return Math.min(n, cores) / contention.slowdown((int) Math.max(1, Math.round(n / instances)));
  }

  private void learn(int level, double[] states) {
    double number = 0;
    double working = 0;
    double done = 0;
    double waiting = 0;
    double full = 0;
    for (int n = 1; n < states.length; n++) {
      number += n * states[n];
      working += Math.min(n, cores) * states[n];
      done += served(n) * states[n];
      waiting += Math.max(0, n - cores) * states[n];
      full += n >= cores ? states[n] : 0;
    }
    double offered = load(level) * cores;
    double top = states.length == room + 1 ? states[room] : 0;
    refused[level] = load(level) < OVERLOAD ? top : Math.max(0, 1 - done / offered);
    queue[level] = waiting;
    stretch[level] = Math.max(1, number / (offered * (1 - refused[level])));
    busy[level] = working / cores;
    shares[level] = full;
    beyond[level] = full > 0 ? waiting / full : 0;
  }

  @Override
  double waitSeconds(int level) {
    return (stretch[level] - 1) * service.mean() / speed;
  }

  @Override
  double waitShare(int level) {
    return shares[level];
  }

  @Override
  double factor(int level) {
    return beyond[level] / (1 + beyond[level]);
  }

  @Override
  Waits waits(int level) {
    double mean = shares[level] < 1e-9 ? 0 : waitSeconds(level) / shares[level];
    return Waits.of(mean, 0, room, 1, Waits.Ends.of(1, 1));
  }

  @Override
  double busyAt(double load, double refusedShare) {
    int level = below(load);
    double part = part(load, level);
    return busy[level] + part * (busy[level + 1] - busy[level]);
  }

  @Override
  Profile makeProfile(int level) {
    double[] found = stretches(level);
    // How long what is found stays: a wait of those who wait, were they served one by one.
    double each = service.mean() / speed / cores;
    double stays = (1 + service.cv2()) / 2 * each * (1 + beyond[level]);
    return Profile.stretched(service, speed, stretch[level], found, stays);
  }

  /** How many times as long work takes as those would have it who find things as they are. */
  private double[] stretches(int level) {
    double[] points = new double[ServiceTime.POINTS];
    double[] states = level == 0 ? new double[] {1} : found(most(load(level)));
    double taken = 0;
    for (int n = 0; n < Math.min(states.length, room); n++) {
      taken += states[n];
    }
    int n = 0;
    double left = states[0] / taken;
    double mean = 0;
    for (int point = 0; point < points.length; point++) {
      double wanted = ServiceTime.SHARE[point];
      double sum = 0;
      double got = 0;
      while (got < wanted) {
        double part = Math.min(left, wanted - got);
        sum += part * (n + 1) / served(n + 1);
        got += part;
        left -= part;
        boolean isLast = n + 1 >= Math.min(states.length, room);
        if (left <= 0 && isLast) {
          break;
        }
        if (left <= 0) {
          left = states[++n] / taken;
        }
      }
      points[point] = got > 0 ? sum / got : points[Math.max(0, point - 1)];
      mean += wanted * points[point];
    }
    double scale = mean > 1 ? (stretch[level] - 1) / (mean - 1) : 0;
    for (int point = 0; point < points.length; point++) {
      points[point] = 1 + (points[point] - 1) * scale;
    }
    return points;
  }
}

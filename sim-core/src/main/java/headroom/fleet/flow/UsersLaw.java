package headroom.fleet.flow;

import headroom.math.Erlangs;

/**
 * A queue before so many workers that is asked the less, the more of its users wait: as the chain of
 * how many are there, n, asked at a rate of A - slope · n, with A so high that the load comes about.
 *
 * <p>Of exponential times that is the finite-source queue (machine repair; Kleinrock, "Queueing
 * Systems" 1, 1975, §3.8), whatever the law of the time to think. Where all are busy others follow
 * {@link QueueLaw}: the factor from one number waiting to the next, and the weight of all busy, are
 * those that give the open queue of that load its {@link Waiting}.
 */
final class UsersLaw extends BalanceLaw {

  private static final int MOST_WAITING = 4000;
  private static final double LAST_STABLE = 0.97;
  private static final double FIRST = 0.05;
  private static final double NEARLY_ALL = 0.9995;
  private static final double NOTHING = 1e-17;
  private static final double LARGE = 1e250;

  private final ServiceTime service;
  private final double speed;
  private final int servers;
  private final int room;
  private final boolean bounded;
  private final double ca2;
  private final double slope;
  private final boolean[] known = new boolean[LEVELS];
  private final double[] waits = new double[LEVELS];
  private final double[][] found = new double[LEVELS][];

  // Of the load at hand: how what all busy means differs from M/M/m.
  private double weight;
  private double spread;

  /**
   * The law of one queue.
   *
   * @param slope requests by which fewer come for each that is there, a mean service time
   */
  UsersLaw(
      int number,
      ServiceTime service,
      double speed,
      int servers,
      double places,
      double ca2,
      double slope) {
    super(number);
    this.service = service;
    this.speed = speed;
    this.servers = servers;
    this.bounded = places < MOST_WAITING;
    this.room = servers + (int) Math.min(places, MOST_WAITING);
    this.ca2 = ca2;
    this.slope = slope;
    known[0] = true;
    found[0] = new double[] {1};
  }

  private void learn(int level) {
    if (known[level]) {
      return;
    }
    known[level] = true;
    double load = load(level);
    shape(Math.max(FIRST, Math.min(load, LAST_STABLE)));
    double wanted = servers * (bounded ? load : Math.min(load, NEARLY_ALL));
    double low = wanted;
    double high = wanted + slope;
    while (comes(states(high), high) < wanted) {
      high *= 2;
    }
    for (int i = 0; i < 60; i++) {
      double middle = (low + high) / 2;
      if (comes(states(middle), middle) < wanted) {
        low = middle;
      } else {
        high = middle;
      }
    }
    keep(level, states(high), high);
  }

  private void shape(double load) {
    Waiting waiting = Waiting.of(servers, load, ca2, service.cv2());
    double queued = waiting.mean() * servers * load;
    double factor = queued / (queued + waiting.probability());
    double idle = Math.max(1 - waiting.probability(), 1e-12);
    double blocked = Erlangs.b(servers, servers * load);
    double plain = blocked / Math.max(1 - blocked, 1e-12);
    weight = plain > 0 ? waiting.probability() * (1 - factor) / idle / plain : 1;
    spread = Math.max(1e-3, factor * (1 - load) / (load * (1 - factor)));
  }

  private double comesAt(int n, double most) {
    return Math.max(0, most - slope * n);
  }

  /** The weight of each number there, in all 1; what is left out has none. */
  private double[] states(double most) {
    double[] weights = new double[room + 1];
    weights[0] = 1;
    double sum = 1;
    int last = 0;
    for (int n = 1; n <= room; n++) {
      double rate = comesAt(n - 1, most);
      double ratio = n <= servers ? rate / n : ratio(rate / servers);
      weights[n] = weights[n - 1] * ratio * (n == servers ? weight : 1);
      sum += weights[n];
      last = n;
      if (rate <= 0 || (n > servers && ratio < 1 && weights[n] < NOTHING * sum)) {
        break;
      }
      if (sum > LARGE) {
        for (int i = 0; i <= n; i++) {
          weights[i] /= LARGE;
        }
        sum /= LARGE;
      }
    }
    for (int i = 0; i <= last; i++) {
      weights[i] /= sum;
    }
    return java.util.Arrays.copyOf(weights, last + 1);
  }

  private double ratio(double load) {
    return load < 1
        ? spread * load / (1 - load + spread * load)
        : headroom.math.Elementary.pow(load, 1 / spread);
  }

  /** What comes in a mean service time. */
  private double comes(double[] states, double most) {
    double sum = 0;
    for (int n = 0; n < states.length; n++) {
      sum += states[n] * comesAt(n, most);
    }
    return sum;
  }

  private void keep(int level, double[] states, double most) {
    double all = comes(states, most);
    double top = states.length == room + 1 ? states[room] * comesAt(room, most) : 0;
    double waiting = 0;
    double queues = 0;
    double[] ahead = new double[Math.max(1, states.length - servers)];
    for (int n = servers; n < Math.min(states.length, room); n++) {
      ahead[n - servers] = states[n] * comesAt(n, most);
      queues += ahead[n - servers];
    }
    for (int n = servers + 1; n < states.length; n++) {
      waiting += (n - servers) * states[n];
    }
    refused[level] = bounded && all > 0 ? refused(load(level), states, top / all) : 0;
    queue[level] = waiting * (bounded ? 1 : Math.max(1, load(level)));
    waits[level] = all > top ? queues / (all - top) : 0;
    found[level] = ahead;
  }

  /** Above a load of 1 what is not served is refused, however little gaps and service vary. */
  private double refused(double load, double[] states, double full) {
    if (load < 1) {
      return full;
    }
    double busy = 0;
    for (int n = 0; n < states.length; n++) {
      busy += Math.min(n, servers) * states[n];
    }
    return Math.max(0, 1 - busy / (load * servers));
  }

  @Override
  double queue(int level) {
    learn(level);
    return queue[level];
  }

  @Override
  double queueAt(double load) {
    learn(below(load));
    learn(below(load) + 1);
    return super.queueAt(load);
  }

  @Override
  double refusedAt(double load) {
    learn(below(load));
    learn(below(load) + 1);
    return super.refusedAt(load);
  }

  @Override
  double waitSeconds(int level) {
    learn(level);
    double taken = load(level) * (1 - refused[level]) * servers * speed / service.mean();
    return level == 0 ? 0 : queue[level] / taken;
  }

  @Override
  double waitShare(int level) {
    learn(level);
    return waits[level];
  }

  @Override
  double factor(int level) {
    learn(level);
    return queue[level] / (queue[level] + Math.max(waits[level], 1e-300));
  }

  @Override
  Waits waits(int level) {
    learn(level);
    double mean = waits[level] < 1e-9 ? 0 : waitSeconds(level) / waits[level];
    double each = service.mean() / speed / servers;
    return Waits.ofFound(mean, found[level], each, Waits.Ends.of(servers, service.cv2()));
  }

  @Override
  Profile makeProfile(int level) {
    learn(level);
    return new Profile(service, speed, waits[level], waits(level));
  }
}

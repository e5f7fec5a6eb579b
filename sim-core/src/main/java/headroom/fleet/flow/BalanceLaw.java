package headroom.fleet.flow;

import org.jspecify.annotations.Nullable;

/**
 * A station in balance, at each of a grid of loads: how many wait, how many are refused, and how
 * long the others take.
 */
abstract class BalanceLaw {

  private static final double[] LOADS = {
    0, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.525, 0.55, 0.575, 0.6, 0.625, 0.65,
    0.675, 0.7, 0.725, 0.75, 0.775, 0.8, 0.82, 0.84, 0.86, 0.88, 0.9, 0.91, 0.92, 0.93, 0.94, 0.95,
    0.96, 0.97, 0.98, 0.985, 0.99, 0.995, 1, 1.01, 1.02, 1.03, 1.05, 1.1, 1.15, 1.2, 1.3, 1.4, 1.6,
    1.8, 2, 2.5, 3, 4, 6, 10
  };

  /** Number of loads in the grid. */
  static final int LEVELS = LOADS.length;

  private static final double LAST_FREE = 0.97;

  // Where to begin to look for a load: as often to a load of 1 as no two levels are nearer to each
  // other, and one level early, since loads are rounded.
  private static final int PER_LOAD = 200;
  private static final byte[] BEGIN = new byte[10 * PER_LOAD];

  static {
    for (int i = 1; i < BEGIN.length; i++) {
      int level = BEGIN[i - 1];
      while (LOADS[level + 1] < (i - 1.0) / PER_LOAD) {
        level++;
      }
      BEGIN[i] = (byte) level;
    }
  }

  private final @Nullable Profile[] profiles = new Profile[LEVELS];

  /** Mean requests waiting, by level. */
  final double[] queue = new double[LEVELS];

  /** The share of requests that finds no room, by level. */
  final double[] refused = new double[LEVELS];

  /** The number this law has among those of its station. */
  final int number;

  BalanceLaw(int number) {
    this.number = number;
  }

  /** Mean wait of those who are taken, in seconds. */
  abstract double waitSeconds(int level);

  /** The probability to wait, of those who are taken. */
  abstract double waitShare(int level);

  /** Of those who find all busy and nobody or more waiting, the share with one more waiting. */
  abstract double factor(int level);

  /**
   * Mean seconds of those who wait, times the share of the workers that is free, of those who bring a
   * part of all work and go before the others.
   */
  double clearSeconds(int level, double part) {
    double free = Math.max(0, 1 - Math.min(LAST_FREE, load(level)));
    return waitSeconds(level) / Math.max(waitShare(level), 1e-12) * free;
  }

  /** The waits of those who wait. */
  abstract Waits waits(int level);

  /** Works out how long requests take at a level. */
  abstract Profile makeProfile(int level);

  /** Of those taken, the share that is left out of the queue and never served. */
  double droppedAt(double load) {
    return 0;
  }

  /** After how many seconds those are. */
  double dropSeconds(double load) {
    return 0;
  }

  /** Of those refused, the share that a limit keeps out though there would be a place. */
  double shedAt(double load) {
    return 0;
  }

  /** True when some are turned away or left out so that the others are served. */
  boolean leavesOut() {
    return false;
  }

  /**
   * Work a second that so many instances can do together.
   *
   * @param alone the same if none had to wait for what another has
   */
  double capacity(double instances, double alone) {
    return alone;
  }

  /** Mean seconds for which a worker is kept beyond the work itself. */
  double besidesSeconds(int level) {
    return 0;
  }

  /** The same while no worker is free. */
  double besidesWhenFull() {
    return 0;
  }

  /** Workers busy, as a share of all of them, on average. */
  double busyAt(double load, double refusedShare) {
    return Math.min(1, load * (1 - refusedShare));
  }

  /** The grid's last level whose load is not above a load. */
  static int below(double load) {
    if (!(load > 0)) {
      return 0;
    }
    int level = BEGIN[(int) Math.min(load * PER_LOAD, BEGIN.length - 1)];
    while (level < LEVELS - 2 && LOADS[level + 1] <= load) {
      level++;
    }
    return level;
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

  /** How long requests take at a level; made when it is first asked for. */
  final Profile profile(int level) {
    Profile profile = profiles[level];
    if (profile == null) {
      profile = makeProfile(level);
      profiles[level] = profile;
    }
    return profile;
  }
}

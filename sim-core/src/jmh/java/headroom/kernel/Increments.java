package headroom.kernel;

/** The draws of one benchmark run: the same generator, increments and logarithm for every queue. */
final class Increments {
  /** How far ahead events are scheduled, and whether most are cancelled. */
  enum Pattern {
    EXPONENTIAL,
    BIMODAL,
    TIES,
    CANCELLED
  }

  /** Of five timers one fires and four are cancelled. */
  static final int CANCELLED_PER_FIRED = 4;

  private static final Phase[] PHASES = Phase.values();
  private static final double SECOND = 1e9;
  private static final double MILLISECOND = 1e6;
  private static final double HOUR = 3.6e12;

  final Pattern pattern;
  private long state = 1;

  Increments(Pattern pattern) {
    this.pattern = pattern;
  }

  boolean cancels() {
    return pattern == Pattern.CANCELLED;
  }

  /** The time of a new event: exponential, or 90 % ms and 10 % hours, or one of ten instants. */
  long after(long nowNanos) {
    long bits = next();
    switch (pattern) {
      case BIMODAL:
        double mean = (bits & 1023) < 922 ? MILLISECOND : HOUR;
        return nowNanos + (long) (-mean * StrictMath.log(uniform(bits)));
      case TIES:
        long second = (long) SECOND;
        return (nowNanos / second + 1 + (bits >>> 32) * 10 / (1L << 32)) * second;
      default:
        return nowNanos + (long) (-SECOND * StrictMath.log(uniform(bits)));
    }
  }

  /** Ties are spread over the four phases; else all events are of one. */
  Phase phase() {
    return pattern == Pattern.TIES ? PHASES[(int) (state >>> 7) & 3] : Phase.WORK;
  }

  /** Which of so many timers is cancelled. */
  int victim(int count) {
    return (int) ((next() >>> 32) * count >>> 32);
  }

  private static double uniform(long bits) {
    return ((bits >>> 11) + 1) * 0x1p-53;
  }

  // SplitMix64.
  private long next() {
    state += 0x9e3779b97f4a7c15L;
    long z = (state ^ state >>> 30) * 0xbf58476d1ce4e5b9L;
    z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
    return z ^ z >>> 31;
  }
}

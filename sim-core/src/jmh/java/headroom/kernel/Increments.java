package headroom.kernel;

/** The draws of one benchmark run: the same generator, increments and logarithm for every queue. */
public final class Increments {
  /** How far ahead events are scheduled, and whether most are cancelled. */
  public enum Pattern {
    EXPONENTIAL,
    BIMODAL,
    TIES,
    /** Four of five timers are cancelled, mostly soon after they began. */
    CANCELLED,
    /** Four of five timers are cancelled, each equally likely. */
    CANCELLED_ANY
  }

  /** When the increments are drawn: with each event, or beforehand to see the queue alone. */
  enum Draw {
    WITH_EACH_EVENT,
    BEFOREHAND
  }

  /** Of five timers one fires and four are cancelled. */
  static final int CANCELLED_PER_FIRED = 4;

  private static final int RECENT = 64;
  private static final int TABLE = 1 << 16;
  private static final Phase[] PHASES = Phase.values();
  private static final double SECOND = 1e9;
  private static final double MILLISECOND = 1e6;
  private static final double HOUR = 3.6e12;

  private final Pattern pattern;
  private final long[] table;
  private long state = 1;
  private int drawn;
  private long victims;

  Increments(Pattern pattern, Draw draw) {
    this.pattern = pattern;
    this.table = new long[draw == Draw.BEFOREHAND ? TABLE : 0];
    for (int i = 0; i < table.length; i++) {
      table[i] = draw();
    }
  }

  boolean cancels() {
    return pattern == Pattern.CANCELLED || pattern == Pattern.CANCELLED_ANY;
  }

  /** How long after now the next event is due, in nanoseconds. */
  long next() {
    return table.length == 0 ? draw() : table[drawn++ & TABLE - 1];
  }

  // Exponential, or 90 % ms and 10 % hours, or one of the ten next full seconds.
  private long draw() {
    long bits = bits();
    switch (pattern) {
      case BIMODAL:
        double mean = (bits & 1023) < 922 ? MILLISECOND : HOUR;
        return (long) (-mean * StrictMath.log(uniform(bits)));
      case TIES:
        return (1 + ((bits >>> 32) * 10 >>> 32)) * (long) SECOND;
      default:
        return (long) (-SECOND * StrictMath.log(uniform(bits)));
    }
  }

  /** Ties are spread over the four phases; else all events are of one. */
  Phase phase() {
    return pattern == Pattern.TIES ? PHASES[(int) bits() & 3] : Phase.WORK;
  }

  /** Which of so many timers is cancelled: one of a few that slowly change, or any. */
  int victim(int count) {
    int among = pattern == Pattern.CANCELLED ? Math.min(count, RECENT) : count;
    int first = among == count ? 0 : (int) (victims++ / RECENT % count);
    int victim = first + (int) ((bits() >>> 32) * among >>> 32);
    return victim < count ? victim : victim - count;
  }

  private static double uniform(long bits) {
    return ((bits >>> 11) + 1) * 0x1p-53;
  }

  // SplitMix64.
  private long bits() {
    state += 0x9e3779b97f4a7c15L;
    long z = (state ^ state >>> 30) * 0xbf58476d1ce4e5b9L;
    z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
    return z ^ z >>> 31;
  }
}

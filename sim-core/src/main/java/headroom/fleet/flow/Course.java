package headroom.fleet.flow;

/**
 * How something ends, and after how long: well, by a share of cases, or badly.
 *
 * @param good the share that ends well
 * @param well how long those take
 * @param badly how long the others take
 * @param degraded of those that end well, the share that got less than was asked for
 */
record Course(double good, Times well, Times badly, double degraded) {

  /** What hardly ever happens changes no time. */
  static final double HARDLY = 1e-7;

  /** Nothing is to be done. */
  static final Course DONE = new Course(1, Times.NONE, Times.NONE, 0);

  /** Something that never fails. */
  static Course sure(Times takes) {
    return new Course(1, takes, Times.NONE, 0);
  }

  double bad() {
    return 1 - good;
  }

  /** How long it takes, however it ends. */
  Times any() {
    return bad() <= 0 ? well : well.or(bad(), badly);
  }

  /** Mean seconds, however it ends. */
  double mean() {
    return good * well.mean() + bad() * badly.mean();
  }

  /** Mean square of the seconds, however it ends. */
  double square() {
    return good * well.square() + bad() * badly.square();
  }

  /** Something else follows if this ends well. */
  Course then(Course next) {
    double both = good * next.good;
    double late = good * next.bad();
    Times bad = late > HARDLY ? badly.or(late / (bad() + late), well.plus(next.badly)) : badly;
    return new Course(both, well.plus(next.well), bad, either(degraded, next.degraded));
  }

  private static double either(double one, double other) {
    return 1 - (1 - one) * (1 - other);
  }

  /** Both begin at once; they end well with the last of them, badly with the first that fails. */
  Course beside(Course other) {
    double both = good * other.good;
    Times bad = badly.earlier(bad(), other.badly, other.bad());
    return new Course(both, well.later(other.well), bad, either(degraded, other.degraded));
  }

  /** It begins only after some time. */
  Course after(Times time) {
    return new Course(good, time.plus(well), bad() > HARDLY ? time.plus(badly) : badly, degraded);
  }

  /** The same, but a share of cases takes as long as they do elsewhere. */
  Course mixed(double share, Course other) {
    return new Course(good, well.or(share, other.well), badly.or(share, other.badly), degraded);
  }

  /** Another way is tried if this ends badly. */
  Course orElse(Course other) {
    if (bad() <= 0) {
      return this;
    }
    double saved = bad() * other.good;
    double all = good + saved;
    Times well2 = saved > HARDLY ? well.or(saved / all, badly.plus(other.well)) : well;
    double poor = all > 0 ? (good * degraded + saved * other.degraded) / all : 0;
    boolean hardly = bad() * other.bad() <= HARDLY;
    return new Course(all, well2, hardly ? badly : badly.plus(other.badly), poor);
  }

  /** A bad end is as good as a good one, but for less than was asked for. */
  Course forgiven() {
    return new Course(1, well.or(bad(), badly), Times.NONE, good * degraded + bad());
  }

  /** Happens in a share of cases; in the others nothing does. */
  Course inShare(double share) {
    return or(1 - share, DONE);
  }

  /** Another thing happens in a share of cases. */
  Course or(double share, Course other) {
    if (share <= 0) {
      return this;
    }
    double all = (1 - share) * good + share * other.good;
    double none = 1 - all;
    double poor =
        all > 0 ? ((1 - share) * good * degraded + share * other.good * other.degraded) / all : 0;
    return new Course(
        all,
        all > 0 ? well.or(share * other.good / all, other.well) : well,
        none > 0 ? badly.or(share * other.bad() / none, other.badly) : badly,
        poor);
  }

  /** So many of it, one after another. */
  Course times(int count) {
    Course power = this;
    Course all = null;
    for (int left = count; left > 0; left >>= 1) {
      if ((left & 1) == 1) {
        all = all == null ? power : all.then(power);
      }
      power = left > 1 ? power.then(power) : power;
    }
    return all == null ? DONE : all;
  }
}

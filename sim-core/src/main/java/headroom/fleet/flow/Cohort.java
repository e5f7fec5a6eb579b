package headroom.fleet.flow;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What arrived in one step, evenly. */
final class Cohort {

  private static final int HALVINGS = 60;

  final double from;
  final double to;
  final double mass;
  final double[] bySlot;
  final double[] ages;
  final double[] expired;
  // What became of it was told when it came.
  final boolean told;
  double started;
  // What came last of it is served already.
  double top = 1;
  // Of those who gave up, by slot, those who are here no more; null while all are.
  double @Nullable [] gone;

  /**
   * @param bySlot attempts by client and attempt number
   * @param ages mean age of their requests on arrival
   */
  Cohort(double from, double to, double mass, double[] bySlot, double[] ages) {
    this(from, to, mass, bySlot, ages, false);
  }

  private Cohort(
      double from, double to, double mass, double[] bySlot, double[] ages, boolean told) {
    this.told = told;
    this.from = from;
    this.to = to;
    this.mass = mass;
    this.bySlot = bySlot;
    this.ages = ages;
    this.expired = new double[bySlot.length];
  }

  Cohort(Cohort other, double left) {
    this(other.from, other.to, other.mass * left, other.bySlot.clone(), other.ages, other.told);
    started = other.started;
    top = other.top;
    System.arraycopy(other.expired, 0, expired, 0, expired.length);
    gone = other.gone == null ? null : other.gone.clone();
  }

  /** Work that nobody is to hear of any more: it only stands before what comes later. */
  static Cohort told(double from, double to, double mass, int slots) {
    Cohort cohort = new Cohort(from, to, mass, new double[slots], new double[slots], true);
    Arrays.fill(cohort.expired, 1);
    return cohort;
  }

  /** How much of it is here. */
  double there() {
    return gone == null ? mass * Math.max(0, top - started) : upTo(top);
  }

  /** How much of it is served when it is up to a share of it. */
  private double upTo(double share) {
    double sum = 0;
    for (int slot = 0; slot < bySlot.length; slot++) {
      double left = gone == null ? 0 : gone[slot];
      sum += bySlot[slot] * Math.max(0, share - Math.max(started, left));
    }
    return sum;
  }

  /** The share of it up to which so much, less than is here, is served. */
  double until(double served) {
    if (gone == null) {
      return started + served / mass;
    }
    double low = started;
    double high = top;
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (low + high) / 2;
      if (upTo(middle) < served) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return high;
  }

  /** Those of a slot who gave up are gone; returns how much that makes it less. */
  double leaves(int slot, double until) {
    double[] left = gone == null ? new double[bySlot.length] : gone;
    double from = Math.max(started, left[slot]);
    gone = left;
    left[slot] = until;
    return bySlot[slot] * Math.max(0, until - from);
  }

  double arrival(double share) {
    return from + share * (to - from);
  }

  /** The same where a share of it has been served already. */
  Cohort without(double share) {
    double[] left = bySlot.clone();
    for (int slot = 0; slot < left.length; slot++) {
      left[slot] *= 1 - share;
    }
    Cohort less = new Cohort(this, 1 - share);
    System.arraycopy(left, 0, less.bySlot, 0, left.length);
    return less;
  }

  /** Attempts of a slot that are waited for. */
  double alive(int slot) {
    return bySlot[slot] * Math.max(0, top - Math.max(started, expired[slot]));
  }
}

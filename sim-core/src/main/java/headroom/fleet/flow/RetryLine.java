package headroom.fleet.flow;

import java.util.ArrayDeque;

/** Attempts to come: so many, due evenly over a stretch of time, of requests of a mean age. */
final class RetryLine {

  // A bound of what is kept: beyond it the newest two stretches become one.
  private static final int MOST = 4096;

  private static final double ROUNDING = 1e-9;

  private final ArrayDeque<Stretch> stretches = new ArrayDeque<>();
  private double due;
  private double dueAge;

  private static final class Stretch {
    double from;
    double to;
    double mass;
    double age;
  }

  /**
   * Adds attempts.
   *
   * @param from seconds at which the first is due
   * @param to seconds at which the last is due
   * @param mass how many
   * @param age mean seconds from the request's first attempt to when it is due
   */
  void add(double from, double to, double mass, double age) {
    Stretch last = stretches.peekLast();
    if (last != null && stretches.size() >= MOST) {
      last.age = (last.age * last.mass + age * mass) / (last.mass + mass);
      last.mass += mass;
      last.to = Math.max(last.to, to);
      return;
    }
    Stretch added = new Stretch();
    added.from = from;
    added.to = Math.max(to, from);
    added.mass = mass;
    added.age = age;
    stretches.add(added);
  }

  /** Takes out what is due before a time; then {@link #due()} and {@link #dueAge()} tell. */
  void take(double until) {
    due = 0;
    double ages = 0;
    for (int left = stretches.size(); left > 0; left--) {
      Stretch stretch = stretches.remove();
      double part = stretch.to <= until
          ? 1
          : stretch.from >= until ? 0 : (until - stretch.from) / (stretch.to - stretch.from);
      due += part * stretch.mass;
      ages += part * stretch.mass * stretch.age;
      if (part < 1) {
        stretch.mass -= part * stretch.mass;
        stretch.from = Math.max(stretch.from, until);
        stretches.add(stretch);
      }
    }
    dueAge = due > 0 ? ages / due : 0;
  }

  double due() {
    return due;
  }

  double dueAge() {
    return dueAge;
  }

  boolean isEmpty() {
    return stretches.isEmpty();
  }

  /** Leaves only a share of what is to come. */
  void scale(double share) {
    for (Stretch stretch : stretches) {
      stretch.mass *= share;
    }
  }

  double pending() {
    double sum = 0;
    for (Stretch stretch : stretches) {
      sum += stretch.mass;
    }
    return sum;
  }

  /** Holds what another holds. */
  void copyFrom(RetryLine other) {
    stretches.clear();
    other.stretches.forEach(s -> add(s.from, s.to, s.mass, s.age));
  }

  /** Hears of whole attempts: when due, and the age of their request then. */
  interface Whole {
    void due(double at, double age);
  }

  /**
   * Takes out the whole part of what is here, evenly spaced through it; the rest stays.
   *
   * @param now nothing is due before it
   */
  void takeWhole(double now, Whole each) {
    double all = pending();
    double whole = Math.floor(all + ROUNDING);
    double passed = 0;
    double taken = 0;
    for (Stretch stretch : stretches) {
      double next = passed + stretch.mass;
      while (taken < whole && (taken + 0.5) * all / whole <= next + ROUNDING) {
        double part = ((taken + 0.5) * all / whole - passed) / stretch.mass;
        double at = stretch.from + Math.min(1, part) * (stretch.to - stretch.from);
        each.due(Math.max(now, at), stretch.age);
        taken++;
      }
      passed = next;
      stretch.mass *= Math.max(0, 1 - whole / all);
    }
    if (taken != whole) {
      throw new IllegalStateException(taken + " of " + whole + " retries were found");
    }
    stretches.removeIf(stretch -> stretch.mass <= 0);
  }

  /** How much is due before a time, without taking it. */
  double dueBefore(double until) {
    double sum = 0;
    for (Stretch stretch : stretches) {
      if (stretch.to <= until) {
        sum += stretch.mass;
      } else if (stretch.from < until) {
        sum += stretch.mass * (until - stretch.from) / (stretch.to - stretch.from);
      }
    }
    return sum;
  }
}

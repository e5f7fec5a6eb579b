package headroom.billing;

import java.util.Arrays;

/** How the use behind a charge fell over the hours since the run's start; whole weights. */
public final class Course {

  private final long[] weights;

  private Course(long[] weights) {
    this.weights = weights;
  }

  /** Takes the array over; nobody else may keep it. */
  static Course of(long[] weightsByHour) {
    return new Course(weightsByHour);
  }

  int hours() {
    return weights.length;
  }

  long at(int hour) {
    return weights[hour];
  }

  /** The weights of all hours, as an array of the caller's own. */
  long[] copy() {
    return weights.clone();
  }

  long total() {
    return Arrays.stream(weights).sum();
  }

  /** The weights of periods, each of which begins at the hour given and ends with the next. */
  long[] by(int[] firstHours) {
    long[] sums = new long[firstHours.length];
    for (int i = 0; i < sums.length; i++) {
      int end = i + 1 < sums.length ? firstHours[i + 1] : weights.length;
      sums[i] = Arrays.stream(weights, firstHours[i], end).sum();
    }
    return sums;
  }
}

package headroom.workload;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Rates of every kind, drawn from a seed: nested sums, zeros, jumps and kinks at odd instants. */
final class AnyRate {

  private static final long MINUTE = 60 * Nanos.SECOND;

  private final SplittableRandom random;

  private AnyRate(long seed) {
    this.random = new SplittableRandom(seed);
  }

  static Rate of(long seed) {
    return new AnyRate(seed).any(2);
  }

  private Rate any(int depth) {
    return switch (random.nextInt(depth > 0 ? 8 : 6)) {
      case 0 -> new Constant(level());
      case 1 -> daily();
      case 2 -> new Hourly(levels(random.nextBoolean() ? 24 : 168), random.nextLong(Nanos.WEEK));
      case 3 -> new Ramp(level(), level(), length(), length());
      case 4 -> new Spike(level(), level(), length(), length(), 1 + length(), length());
      case 5 -> trace();
      case 6 -> new Scaled(any(depth - 1), random.nextInt(4) == 0 ? 0 : 3 * random.nextDouble());
      default -> new Sum(List.of(any(depth - 1), any(depth - 1), any(depth - 1)));
    };
  }

  private Rate daily() {
    double low = level();
    return new Daily(low, low + level(), random.nextLong(Nanos.DAY), random.nextLong(Nanos.DAY));
  }

  private Rate trace() {
    int rows = 1 + random.nextInt(300);
    boolean even = random.nextBoolean();
    long[] starts = new long[rows];
    double[] rates = new double[rows];
    for (int row = 0; row < rows; row++) {
      long gap = even ? 5 * MINUTE : 1 + random.nextLong(10 * MINUTE);
      starts[row] = row == 0 ? 0 : starts[row - 1] + gap;
      rates[row] = level();
    }
    long length = starts[rows - 1] + 5 * MINUTE;
    Readings.Between between = pick(Readings.Between.values());
    Readings readings = new Readings(starts, rates, length, between);
    return new Trace(readings, random.nextLong(length), pick(Trace.Then.values()));
  }

  private List<Double> levels(int count) {
    List<Double> levels = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      levels.add(level());
    }
    return levels;
  }

  private double level() {
    return switch (random.nextInt(4)) {
      case 0 -> 0;
      case 1 -> random.nextInt(10);
      case 2 -> random.nextDouble();
      default -> 200 * random.nextDouble();
    };
  }

  private long length() {
    return switch (random.nextInt(3)) {
      case 0 -> 0;
      case 1 -> random.nextLong(10 * Nanos.SECOND);
      default -> random.nextLong(2 * Nanos.DAY);
    };
  }

  private <T> T pick(T[] values) {
    return values[random.nextInt(values.length)];
  }
}

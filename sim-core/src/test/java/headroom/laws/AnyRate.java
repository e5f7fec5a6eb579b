package headroom.laws;

import headroom.workload.Constant;
import headroom.workload.Daily;
import headroom.workload.Hourly;
import headroom.workload.Ramp;
import headroom.workload.Rate;
import headroom.workload.Readings;
import headroom.workload.Scaled;
import headroom.workload.Spike;
import headroom.workload.Sum;
import headroom.workload.Trace;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A rate of any kind, about as large as asked. */
final class AnyRate {

  private static final long MINUTE = 60_000_000_000L;

  private AnyRate() {}

  static Rate of(Dice dice, Instant start, double perSecond) {
    return switch (dice.between(0, 7)) {
      case 0 -> new Constant(perSecond);
      case 1 ->
        Daily.of(perSecond / 3, 2 * perSecond, Duration.ofHours(dice.between(0, 23)), start);
      case 2 -> Hourly.of(hours(dice, perSecond), start);
      case 3 ->
        new Ramp(
            dice.between(0, 2) * perSecond,
            2 * perSecond,
            dice.between(0, 20) * MINUTE,
            dice.between(0, 60) * MINUTE);
      case 4 ->
        new Spike(
            perSecond / 2,
            4 * perSecond,
            dice.between(0, 30) * MINUTE,
            dice.between(0, 5) * MINUTE,
            dice.between(1, 5) * MINUTE,
            dice.between(0, 5) * MINUTE);
      case 5 -> new Scaled(new Constant(perSecond / 4), dice.between(0, 8));
      case 6 -> new Sum(List.of(new Constant(perSecond / 2), new Constant(perSecond / 3)));
      default -> trace(dice, perSecond);
    };
  }

  private static List<Double> hours(Dice dice, double perSecond) {
    List<Double> hours = new ArrayList<>();
    for (int i = 0; i < 24; i++) {
      hours.add(perSecond * dice.between(0, 20) / 10);
    }
    return hours;
  }

  private static Rate trace(Dice dice, double perSecond) {
    long[] starts = new long[dice.between(1, 20)];
    double[] rates = new double[starts.length];
    for (int row = 0; row < starts.length; row++) {
      starts[row] = row * 5 * MINUTE;
      rates[row] = perSecond * dice.between(0, 20) / 10;
    }
    Readings readings = new Readings(
        starts,
        rates,
        starts.length * 5 * MINUTE,
        dice.pick(Readings.Between.STEP, Readings.Between.LINEAR));
    long offset = dice.between(0, starts.length * 5 - 1) * MINUTE;
    return new Trace(readings, offset, dice.pick(Trace.Then.END, Trace.Then.WRAP, Trace.Then.HOLD));
  }
}

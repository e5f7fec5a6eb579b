package headroom.workload;

import headroom.problem.Problem;
import headroom.problem.Problems;
import java.time.Instant;
import java.util.List;

/**
 * A rate that changes with the hour of the day or of the week, UTC, and repeats.
 *
 * @param perSecond requests per second in each hour: 24 from midnight, or 168 from Monday midnight
 * @param startNanos how far into the day or week simulated time zero is
 */
public record Hourly(List<Double> perSecond, long startNanos) implements Piecewise {

  /** The profile as met by a scenario that starts at a calendar instant. */
  public static Hourly of(List<Double> perSecond, Instant start) {
    boolean weekly = perSecond.size() == 168;
    return new Hourly(perSecond, weekly ? Nanos.intoWeek(start) : Nanos.intoDay(start));
  }

  public static List<Problem> problems(List<Double> perSecond, long startNanos) {
    int hours = perSecond.size();
    Problems problems = Problems.of()
        .require(
            "",
            hours == 24 || hours == 168,
            "must have 24 rates (a day) or 168 (a week from Monday), has " + hours);
    for (int hour = 0; hour < hours; hour++) {
      Checks.rate(problems, "[" + hour + "]", perSecond.get(hour));
    }
    Checks.length(problems, "start", startNanos);
    return problems.list();
  }

  public Hourly {
    perSecond = List.copyOf(perSecond);
    Problems.throwIfAny(problems(perSecond, startNanos));
    startNanos %= perSecond.size() * Nanos.HOUR;
  }

  @Override
  public double at(long nanos) {
    return perSecond.get((int) (phase(nanos) / Nanos.HOUR));
  }

  @Override
  public double slopeAt(long nanos) {
    return 0;
  }

  @Override
  public long nextChange(long nanos) {
    return Nanos.later(nanos, Nanos.HOUR - phase(nanos) % Nanos.HOUR);
  }

  @Override
  public double integral(long fromNanos, long toNanos) {
    long cycles = (toNanos - fromNanos) / cycle();
    double whole = cycles == 0 ? 0 : cycles * ofCycle();
    return whole + Piecewise.super.integral(fromNanos + cycles * cycle(), toNanos);
  }

  @Override
  public double maximum(long fromNanos, long toNanos) {
    long end = toNanos - fromNanos > cycle() ? fromNanos + cycle() : toNanos;
    return Piecewise.super.maximum(fromNanos, end);
  }

  private double ofCycle() {
    double sum = 0;
    for (double rate : perSecond) {
      sum += rate * 3600;
    }
    return sum;
  }

  private long cycle() {
    return perSecond.size() * Nanos.HOUR;
  }

  private long phase(long nanos) {
    return (startNanos + nanos % cycle()) % cycle();
  }
}

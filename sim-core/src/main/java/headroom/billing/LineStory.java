package headroom.billing;

import headroom.results.InstanceUsage;
import headroom.results.Usage;
import headroom.results.Window;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Why a line of a bill is what it is: the hours in which it arose, and the runs of instances that it
 * is for. Hours sum to the line's amount to the last digit.
 *
 * @param charge the line
 * @param hours the hours with any use, in order
 * @param runs the runs of instances behind it that were billed by the hour or second; empty for
 *     anything else
 */
public record LineStory(Charge charge, List<Hour> hours, List<InstanceRun> runs) {

  /**
   * What one hour has of a line.
   *
   * @param begin its first moment inside the window
   * @param count how much, in the counted things of the line
   * @param amount USD
   */
  public record Hour(Instant begin, long count, BigDecimal amount) {}

  /**
   * One run of an instance.
   *
   * @param ordinal the instance's number in its group; negative when it has none
   * @param begin when it began to run
   * @param end when it ended, or the end of the simulated time
   * @param isOpen whether it ran on
   * @param seconds billed seconds inside the window, whoever pays for them
   */
  public record InstanceRun(
      long ordinal, Instant begin, Instant end, boolean isOpen, long seconds) {}

  public LineStory {
    hours = List.copyOf(hours);
    runs = List.copyOf(runs);
  }

  /** The story of one of a bill's lines; the usage is what the bill was read from. */
  public static LineStory of(Bill bill, Charge charge, Usage usage) {
    return new LineStory(charge, hours(bill.window(), charge), runs(bill, charge, usage));
  }

  private static List<Hour> hours(Window window, Charge charge) {
    long[] weights = charge.course().copy();
    if (charge.course().total() == 0) {
      return List.of();
    }
    BigDecimal[] amounts = Apportion.amounts(charge.amount(), weights);
    long[] counts = Apportion.counts(charge.count(), weights);
    List<Hour> hours = new ArrayList<>();
    for (int hour = 0; hour < weights.length; hour++) {
      if (weights[hour] > 0) {
        hours.add(new Hour(Hours.begin(window, hour), counts[hour], amounts[hour]));
      }
    }
    return hours;
  }

  private static List<InstanceRun> runs(Bill bill, Charge charge, Usage usage) {
    if (!charge.item().meter().equals(InstanceMeter.INSTANCE_TIME)) {
      return List.of();
    }
    InstanceUsage all = usage.instances();
    List<InstanceRun> runs = new ArrayList<>();
    for (int row = 0; row < all.size(); row++) {
      Resource its = InstanceMeter.resource(all.what(row));
      boolean same = its.name().equals(charge.resource().name())
          && its.type().equals(charge.resource().type())
          && its.zone().equals(charge.resource().zone())
          && its.system().equals(charge.resource().system());
      long seconds = same ? seconds(bill, all, row) : 0;
      if (seconds > 0) {
        runs.add(new InstanceRun(
            all.ordinal(row),
            bill.window().instantAt(all.fromNanos(row)),
            bill.window().instantAt(all.toNanos(row)),
            all.isOpen(row),
            seconds));
      }
    }
    return runs;
  }

  private static long seconds(Bill bill, InstanceUsage all, int row) {
    InstanceUsage.What what = all.what(row);
    PriceBook book = bill.book().of("groups." + what.group());
    TimeTally tally = new TimeTally(book.instanceTime(what.system()), bill.window());
    tally.add(all.fromNanos(row), all.toNanos(row));
    return tally.billedSeconds();
  }
}

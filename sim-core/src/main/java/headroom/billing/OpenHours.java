package headroom.billing;

import headroom.results.InstanceUsage;
import headroom.results.Usage;
import headroom.results.Window;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The instance time of one run that no commitment covers, clock hour by clock hour: what a further
 * purchase could cover.
 */
public final class OpenHours {

  private static final BigDecimal HOUR = BigDecimal.valueOf(3_600);

  private final long seconds;
  private final SortedMap<String, long[]> more;

  /** {@code more.get(type)[n]}: the seconds that an (n+1)th reserved instance covers. */
  private OpenHours(long seconds, SortedMap<String, long[]> more) {
    this.seconds = seconds;
    this.more = Collections.unmodifiableSortedMap(more);
  }

  /** What the book's commitments leave of the on-demand Linux time inside the window, by type. */
  public static OpenHours of(Usage usage, Window window, PriceBook book) {
    ClockHours hours = new ClockHours(window);
    List<HourlyUse> uses = new ArrayList<>();
    InstanceUsage instances = book.commitments().listed(usage).instances();
    InstanceMeter.tallies(instances, hours.shifted(), hours.shift(), book)
        .forEach((what, tally) -> uses.add(new HourlyUse(what, book.hourly(what), tally)));
    for (ReservedInstances reserved : book.commitments().reservedInOrder()) {
      new ReservedDraw(reserved, uses).unused(hours);
    }
    for (SavingsPlan plan : book.commitments().plansInOrder()) {
      SavingsLines.draw(plan, uses, hours);
    }
    SortedMap<String, long[]> byType = new TreeMap<>();
    for (HourlyUse use : uses) {
      if (use.what().purchase().equals("on-demand") && use.what().system().equals("linux")) {
        long[] sum = byType.computeIfAbsent(use.what().type(), any -> new long[hours.count()]);
        for (int hour = 0; hour < sum.length; hour++) {
          sum[hour] += use.left(hour);
        }
      }
    }
    long inside = 0;
    for (int hour = hours.first(); hour < hours.count(); hour++) {
      inside += hours.secondsInside(hour);
    }
    SortedMap<String, long[]> more = new TreeMap<>();
    byType.forEach((type, used) -> more.put(type, increments(used, hours)));
    return new OpenHours(inside, more);
  }

  private static long[] increments(long[] used, ClockHours hours) {
    int most = 0;
    for (int hour = hours.first(); hour < used.length; hour++) {
      long inside = hours.secondsInside(hour);
      most = Math.max(most, inside == 0 ? 0 : (int) Hours.ceilDiv(used[hour], inside));
    }
    long[] increments = new long[most];
    for (int hour = hours.first(); hour < used.length; hour++) {
      long inside = hours.secondsInside(hour);
      long left = used[hour];
      for (int n = 0; n < most && inside > 0 && left > 0; n++) {
        increments[n] += Math.min(left, inside);
        left -= inside;
      }
    }
    return increments;
  }

  /** The types that were used. */
  public List<String> types() {
    return List.copyOf(more.keySet());
  }

  /** How many reserved instances of a type could cover anything at all. */
  public int most(String type) {
    return increments(type).length;
  }

  /** Hours inside the window. */
  public BigDecimal hours() {
    return BigDecimal.valueOf(seconds).divide(HOUR, MathContext.DECIMAL128);
  }

  private long[] increments(String type) {
    return Optional.ofNullable(more.get(type)).orElse(new long[0]);
  }

  /** USD that the type's time costs inside the window with 0, 1, … reserved instances of it. */
  public List<BigDecimal> costs(String type, ReservedPrice price, BigDecimal onDemand, int upTo) {
    long[] increments = increments(type);
    long left = java.util.Arrays.stream(increments).sum();
    long covered = 0;
    BigDecimal fixed = price.perHour(price.idle()).multiply(hours());
    BigDecimal running = price.whileRunning() ? price.hourly() : BigDecimal.ZERO;
    List<BigDecimal> costs = new ArrayList<>();
    for (int n = 0; n <= upTo; n++) {
      costs.add(fixed
          .multiply(BigDecimal.valueOf(n))
          .add(running.multiply(inHours(covered)))
          .add(onDemand.multiply(inHours(left))));
      long next = n < increments.length ? increments[n] : 0;
      covered += next;
      left -= next;
    }
    return costs;
  }

  private static BigDecimal inHours(long seconds) {
    return BigDecimal.valueOf(seconds).divide(HOUR, MathContext.DECIMAL128);
  }
}

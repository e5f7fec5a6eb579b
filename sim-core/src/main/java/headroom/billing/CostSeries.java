package headroom.billing;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Cost over time; all steps of all categories sum to the bill's total to the last digit.
 *
 * @param beginNanos when each step begins, in simulated nanoseconds
 * @param amounts USD of each step, by category
 */
public record CostSeries(List<Long> beginNanos, SortedMap<Category, List<BigDecimal>> amounts) {

  public CostSeries {
    beginNanos = List.copyOf(beginNanos);
    amounts = Collections.unmodifiableSortedMap(new TreeMap<>(amounts));
  }

  static CostSeries of(Bill bill, Duration step) {
    int[] firstHours = firstHours(bill, step);
    SortedMap<Category, List<BigDecimal>> amounts = new TreeMap<>();
    bill.byCategory()
        .forEach((category, sum) -> amounts.put(category, sums(bill, category, firstHours)));
    return new CostSeries(begins(bill, firstHours), amounts);
  }

  /** USD up to the end of each step, by category. */
  public SortedMap<Category, List<BigDecimal>> cumulative() {
    SortedMap<Category, List<BigDecimal>> result = new TreeMap<>();
    amounts.forEach((category, steps) -> result.put(category, runningSums(steps)));
    return result;
  }

  private static int[] firstHours(Bill bill, Duration step) {
    long hours = step.toHours();
    if (hours < 1 || !step.equals(Duration.ofHours(hours))) {
      throw new IllegalArgumentException("a step must be whole hours, was " + step);
    }
    int first = Hours.first(bill.window());
    long steps = Hours.ceilDiv(Math.max(0, Hours.count(bill.window()) - first), hours);
    return IntStream.range(0, (int) steps).map(i -> (int) (first + i * hours)).toArray();
  }

  private static List<Long> begins(Bill bill, int[] firstHours) {
    return Arrays.stream(firstHours)
        .mapToObj(hour -> Math.max(hour * Hours.NANOS, bill.window().fromNanos()))
        .toList();
  }

  private static List<BigDecimal> sums(Bill bill, Category category, int[] firstHours) {
    BigDecimal[] sums = new BigDecimal[firstHours.length];
    Arrays.fill(sums, BigDecimal.ZERO.setScale(UnitPrice.MONEY_SCALE));
    bill.charges().stream()
        .filter(charge -> charge.category() == category && charge.amount().signum() != 0)
        .forEach(charge -> {
          BigDecimal[] parts =
              Apportion.amounts(charge.amount(), charge.course().by(firstHours));
          Arrays.setAll(sums, i -> sums[i].add(parts[i]));
        });
    return List.of(sums);
  }

  private static List<BigDecimal> runningSums(List<BigDecimal> steps) {
    List<BigDecimal> sums = new ArrayList<>();
    BigDecimal sum = BigDecimal.ZERO.setScale(UnitPrice.MONEY_SCALE);
    for (BigDecimal amount : steps) {
      sum = sum.add(amount);
      sums.add(sum);
    }
    return List.copyOf(sums);
  }
}

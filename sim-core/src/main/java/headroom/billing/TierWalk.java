package headroom.billing;

import headroom.results.Window;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Walks a month's tiers with what all users counted together; each tier's count and charge are then
 * split over the users in proportion to what they used, so that who came first does not matter, and
 * every count and every last digit is somebody's.
 */
final class TierWalk {

  /** So many counts at a price. */
  record Step(long counts, UnitPrice price) {}

  /** What one user counted in a month. */
  record Share(Resource resource, long count, Course course) {}

  /** Makes a user's line of a tier. */
  interface Line {
    Charge of(Share share, UnitPrice price, long count, BigDecimal amount);
  }

  private TierWalk() {}

  static List<Charge> charges(List<Share> shares, List<Step> steps, Line line) {
    List<Charge> charges = new ArrayList<>();
    long[] left = shares.stream().mapToLong(Share::count).toArray();
    for (Step step : steps) {
      long taken = Math.min(Arrays.stream(left).sum(), step.counts());
      if (taken > 0) {
        long[] parts = Apportion.counts(taken, left);
        BigDecimal[] amounts = Apportion.amounts(step.price().amount(taken), parts);
        for (int i = 0; i < parts.length; i++) {
          if (parts[i] > 0) {
            charges.add(line.of(shares.get(i), step.price(), parts[i], amounts[i]));
          }
        }
        Arrays.setAll(left, i -> left[i] - parts[i]);
      }
    }
    return charges;
  }

  /** Splits counts by hour into those of each calendar month (UTC). */
  static Map<YearMonth, long[]> byMonth(Window window, long[] byHour) {
    Map<YearMonth, long[]> months = new TreeMap<>();
    for (int hour = Hours.first(window); hour < byHour.length; hour++) {
      if (byHour[hour] != 0) {
        YearMonth month = YearMonth.from(Hours.begin(window, hour).atOffset(ZoneOffset.UTC));
        months.computeIfAbsent(month, any -> new long[byHour.length])[hour] = byHour[hour];
      }
    }
    return months;
  }
}

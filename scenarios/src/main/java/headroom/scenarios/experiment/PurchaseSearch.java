package headroom.scenarios.experiment;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Looks for the whole amounts at which something costs least. Few combinations are all tried; of many
 * a search by ever smaller steps moves one amount, and another one to where it is best then, from
 * the beginnings given, or from nothing and everything, until no such move helps.
 */
final class PurchaseSearch {

  private static final long FINER = 4;
  private static final double NEAR = 2_500;
  private static final long MOST_NEAR = 8;

  // Less is rounding of sums, not a saving.
  private static final double GAIN = 1e-9;

  private final long[] most;
  private final long tryAll;

  /**
   * A search.
   *
   * @param most the largest amounts that make sense
   * @param tryAll up to how many combinations all are tried
   */
  PurchaseSearch(long[] most, long tryAll) {
    this.most = most.clone();
    this.tryAll = tryAll;
  }

  /** The amounts of least cost; of equal ones the smaller. */
  long[] least(ToDoubleFunction<long[]> cost, List<long[]> beginnings) {
    if (combinations() <= tryAll) {
      return leastOfAll(cost, new long[most.length], most).at();
    }
    List<long[]> from =
        beginnings.isEmpty() ? List.of(new long[most.length], most.clone()) : beginnings;
    long[] best = new long[most.length];
    double least = cost.applyAsDouble(best);
    for (long[] begin : from) {
      long[] found = descended(cost, begin.clone());
      double its = cost.applyAsDouble(found);
      if (its < least - GAIN) {
        least = its;
        best = found;
      }
    }
    return best;
  }

  private double combinations() {
    return Arrays.stream(most).mapToDouble(each -> each + 1.0).reduce(1, (a, b) -> a * b);
  }

  private double combinations(long each) {
    return Arrays.stream(most).mapToDouble(any -> each).reduce(1, (a, b) -> a * b);
  }

  private static Point leastOfAll(ToDoubleFunction<long[]> cost, long[] low, long[] high) {
    long[] at = low.clone();
    Point best = new Point(low.clone(), cost.applyAsDouble(low));
    while (next(at, low, high)) {
      best = best.or(new Point(at.clone(), cost.applyAsDouble(at)));
    }
    return best;
  }

  /** Counts on, the first amount fastest; false when all have been. */
  private static boolean next(long[] at, long[] low, long[] high) {
    for (int i = 0; i < at.length; i++) {
      if (at[i] < high[i]) {
        at[i]++;
        return true;
      }
      at[i] = low[i];
    }
    return false;
  }

  private long[] descended(ToDoubleFunction<long[]> cost, long[] at) {
    long widest = Arrays.stream(most).max().orElse(0);
    Point point = new Point(at, cost.applyAsDouble(at));
    for (long step = Long.highestOneBit(widest + 1); step >= 1; step /= FINER) {
      Point before;
      do {
        before = point;
        point = moved(cost, point, step);
      } while (point.cost() < before.cost());
    }
    return aroundTried(cost, point).at();
  }

  /** Whatever is near is tried in all combinations, as long as that helps. */
  private Point aroundTried(ToDoubleFunction<long[]> cost, Point from) {
    long wide = 0;
    while (wide < MOST_NEAR && combinations(2 * wide + 3) <= NEAR) {
      wide++;
    }
    Point point = from;
    Point before;
    do {
      before = point;
      long[] low = new long[most.length];
      long[] high = new long[most.length];
      for (int i = 0; i < most.length; i++) {
        low[i] = Math.max(0, point.at()[i] - wide);
        high[i] = Math.min(most[i], point.at()[i] + wide);
      }
      point = point.or(leastOfAll(cost, low, high));
    } while (point.cost() < before.cost());
    return point;
  }

  private record Point(long[] at, double cost) {
    Point or(Point other) {
      return other.cost < cost - GAIN ? other : this;
    }
  }

  /** Each amount a step up and down, and whatever another one is best at then. */
  private Point moved(ToDoubleFunction<long[]> cost, Point from, long step) {
    Point best = from;
    for (int i = 0; i < most.length; i++) {
      for (int sign = -1; sign <= 1; sign += 2) {
        Point moved = along(cost, best, i, sign * Math.min(step, most[i]));
        best = best.or(moved);
        for (int j = 0; j < most.length; j++) {
          best = j == i ? best : best.or(settledAfter(cost, moved, i, j));
        }
      }
    }
    return best;
  }

  /** The best along amount {@code j}, then along each of the others but {@code i}. */
  private Point settledAfter(ToDoubleFunction<long[]> cost, Point moved, int i, int j) {
    Point point = settled(cost, moved, j);
    for (int k = 0; k < most.length; k++) {
      point = k == i || k == j ? point : settled(cost, point, k);
    }
    return point;
  }

  /** The best along one amount, all others as they are. */
  private Point settled(ToDoubleFunction<long[]> cost, Point from, int i) {
    Point best = from;
    for (long step = Long.highestOneBit(most[i] + 1); step >= 1; step /= 2) {
      Point up = along(cost, best, i, step);
      Point down = along(cost, best, i, -step);
      best = best.or(up).or(down);
    }
    return best;
  }

  private Point along(ToDoubleFunction<long[]> cost, Point from, int i, long by) {
    long[] at = from.at().clone();
    at[i] = Math.max(0, Math.min(most[i], at[i] + by));
    return at[i] == from.at()[i] ? from : new Point(at, cost.applyAsDouble(at));
  }
}

package headroom.billing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How instances draw on reserved ones, clock hour by clock hour: the smallest sizes first, and those
 * of one size at once, in proportion to the seconds that each ran in the hour (sheet §2.3, [B3]).
 */
final class ReservedDraw {

  private final ReservedInstances reserved;
  private final List<List<HourlyUse>> sizes;

  ReservedDraw(ReservedInstances reserved, List<HourlyUse> uses) {
    this.reserved = reserved;
    Map<Long, List<HourlyUse>> bySize = new TreeMap<>();
    uses.stream()
        .filter(reserved::covers)
        .forEach(
            use -> bySize.computeIfAbsent(factor(use), any -> new ArrayList<>()).add(use));
    sizes = List.copyOf(bySize.values());
  }

  private long factor(HourlyUse use) {
    return reserved.factor(use.what().type());
  }

  /** Covers what can be covered; the units of each clock hour that nobody drew. */
  long[] unused(ClockHours hours) {
    long[] unused = new long[hours.count()];
    for (int hour = hours.first(); hour < unused.length; hour++) {
      long units = reserved.count() * reserved.factor(reserved.type()) * hours.secondsInside(hour);
      for (List<HourlyUse> size : sizes) {
        units -= draw(size, hour, units);
      }
      unused[hour] = units;
    }
    return unused;
  }

  /** Units drawn by instances of one size; one second is the least that is covered. */
  private long draw(List<HourlyUse> size, int hour, long units) {
    long factor = factor(size.get(0));
    long wanted = 0;
    for (HourlyUse use : size) {
      wanted += use.left(hour);
    }
    long seconds = Math.min(wanted, units / factor);
    if (seconds == wanted) {
      size.forEach(use -> use.cover(reserved.name(), hour, use.left(hour)));
    } else if (seconds > 0) {
      long[] shares = Apportion.counts(
          seconds, size.stream().mapToLong(use -> use.left(hour)).toArray());
      for (int i = 0; i < shares.length; i++) {
        size.get(i).cover(reserved.name(), hour, shares[i]);
      }
    }
    return seconds * factor;
  }

  /** Units that a use drew in all. */
  long units(HourlyUse use) {
    return Arrays.stream(use.covered().getOrDefault(reserved.name(), new long[0]))
            .sum()
        * factor(use);
  }
}

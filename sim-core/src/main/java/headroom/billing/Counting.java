package headroom.billing;

import headroom.results.Window;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** Adds up, hour by hour, what the uses of one line counted. */
final class Counting {

  private final Tariff tariff;
  private final Window window;

  // Equal amounts share a tally: hours are put in place once for all of them.
  private final Map<Long, TimeTally> held = new TreeMap<>();
  private double[] counted = {};

  Counting(Tariff tariff, Window window) {
    this.tariff = tariff;
    this.window = window;
  }

  void add(Metered metered) {
    if (tariff.unit().isOverTime()) {
      held.computeIfAbsent(metered.amount(), any -> new TimeTally(tariff.time(), window))
          .add(metered.fromNanos(), metered.toNanos());
    } else {
      count(metered.counts());
    }
  }

  private void count(double[] more) {
    if (more.length > counted.length) {
      counted = Arrays.copyOf(counted, more.length);
    }
    for (int hour = 0; hour < more.length; hour++) {
      counted[hour] += more[hour];
    }
  }

  long[] byHour() {
    boolean empty = window.fromNanos() >= window.toNanos();
    long[] byHour = Hours.bytes(window, empty ? new double[0] : counted);
    held.forEach((amount, tally) -> {
      long[] seconds = tally.secondsByHour();
      Arrays.setAll(byHour, hour -> byHour[hour] + amount * seconds[hour]);
    });
    return byHour;
  }
}

package headroom.billing;

import headroom.results.InstanceUsage.What;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The billed time of one kind of instance by clock hour, while commitments draw on it. */
final class HourlyUse {

  private final String region;
  private final What what;
  private final Item item;
  private final TimeTally tally;
  private final long[] left;
  private final Map<String, long[]> covered = new LinkedHashMap<>();

  HourlyUse(String region, What what, Item item, TimeTally tally) {
    this.region = region;
    this.what = what;
    this.item = item;
    this.tally = tally;
    left = tally.secondsByHour();
  }

  /** All use of some regions inside the window, in the order of a bill. */
  static List<HourlyUse> of(List<Regional.Part> parts, ClockHours hours) {
    List<HourlyUse> uses = new ArrayList<>();
    for (Regional.Part part : parts) {
      PriceBook book = part.book();
      InstanceMeter.tallies(part.usage().instances(), hours.shifted(), hours.shift(), book)
          .forEach((what, tally) ->
              uses.add(new HourlyUse(part.region(), what, InstanceMeter.item(what, book), tally)));
    }
    return uses;
  }

  /** Where it was, by the scenario's name; empty where there are no regions. */
  String region() {
    return region;
  }

  What what() {
    return what;
  }

  /** What it is sold as on demand. */
  Item item() {
    return item;
  }

  /** USD per hour. */
  BigDecimal onDemand() {
    return item.unitPrice().price();
  }

  BilledTime time() {
    return tally.time();
  }

  /** Seconds of an hour that nothing covers yet. */
  long left(int hour) {
    return left[hour];
  }

  long[] left() {
    return left;
  }

  void cover(String commitment, int hour, long seconds) {
    if (seconds > 0) {
      left[hour] -= seconds;
      covered.computeIfAbsent(commitment, any -> new long[left.length])[hour] += seconds;
    }
  }

  /** Seconds of each hour that each commitment covers, by its name. */
  Map<String, long[]> covered() {
    return Collections.unmodifiableMap(covered);
  }
}

package headroom.fleet.flow;

import headroom.results.LatencyBins;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Amounts answered by a station whose answers take some times, by the age they came with: made into
 * latencies all at once, when those times have changed.
 */
final class Replied {

  private final double limit;
  private final LatencyBins bins = new LatencyBins();
  private final Map<Integer, Aged> aged = new LinkedHashMap<>();
  private Times times = Times.NONE;
  private double fresh;

  /** So much of one class of age; the mean age is kept. */
  private static final class Aged {
    private double amount;
    private double amountTimesAge;
    private final Spread about;

    Aged(Spread about) {
      this.about = about;
    }
  }

  /** Keeps those that end within a limit, and at all. */
  Replied(double limit) {
    this.limit = Math.min(limit, Times.FOR_EVER / 2);
  }

  /** So much is taken that takes such times, after about so many seconds before. */
  void add(Times takes, double age, Spread about, double amount) {
    if (takes != times) {
      settle();
      times = takes;
    }
    if (age > 0) {
      Aged sum = aged.computeIfAbsent(
          LatencyBins.of(age) * Spread.MOST + about.number(), place -> new Aged(about));
      sum.amount += amount;
      sum.amountTimesAge += amount * age;
    } else {
      fresh += amount;
    }
  }

  private void settle() {
    if (fresh != 0) {
      spread(0, Spread.NONE, fresh);
    }
    for (Aged sum : aged.values()) {
      if (sum.amount > 0) {
        spread(sum.amountTimesAge / sum.amount, sum.about, sum.amount);
      }
    }
    fresh = 0;
    aged.clear();
  }

  private void spread(double later, Spread about, double amount) {
    times.each((from, to, share) -> {
      if (from < limit) {
        double end = Math.min(to, limit);
        double part = to > from ? (end - from) / (to - from) : 1;
        about.addTo(bins, later + from, later + end, amount * share * part);
      }
    });
  }

  /** Adds their latencies, and begins anew. */
  void pour(LatencyBins into) {
    settle();
    into.add(bins);
    bins.clear();
  }
}

package headroom.fleet.flow;

import headroom.results.LatencyBins;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Amounts answered, by the law and level of the station that they met and by the age they came
 * with: made into latencies all at once, since there are far more steps than such places.
 */
final class Served {

  // By law and level, those of no age: first attempts.
  private double[] fresh = new double[0];
  private final Map<Long, Aged> aged = new LinkedHashMap<>();

  /** So much of one law, level and class of age; the mean age is kept. */
  private static final class Aged {
    private final int at;
    private final Spread about;
    private double amount;
    private double amountTimesAge;

    Aged(int at, Spread about) {
      this.at = at;
      this.about = about;
    }

    double age() {
      return amountTimesAge / amount;
    }
  }

  /** So much is taken as a station stands, after about so many seconds before. */
  void add(Standing standing, double age, Spread about, double amount) {
    int at = standing.law().number * BalanceLaw.LEVELS + standing.level();
    double next = amount * standing.part01();
    if (age > 0) {
      addAged(at, age, about, amount - next);
      addAged(at + 1, age, about, next);
      return;
    }
    if (at + 1 >= fresh.length) {
      fresh = Arrays.copyOf(fresh, (standing.law().number + 2) * BalanceLaw.LEVELS);
    }
    fresh[at] += amount - next;
    fresh[at + 1] += next;
  }

  private void addAged(int at, double age, Spread about, double amount) {
    if (amount == 0) {
      return;
    }
    long place = (long) at * LatencyBins.COUNT + LatencyBins.of(age);
    Aged sum =
        aged.computeIfAbsent(place * Spread.MOST + about.number(), key -> new Aged(at, about));
    sum.amount += amount;
    sum.amountTimesAge += amount * age;
  }

  /** Adds their latencies, those that end within a limit, and begins anew. */
  void pour(FlowStation station, LatencyBins into, double limit) {
    for (int at = 0; at < fresh.length; at++) {
      if (fresh[at] != 0) {
        profile(station, at).addTo(into, 0, Spread.NONE, fresh[at], limit);
      }
    }
    for (Aged sum : aged.values()) {
      if (sum.amount > 0) {
        profile(station, sum.at).addTo(into, sum.age(), sum.about, sum.amount, limit);
      }
    }
    Arrays.fill(fresh, 0);
    aged.clear();
  }

  private static Profile profile(FlowStation station, int at) {
    return station.law(at / BalanceLaw.LEVELS).profile(at % BalanceLaw.LEVELS);
  }
}

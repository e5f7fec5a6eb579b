package headroom.billing;

import headroom.results.Usage;
import headroom.results.Window;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/**
 * The on-demand Linux time of one run that no commitment covers, clock hour by clock hour: what a
 * further purchase could cover. Times are in hours here, and rates in floating point: this estimates
 * what has not been bought, it is no bill.
 */
public final class OpenHours {

  private static final double HOUR = 3_600;
  private static final int MOST_KINDS = 1_000;

  /** Seconds of use by which hours of long runs may differ and still be of one kind. */
  private static final long NEARLY = 180;

  /**
   * What ran.
   *
   * @param region the scenario's name of its region; empty where there are none
   * @param type the instance type: "m5.large"
   */
  public record Kind(String region, String type) implements Comparable<Kind> {

    @Override
    public int compareTo(Kind other) {
      int byRegion = region.compareTo(other.region);
      return byRegion != 0 ? byRegion : type.compareTo(other.type);
    }
  }

  /**
   * Clock hours that are alike.
   *
   * @param times how many
   * @param inside how much of the hour lies inside the window
   * @param left hours of each kind that nothing covers
   */
  record Alike(int times, double inside, double[] left) {}

  private final List<Kind> kinds;
  private final double[] onDemand;
  private final List<Alike> hours;

  private OpenHours(List<Kind> kinds, double[] onDemand, List<Alike> hours) {
    this.kinds = List.copyOf(kinds);
    this.onDemand = onDemand;
    this.hours = List.copyOf(hours);
  }

  /** What the book's commitments leave of the on-demand Linux time inside the window. */
  public static OpenHours of(Usage usage, Window window, PriceBook book) {
    return of(usage, window, book, MOST_KINDS);
  }

  static OpenHours of(Usage usage, Window window, PriceBook book, int mostKinds) {
    ClockHours hours = new ClockHours(window);
    SortedMap<Kind, long[]> byKind = new TreeMap<>();
    SortedMap<Kind, Double> prices = new TreeMap<>();
    for (HourlyUse use : uncovered(usage, hours, book)) {
      if (use.what().purchase().equals("on-demand") && use.what().system().equals("linux")) {
        Kind kind = new Kind(use.region(), use.what().type());
        long[] sum = byKind.computeIfAbsent(kind, any -> new long[hours.count()]);
        for (int hour = 0; hour < sum.length; hour++) {
          sum[hour] += use.left(hour);
        }
        prices.put(kind, use.onDemand().doubleValue());
      }
    }
    return new OpenHours(
        List.copyOf(byKind.keySet()),
        prices.values().stream().mapToDouble(Double::doubleValue).toArray(),
        alike(List.copyOf(byKind.values()), hours, mostKinds));
  }

  private static List<HourlyUse> uncovered(Usage usage, ClockHours hours, PriceBook book) {
    List<HourlyUse> uses = HourlyUse.of(Regional.parts(usage, book), hours);
    for (ReservedInstances reserved : book.commitments().reservedInOrder()) {
      new ReservedDraw(reserved, uses).unused(hours);
    }
    for (SavingsPlan plan : book.commitments().plansInOrder()) {
      SavingsLines.draw(plan, uses, hours);
    }
    return uses;
  }

  /**
   * The hours, those of equal use together; where there are too many kinds, those of nearly equal use,
   * at their mean.
   */
  private static List<Alike> alike(List<long[]> byKind, ClockHours hours, int mostKinds) {
    List<Alike> exact = alike(byKind, hours, 1L);
    return exact.size() <= mostKinds ? exact : alike(byKind, hours, NEARLY);
  }

  private static List<Alike> alike(List<long[]> byKind, ClockHours hours, long grain) {
    Map<List<Long>, long[]> sums = new LinkedHashMap<>();
    for (int at = hours.first(); at < hours.count(); at++) {
      int hour = at;
      List<Long> key = new ArrayList<>(List.of(hours.secondsInside(hour)));
      byKind.forEach(seconds -> key.add(seconds[hour] / grain));
      long[] sum = sums.computeIfAbsent(key, any -> new long[byKind.size() + 1]);
      sum[0]++;
      for (int kind = 0; kind < byKind.size(); kind++) {
        sum[kind + 1] += byKind.get(kind)[hour];
      }
    }
    List<Alike> alike = new ArrayList<>();
    sums.forEach((key, sum) -> alike.add(new Alike(
        (int) sum[0],
        key.get(0) / HOUR,
        Arrays.stream(sum)
            .skip(1)
            .mapToDouble(seconds -> seconds / HOUR / sum[0])
            .toArray())));
    return alike;
  }

  /** What was used, by region and type. */
  public List<Kind> kinds() {
    return kinds;
  }

  /** Hours inside the window. */
  public double hours() {
    return hours.stream().mapToDouble(each -> each.times() * each.inside()).sum();
  }

  long most(Purchasable.Reservation reserved) {
    Covering.Sizes sizes = Covering.Sizes.of(reserved, kinds);
    return most(left -> sizes.units(left) / sizes.ofOne());
  }

  long most(Purchasable.Plan plan) {
    double[] rates = Covering.Rates.of(plan, kinds, onDemand).byKind();
    return most(left -> {
      double usd = 0;
      for (int kind = 0; kind < rates.length; kind++) {
        usd += rates[kind] < onDemand[kind] ? rates[kind] * left[kind] : 0;
      }
      return usd * Covering.PARTS;
    });
  }

  private long most(ToDoubleFunction<double[]> wanted) {
    double most = hours.stream()
        .filter(each -> each.inside() > 0)
        .mapToDouble(each -> wanted.applyAsDouble(each.left()) / each.inside())
        .max()
        .orElse(0);
    // A whole number that floating point has made a little larger is that number.
    return (long) Math.ceil(most - 1e-9);
  }

  /** USD that the open time costs inside the window, by how much of each thing is bought. */
  public ToDoubleFunction<long[]> costs(List<? extends Purchasable> things) {
    Covering covering = new Covering(List.copyOf(things), kinds, onDemand);
    return amounts -> {
      double usd = 0;
      for (Alike each : hours) {
        usd += each.times() * covering.cost(each, amounts);
      }
      return usd;
    };
  }
}

package headroom.billing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/**
 * What purchases cover of the open time of an hour, by the rules of the bill: reserved instances
 * before savings plans, plans for a family before those for all, of sizes the smallest first, of a
 * plan's types that of the largest saving first (sheet §2.3, §2.4).
 */
final class Covering {

  /** Parts of a USD in which the provider sells savings plans by the hour. */
  static final double PARTS = 1_000;

  private final List<Placed> steps = new ArrayList<>();
  private final double[] onDemand;
  private final double[] left;

  /** One purchase at its place in the order; USD of an hour, and it takes from what is left. */
  private interface Step {
    double take(double[] left, double inside, long amount);
  }

  private record Placed(int index, Step step) {}

  Covering(List<Purchasable> things, List<String> types, double[] onDemand) {
    this.onDemand = onDemand;
    left = new double[onDemand.length];
    for (int rank = 0; rank < 3; rank++) {
      for (int i = 0; i < things.size(); i++) {
        if (rank(things.get(i)) == rank) {
          steps.add(new Placed(i, step(things.get(i), types, onDemand)));
        }
      }
    }
  }

  private static int rank(Purchasable thing) {
    if (thing instanceof Purchasable.Plan plan) {
      return plan.family().isEmpty() ? 2 : 1;
    }
    return 0;
  }

  private static Step step(Purchasable thing, List<String> types, double[] onDemand) {
    if (thing instanceof Purchasable.Plan plan) {
      return Rates.of(plan, types, onDemand);
    }
    return Sizes.of(((Purchasable.Reservation) thing).offer(), types);
  }

  /** USD of such an hour with so much of each thing. */
  double cost(OpenHours.Alike hour, long[] amounts) {
    System.arraycopy(hour.left(), 0, left, 0, left.length);
    double usd = 0;
    for (Placed each : steps) {
      long amount = amounts[each.index()];
      if (amount > 0) {
        usd += each.step().take(left, hour.inside(), amount);
      }
    }
    for (int type = 0; type < left.length; type++) {
      usd += left[type] * onDemand[type];
    }
    return usd;
  }

  /** The sizes that a reserved type covers, the smallest first. */
  record Sizes(int[] types, long[] factors, long ofOne, double idle, double running)
      implements Step {

    static Sizes of(ReservedOffer offer, List<String> types) {
      boolean flexible = SizeFactor.isFlexible(offer.type());
      String family = SizeFactor.family(offer.type());
      int[] covered = IntStream.range(0, types.size())
          .filter(i -> flexible
              ? SizeFactor.family(types.get(i)).equals(family)
                  && SizeFactor.of(types.get(i)).isPresent()
              : types.get(i).equals(offer.type()))
          .boxed()
          .sorted(Comparator.comparing(i -> factor(flexible, types.get(i))))
          .mapToInt(Integer::intValue)
          .toArray();
      long[] factors =
          IntStream.of(covered).mapToLong(i -> factor(flexible, types.get(i))).toArray();
      ReservedPrice price = offer.price();
      double idle = price.perHour(price.idle()).doubleValue();
      double running = price.whileRunning() ? price.hourly().doubleValue() : 0;
      return new Sizes(covered, factors, factor(flexible, offer.type()), idle, running);
    }

    private static long factor(boolean flexible, String type) {
      OptionalLong size = SizeFactor.of(type);
      return flexible ? size.orElseThrow() : 1;
    }

    double units(double[] left) {
      double units = 0;
      for (int i = 0; i < types.length; i++) {
        units += left[types[i]] * factors[i];
      }
      return units;
    }

    @Override
    public double take(double[] left, double inside, long count) {
      double units = count * ofOne * inside;
      double all = units;
      for (int i = 0; i < types.length; i++) {
        double hours = Math.min(left[types[i]], units / factors[i]);
        left[types[i]] -= hours;
        units -= hours * factors[i];
      }
      return count * idle * inside + running * (all - units) / ofOne;
    }
  }

  /** The types that a plan covers, that of the largest saving first. */
  record Rates(int[] types, double[] rates, double[] byType) implements Step {

    static Rates of(Purchasable.Plan plan, List<String> names, double[] onDemand) {
      double[] byType = new double[names.size()];
      for (int i = 0; i < byType.length; i++) {
        double listed = onDemand[i];
        byType[i] = plan.isFor(names.get(i))
            ? plan.offer()
                .rate(names.get(i), new BigDecimal(listed))
                .map(BigDecimal::doubleValue)
                .orElse(listed)
            : listed;
      }
      int[] covered = IntStream.range(0, byType.length)
          .filter(i -> byType[i] < onDemand[i])
          .boxed()
          .sorted(Comparator.<Integer>comparingDouble(i -> byType[i] / onDemand[i])
              .thenComparingDouble(i -> byType[i]))
          .mapToInt(Integer::intValue)
          .toArray();
      return new Rates(
          covered, IntStream.of(covered).mapToDouble(i -> byType[i]).toArray(), byType);
    }

    @Override
    public double take(double[] left, double inside, long parts) {
      double paid = parts / PARTS * inside;
      double usd = paid;
      for (int i = 0; i < types.length && usd > 0; i++) {
        double hours = Math.min(left[types[i]], usd / rates[i]);
        left[types[i]] -= hours;
        usd -= hours * rates[i];
      }
      return paid;
    }
  }
}

package headroom.billing;

import headroom.billing.OpenHours.Kind;
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

  Covering(List<Purchasable> things, List<Kind> kinds, double[] onDemand) {
    this.onDemand = onDemand;
    left = new double[onDemand.length];
    for (int rank = 0; rank < 3; rank++) {
      for (int i = 0; i < things.size(); i++) {
        if (rank(things.get(i)) == rank) {
          steps.add(new Placed(i, step(things.get(i), kinds, onDemand)));
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

  private static Step step(Purchasable thing, List<Kind> kinds, double[] onDemand) {
    if (thing instanceof Purchasable.Plan plan) {
      return Rates.of(plan, kinds, onDemand);
    }
    return Sizes.of((Purchasable.Reservation) thing, kinds);
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

    static Sizes of(Purchasable.Reservation reserved, List<Kind> kinds) {
      ReservedOffer offer = reserved.offer();
      List<String> types = kinds.stream().map(Kind::type).toList();
      boolean flexible = SizeFactor.isFlexible(offer.type());
      String family = SizeFactor.family(offer.type());
      int[] covered = IntStream.range(0, types.size())
          .filter(i -> kinds.get(i).region().equals(reserved.region()))
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
  record Rates(int[] types, double[] rates, double[] byKind) implements Step {

    static Rates of(Purchasable.Plan plan, List<Kind> kinds, double[] onDemand) {
      double[] byKind = new double[kinds.size()];
      for (int i = 0; i < byKind.length; i++) {
        double listed = onDemand[i];
        byKind[i] = plan.rate(kinds.get(i), new BigDecimal(listed))
            .map(BigDecimal::doubleValue)
            .orElse(listed);
      }
      int[] covered = IntStream.range(0, byKind.length)
          .filter(i -> byKind[i] < onDemand[i])
          .boxed()
          .sorted(Comparator.<Integer>comparingDouble(i -> byKind[i] / onDemand[i])
              .thenComparingDouble(i -> byKind[i]))
          .mapToInt(Integer::intValue)
          .toArray();
      return new Rates(
          covered, IntStream.of(covered).mapToDouble(i -> byKind[i]).toArray(), byKind);
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

package headroom.billing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/** Generated commitments, all of them cheaper than on demand where they are used. */
final class AnyCommitments {

  private AnyCommitments() {}

  /** Reserved instances and savings plans alone. */
  static Commitments covering(SplittableRandom random, PriceBook book) {
    List<ReservedInstances> reserved = new ArrayList<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      reserved.add(reserved(random, book, "ri" + i));
    }
    List<SavingsPlan> plans = new ArrayList<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      plans.add(plan(random, "sp" + i));
    }
    return new Commitments(reserved, plans, List.of(), List.of(), List.of());
  }

  /** Everything that a customer can have agreed. */
  static Commitments of(SplittableRandom random, PriceBook book) {
    Commitments covering = covering(random, book);
    List<String> types = List.copyOf(book.types().keySet());
    return new Commitments(
        covering.reserved(),
        covering.plans(),
        random.nextBoolean()
            ? List.of()
            : List.of(new PrivateDiscount(
                "edp",
                BigDecimal.valueOf(random.nextInt(30), 2),
                random.nextBoolean() ? List.of() : List.of(Category.COMPUTE, Category.TRANSFER))),
        random.nextBoolean()
            ? List.of()
            : List.of(new FreeTier("free", types.subList(0, 1), 1 + random.nextInt(50))),
        random.nextBoolean()
            ? List.of()
            : List.of(new Credit("gift", BigDecimal.valueOf(1 + random.nextInt(10_000), 3))));
  }

  private static ReservedInstances reserved(SplittableRandom random, PriceBook book, String name) {
    List<TypePrice> types = List.copyOf(book.types().values());
    TypePrice type = types.get(random.nextInt(types.size()));
    BigDecimal onDemand = Optional.ofNullable(type.hourly().get("linux")).orElseThrow();
    boolean whileRunning = random.nextBoolean();
    BigDecimal half = onDemand.multiply(new BigDecimal("0.3"));
    return new ReservedInstances(
        name,
        1 + random.nextInt(3),
        type.name(),
        "linux",
        random.nextBoolean() ? Optional.of("a") : Optional.empty(),
        random.nextBoolean(),
        "partial-upfront",
        new ReservedPrice(
            half.multiply(BigDecimal.valueOf(8_760)),
            half,
            random.nextBoolean() ? 1 : 3,
            whileRunning));
  }

  private static SavingsPlan plan(SplittableRandom random, String name) {
    return new SavingsPlan(
        name,
        BigDecimal.valueOf(1 + random.nextInt(400), 3),
        random.nextBoolean()
            ? Optional.empty()
            : Optional.of(List.of("m5", "t3", "m1").get(random.nextInt(3))),
        BigDecimal.valueOf(10 + random.nextInt(60), 2),
        Map.of());
  }
}

package headroom.billing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;

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
    List<Agreement> agreed = new ArrayList<>(reserved);
    agreed.addAll(plans);
    return Commitments.of(agreed);
  }

  /** Everything that a customer can have agreed. */
  static Commitments of(SplittableRandom random, PriceBook book) {
    Commitments covering = covering(random, book);
    List<String> types = List.copyOf(book.types().keySet());
    List<Agreement> agreed = new ArrayList<>(covering.reserved());
    agreed.addAll(covering.plans());
    if (random.nextBoolean()) {
      agreed.add(new PrivateDiscount(
          "edp",
          BigDecimal.valueOf(random.nextInt(30), 2),
          random.nextBoolean() ? List.of() : List.of(Category.COMPUTE, Category.TRANSFER)));
    }
    if (random.nextBoolean()) {
      agreed.add(new FreeTier("free", types.subList(0, 1), 1 + random.nextInt(50)));
    }
    if (random.nextBoolean()) {
      agreed.add(new Credit("gift", BigDecimal.valueOf(1 + random.nextInt(10_000), 3)));
    }
    for (int i = random.nextInt(3); i > 0; i--) {
      agreed.add(meter(random, "meter" + i));
    }
    if (random.nextInt(4) == 0) {
      agreed.add(new Managed("groups.g" + random.nextInt(3)));
    }
    return Commitments.of(agreed);
  }

  /** The same where "batch" lies in a dearer region; each holds in one, or what may in both. */
  static Commitments overRegions(SplittableRandom random, PriceBook book) {
    Map<String, BigDecimal> dearer = new TreeMap<>();
    book.types()
        .forEach((name, type) -> Optional.ofNullable(type.hourly().get("linux"))
            .ifPresent(usd -> dearer.put(name, usd.multiply(new BigDecimal("1.3")))));
    List<Agreement> agreed = new ArrayList<>(List.of(
        new RegionBook("east", "us", book, Set.of("groups.web")),
        new RegionBook(
            "west", "us", book.overridden(dearer, Map.of(), Map.of()), Set.of("groups.batch"))));
    Commitments covering = covering(random, book);
    for (ReservedInstances its : covering.reserved()) {
      agreed.add(new ReservedInstances(
          its.name(),
          its.count(),
          its.type(),
          its.system(),
          its.zone(),
          its.convertible(),
          its.payment(),
          its.price(),
          Optional.of(random.nextBoolean() ? "east" : "west")));
    }
    for (SavingsPlan its : covering.plans()) {
      PlanRates rates = new PlanRates(its.discount(), its.rates());
      PlanRates others = new PlanRates(BigDecimal.valueOf(10 + random.nextInt(60), 2), Map.of());
      agreed.add(new SavingsPlan(
          its.name(),
          its.perHour(),
          its.family(),
          its.discount(),
          its.rates(),
          its.family().isPresent()
              ? Map.of(random.nextBoolean() ? "east" : "west", rates)
              : Map.of("east", rates, "west", others)));
    }
    agreed.add(new FreeTier("free", List.copyOf(book.types().keySet()).subList(0, 1), 20));
    return Commitments.of(agreed);
  }

  private static OwnMeter meter(SplittableRandom random, String name) {
    OwnMeter.Counts counts = OwnMeter.all().toList().get(random.nextInt(5));
    boolean held = counts == OwnMeter.Counts.HELD;
    MeterUnit unit = counts.units().get(random.nextInt(counts.units().size()));
    Tariff tariff = new Tariff(
        OwnMeter.key(random.nextBoolean() ? Category.OTHER : Category.TRANSFER, name),
        unit,
        InstanceTimeRule.SECONDS,
        random.nextInt(3),
        List.of(
            new Tariff.Tier(5, BigDecimal.valueOf(1 + random.nextInt(100), 2)),
            new Tariff.Tier(Tariff.Tier.NO_END, BigDecimal.valueOf(random.nextInt(100), 2))),
        "the scenario");
    String of = held && random.nextBoolean() ? "" : "groups.g" + random.nextInt(3);
    return new OwnMeter(name, tariff, counts, of, held ? 1 + random.nextInt(9) : 0);
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

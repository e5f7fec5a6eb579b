package headroom.scenarios.yaml;

import static headroom.scenarios.yaml.Scalars.DURATION;
import static headroom.scenarios.yaml.Scalars.LONG;
import static headroom.scenarios.yaml.Scalars.TEXT;

import headroom.billing.Category;
import headroom.billing.InstanceTimeRule;
import headroom.billing.MeterUnit;
import headroom.billing.OwnMeter;
import headroom.billing.OwnMeter.Counts;
import headroom.billing.Tariff;
import headroom.billing.Tariff.Tier;
import headroom.problem.Problem;
import headroom.problem.Problems;
import headroom.problem.Suggestion;
import headroom.scenarios.text.MeterPrice;
import headroom.scenarios.text.Tree;
import headroom.spec.Scenario;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads what a scenario pays for that no price book lists. */
final class OwnMeterReader {

  static final String EXAMPLE =
      "{cdn-out: {of: groups.cdn, counts: bytes-out, price: 0.085 USD/GiB}}";

  private static final String PRICE = "1.00 USD/million";

  static final Reader<MeterPrice> METER_PRICE = Scalars.scalar(
      "a price for a unit such as " + PRICE,
      OwnMeterReader::price,
      MeterPrice::text,
      new MeterPrice(BigDecimal.ZERO, MeterUnit.MILLION),
      new MeterPrice(BigDecimal.ONE, MeterUnit.MILLION));

  private static final Map<String, Counts> COUNTED = counted();

  private OwnMeterReader() {}

  private static Map<String, Counts> counted() {
    Words<Counts> words = new Words<>();
    OwnMeter.all()
        .filter(each -> each != Counts.HELD)
        .forEach(each -> words.and(each.word(), each));
    return words.table();
  }

  /** The shortest form, as it is written. */
  private static MeterPrice price(String text) {
    MeterPrice read = MeterPrice.parse(text);
    BigDecimal plain = read.price().stripTrailingZeros();
    return new MeterPrice(plain.scale() < 0 ? plain.setScale(0) : plain, read.unit());
  }

  /** What is counted, or how much is held. */
  private record Counted(Counts counts, long amount) {}

  /** A price up to an amount, or beyond all. */
  private record Step(Optional<Long> upTo, MeterPrice price) {}

  static Read<OwnMeter> read(String name, Node node) {
    MapReader map = MapReader.of(node, "{of: groups.cdn, counts: requests, price: " + PRICE + "}");
    Given<Optional<String>> of = map.maybe("of", TEXT);
    Given<Counted> counts = map.required("counts", OwnMeterReader::counts, "requests");
    Given<Category> category =
        map.or("category", Scalars.word("part of the bill", CommitmentReader.CATEGORIES), "other");
    Given<Optional<MeterPrice>> price = map.maybe("price", METER_PRICE);
    Reader<Step> step = OwnMeterReader::step;
    Given<Optional<List<Step>>> tiers = map.maybe(
        "tiers", step.list("[{up-to: 10240, price: 0.085 USD/GiB}, {price: 0.080 USD/GiB}]"));
    Given<Long> free = map.or("free", LONG, "0");
    Given<Duration> per = map.or("per", DURATION, "1s");
    Given<Duration> minimum = map.or("minimum", DURATION, "0s");
    return map.build(
        OwnMeter.class,
        () -> Problems.of()
            .require(
                "tiers",
                price.get().isEmpty() || tiers.get().isEmpty(),
                "and price are both said",
                "one of them")
            .addAll(
                "",
                problems(
                    name,
                    steps(price.get(), tiers.get()),
                    counts.get(),
                    of.get(),
                    free.get(),
                    per.get(),
                    minimum.get()))
            .list(),
        () -> new OwnMeter(
            name,
            new Tariff(
                OwnMeter.key(category.get(), name),
                steps(price.get(), tiers.get()).get(0).price().unit(),
                new InstanceTimeRule(per.get(), minimum.get()),
                free.get(),
                tiers(steps(price.get(), tiers.get())),
                "the scenario"),
            counts.get().counts(),
            of.get().orElse(""),
            counts.get().amount()));
  }

  private static List<Step> steps(Optional<MeterPrice> price, Optional<List<Step>> tiers) {
    return price
        .map(one -> List.of(new Step(Optional.empty(), one)))
        .or(() -> tiers)
        .orElse(List.of());
  }

  private static List<Tier> tiers(List<Step> steps) {
    return steps.stream()
        .map(step -> new Tier(step.upTo().orElse(Tier.NO_END), step.price().price()))
        .toList();
  }

  private static List<Problem> problems(
      String name,
      List<Step> steps,
      Counted counts,
      Optional<String> of,
      long free,
      Duration per,
      Duration minimum) {
    if (steps.isEmpty()) {
      return Problems.of()
          .require("price", false, "is missing, and so are tiers", "for example price: " + PRICE)
          .list();
    }
    MeterUnit unit = steps.get(0).price().unit();
    return Problems.of()
        .require(
            "tiers",
            steps.stream().allMatch(step -> step.price().unit() == unit),
            "must have one unit")
        .addAll("", InstanceTimeRule.problems(per, minimum))
        .addAll("", Tariff.problems(OwnMeter.key(Category.OTHER, name), free, tiers(steps)))
        .addAll("", OwnMeter.problems(unit, counts.counts(), of.orElse(""), counts.amount()))
        .list();
  }

  /** A word for what is counted, or a number of what is held all the time. */
  private static Read<Counted> counts(Node node) {
    boolean number =
        node.tree() instanceof Tree.Scalar scalar && scalar.text().matches("[0-9][0-9_]*");
    return number
        ? LONG.read(node).map(amount -> new Counted(Counts.HELD, amount))
        : Scalars.word("thing to count", COUNTED).read(node).map(kind -> new Counted(kind, 0));
  }

  private static Read<Step> step(Node node) {
    MapReader map = MapReader.of(node, "{up-to: 10240, price: 0.085 USD/GiB}");
    Given<Optional<Long>> upTo = map.maybe("up-to", LONG);
    Given<MeterPrice> price = map.required("price", METER_PRICE, PRICE);
    return map.build(Step.class, () -> new Step(upTo.get(), price.get()));
  }

  /** What the meters of a scenario count must be there. */
  static List<Problem> problems(List<OwnMeter> meters, Scenario scenario) {
    List<String> there = Stream.concat(
            scenario.groups().stream().map(group -> "groups." + group.name()),
            scenario.loadBalancers().stream().map(lb -> "load-balancers." + lb.name()))
        .toList();
    List<String> groups =
        there.stream().filter(name -> name.startsWith("groups.")).toList();
    Problems problems = Problems.of();
    for (OwnMeter meter : meters) {
      List<String> known = meter.counts() == Counts.INSTANCES ? groups : there;
      problems.require(
          "meters." + meter.name() + ".of",
          meter.of().isEmpty() || known.contains(meter.of()),
          "is nothing of this scenario whose " + meter.counts().word() + " could be counted: "
              + meter.of(),
          Suggestion.cure(meter.of(), known));
    }
    return problems.list();
  }
}

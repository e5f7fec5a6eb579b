package headroom.scenarios.library;

import headroom.billing.InstanceTimeRule;
import headroom.billing.MeterUnit;
import headroom.billing.Tariff;
import headroom.billing.Tariff.Tier;
import headroom.scenarios.text.Durations;
import headroom.scenarios.text.MeterPrice;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Reads what one metered thing of a price book costs. */
record MeterReader(Sources sources) {

  Optional<Tariff> read(String key, BookPart part) {
    boolean flat = part.has("price");
    List<BookPart> parts = flat ? List.of(part) : part.items("tiers");
    List<Optional<Long>> ends =
        parts.stream().map(tier -> flat ? Optional.of(Tier.NO_END) : end(tier)).toList();
    List<Optional<MeterPrice>> prices =
        parts.stream().map(tier -> tier.text("price", MeterPrice::parse)).toList();
    if (!flat) {
      parts.forEach(BookPart::end);
    }
    long free = part.textIfAny("free", text -> (long) Figures.wholeNumber(text)).orElse(0L);
    Duration per = part.textIfAny("per", Durations::parse).orElse(Duration.ofSeconds(1));
    Duration minimum = part.textIfAny("minimum", Durations::parse).orElse(Duration.ZERO);
    String source = sources.in(part);
    part.end();
    boolean whole = !prices.isEmpty()
        && prices.stream().allMatch(Optional::isPresent)
        && ends.stream().allMatch(Optional::isPresent);
    return whole
        ? tariff(key, part, tiers(ends, prices), unit(part, prices), free, per, minimum, source)
        : Optional.empty();
  }

  private static Optional<Tariff> tariff(
      String key,
      BookPart part,
      List<Tier> tiers,
      Optional<MeterUnit> unit,
      long free,
      Duration per,
      Duration minimum,
      String source) {
    boolean timed =
        part.build(true, InstanceTimeRule.problems(per, minimum), () -> true).isPresent();
    return part.build(
        timed && unit.isPresent(),
        Tariff.problems(key, free, tiers),
        () -> new Tariff(
            key, unit.orElseThrow(), new InstanceTimeRule(per, minimum), free, tiers, source));
  }

  private static List<Tier> tiers(List<Optional<Long>> ends, List<Optional<MeterPrice>> prices) {
    List<Tier> tiers = new java.util.ArrayList<>();
    for (int i = 0; i < ends.size(); i++) {
      tiers.add(new Tier(ends.get(i).orElseThrow(), prices.get(i).orElseThrow().price()));
    }
    return tiers;
  }

  /** The unit of all prices, which must be one. */
  private static Optional<MeterUnit> unit(BookPart part, List<Optional<MeterPrice>> prices) {
    List<MeterUnit> units = prices.stream()
        .flatMap(Optional::stream)
        .map(MeterPrice::unit)
        .distinct()
        .toList();
    return part.build(
        true,
        headroom.problem.Problems.of()
            .require("tiers", units.size() == 1, "all tiers must have one unit")
            .list(),
        () -> units.get(0));
  }

  private static Optional<Long> end(BookPart tier) {
    Optional<Long> end = tier.textIfAny("up-to", text -> (long) Figures.wholeNumber(text));
    return end.isPresent() || tier.has("up-to") ? end : Optional.of(Tier.NO_END);
  }
}

package headroom.billing;

import headroom.problem.Problem;
import headroom.problem.Problems;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What one metered thing costs: a price for its unit, or tiers of prices that run over a calendar
 * month (UTC) and over all who use it together.
 *
 * @param key category and thing: "storage.gp3", "dns.query.standard"
 * @param unit what the price is for
 * @param time how time is counted; of no effect on what is not held over time
 * @param free units that cost nothing each month, the first ones of the first tier
 * @param tiers prices in order; the last has no end
 * @param source where the figures come from
 */
public record Tariff(
    String key, MeterUnit unit, InstanceTimeRule time, long free, List<Tier> tiers, String source) {

  /**
   * A price that holds up to a quantity a month.
   *
   * @param upTo units where it ends, counted from the month's first; {@link #NO_END} for none
   * @param price USD per unit
   */
  public record Tier(long upTo, BigDecimal price) {
    /** The end of the last tier. */
    public static final long NO_END = Long.MAX_VALUE;
  }

  public static List<Problem> problems(String key, long free, List<Tier> tiers) {
    Problems problems = Problems.of()
        .require(
            "",
            category(key).isPresent(),
            "must begin with a category of the bill, was '" + key + "'",
            "for example storage.gp3")
        .require("free", free >= 0, "must be 0 or more, was " + free)
        .require("tiers", !tiers.isEmpty(), "must have at least one tier");
    for (int i = 0; i < tiers.size(); i++) {
      long end = tiers.get(i).upTo();
      problems
          .addAll("tiers[" + i + "]", Prices.problems("price", tiers.get(i).price()))
          .require(
              "tiers[" + i + "]",
              end > (i == 0 ? 0 : tiers.get(i - 1).upTo()),
              "must end above the tier before it")
          .require(
              "tiers[" + i + "]",
              (i + 1 == tiers.size()) == (end == Tier.NO_END),
              "the last tier, and only it, has no end");
    }
    return problems.list();
  }

  public Tariff {
    tiers = List.copyOf(tiers);
    Problems.throwIfAny(problems(key, free, tiers));
  }

  /** The same at one price of the scenario's own, without tiers. */
  Tariff at(BigDecimal price) {
    return new Tariff(
        key, unit, time, free, List.of(new Tier(Tier.NO_END, price)), "the scenario");
  }

  /** One price for all; time by the second, from the first one on. */
  public static Tariff flat(String key, MeterUnit unit, String price, String source) {
    return new Tariff(
        key,
        unit,
        InstanceTimeRule.EVERY_SECOND,
        0,
        List.of(new Tier(Tier.NO_END, new BigDecimal(price))),
        source);
  }

  Category category() {
    return category(key).orElseThrow();
  }

  private static Optional<Category> category(String key) {
    int dot = key.indexOf('.');
    String word = dot < 0 ? "" : key.substring(0, dot).toUpperCase(Locale.ROOT);
    return Arrays.stream(Category.values())
        .filter(each -> each != Category.COMMITMENTS && each != Category.CREDITS)
        .filter(each -> each.name().equals(word.replace('-', '_')))
        .findFirst();
  }

  /** What is counted: "gp3". */
  String meter() {
    return key.substring(key.indexOf('.') + 1).replace('.', ' ');
  }

  /** The tiers as they are walked through, the free units first. */
  List<TierWalk.Step> steps() {
    List<TierWalk.Step> steps = new ArrayList<>();
    long done = 0;
    if (free > 0) {
      steps.add(new TierWalk.Step(free * unit.counts(), unit.at(BigDecimal.ZERO)));
      done = free;
    }
    for (Tier tier : tiers) {
      if (tier.upTo() > done) {
        long counts =
            tier.upTo() == Tier.NO_END ? Long.MAX_VALUE : (tier.upTo() - done) * unit.counts();
        steps.add(new TierWalk.Step(counts, unit.at(tier.price())));
        done = tier.upTo();
      }
    }
    return steps;
  }
}

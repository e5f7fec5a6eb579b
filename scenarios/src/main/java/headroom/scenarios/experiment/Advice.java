package headroom.scenarios.experiment;

import headroom.billing.OpenHours;
import headroom.billing.OpenHours.Kind;
import headroom.billing.PriceBook;
import headroom.billing.Purchasable;
import headroom.statistics.Estimate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What to commit to on one term and way to pay, if the term goes on as what was simulated: of one
 * thing alone, or of all that there is together.
 *
 * @param way the term and way to pay: "1y no-upfront"
 * @param things what can be bought
 * @param cheapest the purchase whose cost is the least on average over the replications
 * @param safest the purchase whose largest regret over the replications is the least
 */
public record Advice(String way, List<Purchasable> things, Purchase cheapest, Purchase safest) {

  /**
   * How much of each thing to buy and what it comes to; all in USD a month of 730 hours.
   *
   * @param amounts how many instances to reserve, or thousandths of a USD per hour of a plan
   * @param cost what the instance time costs then that no commitment covers yet
   * @param saving how much less that is than without buying
   * @param regret how much less a purchase made in hindsight would have cost
   * @param mostRegret the largest of that over the replications
   */
  public record Purchase(
      List<Long> amounts, Estimate cost, Estimate saving, Estimate regret, double mostRegret) {

    public Purchase {
      amounts = List.copyOf(amounts);
    }
  }

  public Advice {
    things = List.copyOf(things);
  }

  /** Whether it is about several things at once. */
  public boolean isTogether() {
    return things.size() > 1;
  }

  /** Advice for everything that the book offers for what ran; the largest saving first. */
  static List<Advice> of(List<OpenHours> runs, PriceBook book) {
    List<Kind> kinds =
        runs.stream().flatMap(run -> run.kinds().stream()).distinct().sorted().toList();
    Map<String, List<Purchasable>> byWay = new LinkedHashMap<>();
    new Offers(kinds, book)
        .all().stream()
            .filter(thing -> runs.stream().anyMatch(run -> thing.most(run) > 0))
            .forEach(thing ->
                byWay.computeIfAbsent(thing.way(), any -> new ArrayList<>()).add(thing));
    List<Advice> advice = new ArrayList<>();
    byWay.forEach((way, things) -> {
      things.forEach(thing -> advice.add(new PurchaseChoice(way, List.of(thing), runs).advice()));
      List<Purchasable> together = PurchaseChoice.undominated(things);
      if (together.size() > 1) {
        advice.add(new PurchaseChoice(way, together, runs).advice());
      }
    });
    advice.sort((a, b) ->
        Double.compare(b.cheapest().saving().mean(), a.cheapest().saving().mean()));
    return advice;
  }
}

package headroom.scenarios.experiment;

import headroom.billing.OpenHours.Kind;
import headroom.billing.PlanOffer;
import headroom.billing.PriceBook;
import headroom.billing.Purchasable;
import headroom.billing.RegionBook;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What the price lists offer to commit to for what ran: region by region, and across a provider's. */
record Offers(List<Kind> kinds, PriceBook book) {

  /** Everything, reserved instances first. */
  List<Purchasable> all() {
    List<Purchasable> things = new ArrayList<>();
    kinds.forEach(kind -> book.in(kind.region())
        .reservedOffers(kind.type(), "linux")
        .forEach(offer -> things.add(new Purchasable.Reservation(offer, kind.region()))));
    things.addAll(plansOfRegions());
    things.addAll(plansOfProviders());
    return things;
  }

  private List<Purchasable> plansOfRegions() {
    return kinds.stream()
        .map(kind -> new Kind(kind.region(), PlanOffer.family(kind.type())))
        .distinct()
        .flatMap(family -> plans(family.region(), PlanOffer.Kind.EC2_INSTANCE).map(offer ->
            (Purchasable) new Purchasable.Plan(Map.of(family.region(), offer), family.type(), "")))
        .toList();
  }

  /** One plan for all regions whose lists have it on the same terms. */
  private List<Purchasable> plansOfProviders() {
    Map<List<String>, Map<String, PlanOffer>> byTerms = new LinkedHashMap<>();
    kinds.stream()
        .map(Kind::region)
        .distinct()
        .forEach(region -> plans(region, PlanOffer.Kind.COMPUTE)
            .forEach(offer -> byTerms
                .computeIfAbsent(List.of(provider(region), offer.terms()), any -> new TreeMap<>())
                .put(region, offer)));
    boolean isOne =
        kinds.stream().map(Kind::region).map(this::provider).distinct().count() < 2;
    List<Purchasable> plans = new ArrayList<>();
    byTerms.forEach(
        (terms, offers) -> plans.add(new Purchasable.Plan(offers, "", isOne ? "" : terms.get(0))));
    return plans;
  }

  private Stream<PlanOffer> plans(String region, PlanOffer.Kind kind) {
    return book.in(region).planOffers().stream().filter(offer -> offer.kind() == kind);
  }

  private String provider(String region) {
    return book.commitments().regions().stream()
        .filter(each -> each.name().equals(region))
        .map(RegionBook::provider)
        .findFirst()
        .orElse("");
  }
}

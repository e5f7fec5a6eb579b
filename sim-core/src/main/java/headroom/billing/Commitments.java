package headroom.billing;

import headroom.problem.Problem;
import headroom.problem.Problems;
import headroom.results.ResourceUsage;
import headroom.results.Usage;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a customer has agreed with the provider beside the price list.
 *
 * @param reserved reserved instances, in the order in which they were bought
 * @param plans savings plans, likewise
 * @param discounts private discounts; of several that hold for one charge the first counts
 * @param freeTiers instance hours given away each month
 * @param credits money given
 * @param meters what is sold beside the list
 * @param managed groups that are sold by such meters alone
 * @param regions the price lists of the scenario's regions, the first being the list's own; empty
 *     where there is one
 */
public record Commitments(
    List<ReservedInstances> reserved,
    List<SavingsPlan> plans,
    List<PrivateDiscount> discounts,
    List<FreeTier> freeTiers,
    List<Credit> credits,
    List<OwnMeter> meters,
    List<Managed> managed,
    List<RegionBook> regions) {

  public static final Commitments NONE = of(List.of());

  public static Commitments of(List<Agreement> agreed) {
    return new Commitments(
        of(ReservedInstances.class, agreed),
        of(SavingsPlan.class, agreed),
        of(PrivateDiscount.class, agreed),
        of(FreeTier.class, agreed),
        of(Credit.class, agreed),
        of(OwnMeter.class, agreed),
        of(Managed.class, agreed),
        of(RegionBook.class, agreed));
  }

  private static <T> List<T> of(Class<T> kind, List<Agreement> agreed) {
    return agreed.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /** Two of one name could not be told apart in results. */
  public static List<Problem> problems(List<String> names) {
    Problems problems = Problems.of();
    Set<String> seen = new TreeSet<>();
    for (int i = 0; i < names.size(); i++) {
      problems.require(
          "[" + i + "].name",
          seen.add(names.get(i)),
          "is the name of another commitment: " + names.get(i),
          "give it a name of its own");
    }
    return problems.list();
  }

  public Commitments {
    reserved = List.copyOf(reserved);
    plans = List.copyOf(plans);
    discounts = List.copyOf(discounts);
    freeTiers = List.copyOf(freeTiers);
    credits = List.copyOf(credits);
    meters = List.copyOf(meters);
    managed = List.copyOf(managed);
    regions = List.copyOf(regions);
    Problems.throwIfAny(problems(Stream.of(
            reserved.stream().map(ReservedInstances::name),
            plans.stream().map(SavingsPlan::name),
            discounts.stream().map(PrivateDiscount::name),
            freeTiers.stream().map(FreeTier::name),
            credits.stream().map(Credit::name))
        .flatMap(names -> names)
        .toList()));
  }

  /** What is metered of a use beside the meters of the scenario's own. */
  Usage listed(Usage usage) {
    return managed.isEmpty()
        ? usage
        : usage.without(
            managed.stream().map(Managed::name).collect(Collectors.toCollection(TreeSet::new)));
  }

  /** The resources that are not of managed groups. */
  List<ResourceUsage> listed(List<ResourceUsage> resources) {
    return resources.stream()
        .filter(one -> managed.stream().noneMatch(group -> group.name().equals(one.owner())))
        .toList();
  }

  /** A meter of the scenario's own by its tariff's key. */
  Optional<Tariff> own(String key) {
    return meters.stream()
        .map(OwnMeter::tariff)
        .filter(its -> its.key().equals(key))
        .findFirst();
  }

  /**
   * The region of what is on a bill, by the owner's name; what lies in none is told by the first.
   * Empty where there are no regions.
   */
  public Optional<RegionBook> regionOf(String owner) {
    String bought = boughtFor(owner);
    return regions.stream()
        .filter(region -> region.name().equals(bought) || region.owners().contains(owner))
        .findFirst()
        .or(() -> regions.stream().findFirst());
  }

  /** The region that a commitment is bound to; empty for one that holds in several, or none. */
  private String boughtFor(String owner) {
    return Stream.concat(
            reserved.stream()
                .filter(each -> owner.equals("commitments." + each.name()))
                .flatMap(each -> each.region().stream()),
            plans.stream()
                .filter(each -> owner.equals("commitments." + each.name()))
                .filter(each -> each.regions().size() == 1)
                .flatMap(each -> each.regions().keySet().stream()))
        .findFirst()
        .orElse("");
  }

  /**
   * What of it holds under other price lists too: what is sold beside any list, and where things lie.
   * What a provider gives on its own prices does not.
   */
  public Commitments underAnyList() {
    return new Commitments(
        List.of(), List.of(), List.of(), List.of(), List.of(), meters, managed, regions);
  }

  /** The same with another list for a region. */
  public Commitments withList(String region, PriceBook book) {
    return new Commitments(
        reserved,
        plans,
        discounts,
        freeTiers,
        credits,
        meters,
        managed,
        regions.stream()
            .map(each -> each.name().equals(region)
                ? new RegionBook(region, each.provider(), book, each.owners())
                : each)
            .toList());
  }

  /** Whether any of it covers instance time hour by hour. */
  boolean coverHours() {
    return !reserved.isEmpty() || !plans.isEmpty();
  }

  /** Zonal reservations are used before regional ones. */
  List<ReservedInstances> reservedInOrder() {
    return Stream.concat(
            reserved.stream().filter(each -> each.zone().isPresent()),
            reserved.stream().filter(each -> each.zone().isEmpty()))
        .toList();
  }

  /** Plans for one family are used before plans for all [B6]. */
  List<SavingsPlan> plansInOrder() {
    return Stream.concat(
            plans.stream().filter(each -> each.family().isPresent()),
            plans.stream().filter(each -> each.family().isEmpty()))
        .toList();
  }
}

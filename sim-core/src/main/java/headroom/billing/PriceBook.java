package headroom.billing;

import headroom.problem.Problem;
import headroom.problem.Problems;
import headroom.problem.Suggestion;
import headroom.results.InstanceUsage.What;
import headroom.results.ResourceUsage;
import headroom.results.ResourceUsage.Spot;
import headroom.results.Usage;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What things cost in one region at one date, and by which rules it is counted.
 *
 * @param id its name: "us-east-1/2026-07"
 * @param provider who sells: "Amazon Web Services"
 * @param region the provider's key of the region: "us-east-1"
 * @param regionName the region as the provider calls it: "US East (N. Virginia)"
 * @param date when the prices held
 * @param currency USD, the currency of all results
 * @param source where the prices come from, in a sentence
 * @param instanceTime how instance time is counted, by operating system
 * @param types the instance types, by name, in the book's order
 * @param balancers the load balancers, by type; empty before there were any
 * @param transfer what data from and to the internet costs
 * @param tariffs what else is metered, by key
 * @param reserved what reserved instances cost, in the book's order
 * @param plans what savings plans cost, likewise, where the book says so
 * @param commitments what the customer has agreed with the provider beside the list
 */
public record PriceBook(
    String id,
    String provider,
    String region,
    String regionName,
    LocalDate date,
    String currency,
    String source,
    Map<String, InstanceTimeRule> instanceTime,
    Map<String, TypePrice> types,
    Map<String, BalancerPrice> balancers,
    TransferPrices transfer,
    Map<String, Tariff> tariffs,
    List<ReservedOffer> reserved,
    List<PlanOffer> plans,
    Commitments commitments) {

  private static final String TO_REGION = "transfer.region";

  // Before, an address in use cost nothing [M16].
  private static final LocalDate ADDRESSES_ARE_SOLD = LocalDate.of(2024, 2, 1);

  private static final LocalDate PLANS_ARE_SOLD = LocalDate.of(2019, 11, 6);

  /** A book of instances, load balancers and the way to the internet alone. */
  public PriceBook(
      String id,
      String provider,
      String region,
      String regionName,
      LocalDate date,
      String currency,
      String source,
      Map<String, InstanceTimeRule> instanceTime,
      Map<String, TypePrice> types,
      Map<String, BalancerPrice> balancers,
      TransferPrices transfer) {
    this(
        id,
        provider,
        region,
        regionName,
        date,
        currency,
        source,
        instanceTime,
        types,
        balancers,
        transfer,
        Map.of(),
        List.of(),
        List.of(),
        Commitments.NONE);
  }

  /** The same list with what a customer has agreed beside it. */
  public PriceBook with(Commitments agreed) {
    return with(id, agreed);
  }

  /** The same under another name. */
  public PriceBook called(String name) {
    return with(name, commitments);
  }

  private PriceBook with(String name, Commitments agreed) {
    return new PriceBook(
        name,
        provider,
        region,
        regionName,
        date,
        currency,
        source,
        instanceTime,
        types,
        balancers,
        transfer,
        tariffs,
        reserved,
        plans,
        agreed);
  }

  /**
   * The same list, and what it lacks of types, load balancers and meters at the prices of another.
   */
  public PriceBook filledFrom(PriceBook other) {
    return new PriceBook(
        id + ", filled from " + other.id,
        provider,
        region,
        regionName,
        date,
        currency,
        source + "; what it lacks: " + other.source,
        union(instanceTime, other.instanceTime),
        union(types, other.types),
        union(balancers, other.balancers),
        transfer,
        union(tariffs, other.tariffs),
        reserved,
        plans,
        commitments);
  }

  private static <T> Map<String, T> union(Map<String, T> own, Map<String, T> others) {
    Map<String, T> all = new LinkedHashMap<>(own);
    others.forEach(all::putIfAbsent);
    return all;
  }

  /**
   * The same list with other prices of Linux instances by the hour, rules of time by system, and
   * prices of meters; all of them things it has.
   */
  public PriceBook overridden(
      Map<String, BigDecimal> hourly,
      Map<String, InstanceTimeRule> time,
      Map<String, BigDecimal> meters) {
    Map<String, TypePrice> priced = new LinkedHashMap<>(types);
    hourly.forEach((type, usd) -> priced.computeIfPresent(type, (name, old) -> old.at(usd)));
    Map<String, InstanceTimeRule> rules = new LinkedHashMap<>(instanceTime);
    rules.putAll(time);
    Map<String, Tariff> tariff = new LinkedHashMap<>(tariffs);
    meters.forEach((key, usd) -> tariff.computeIfPresent(key, (name, old) -> old.at(usd)));
    return new PriceBook(
        id + ", overridden",
        provider,
        region,
        regionName,
        date,
        currency,
        source,
        rules,
        priced,
        balancers,
        transfer,
        tariff,
        reserved,
        plans,
        commitments);
  }

  /**
   * What is wrong between the parts of a book.
   *
   * @param systems the operating systems that have a rule
   * @param types the types by name; empty where one is listed but was itself rejected
   */
  public static List<Problem> problems(
      String currency, Set<String> systems, Map<String, Optional<TypePrice>> types) {
    Problems problems = Problems.of()
        .require("currency", currency.equals("USD"), "must be USD, was " + currency)
        .require("types", !types.isEmpty(), "must list at least one instance type");
    types.values().stream()
        .flatMap(Optional::stream)
        .forEach(type -> problems.addAll("types.\"" + type.name() + "\"", rules(type, systems)));
    return problems.list();
  }

  private static List<Problem> rules(TypePrice type, Set<String> systems) {
    Problems problems = Problems.of();
    for (String system : type.hourly().keySet()) {
      problems.known(
          "price." + system,
          system,
          systems,
          "is a price for an operating system that instance-time does not have");
    }
    return problems.list();
  }

  public PriceBook {
    instanceTime = Collections.unmodifiableMap(new LinkedHashMap<>(instanceTime));
    types = Collections.unmodifiableMap(new LinkedHashMap<>(types));
    balancers = Collections.unmodifiableMap(new LinkedHashMap<>(balancers));
    reserved = List.copyOf(reserved);
    plans = List.copyOf(plans);
    tariffs = Collections.unmodifiableMap(new LinkedHashMap<>(tariffs));
    Map<String, Optional<TypePrice>> listed = new LinkedHashMap<>();
    types.forEach((name, type) -> listed.put(name, Optional.of(type)));
    Problems.throwIfAny(problems(currency, instanceTime.keySet(), listed));
  }

  /** What keeps this book from pricing an instance of a type under an operating system. */
  public List<Problem> typeProblems(String type, String system) {
    TypePrice found = types.get(type);
    if (found == null) {
      return List.of(lacks("type", type, "", types));
    }
    return found.hourly().containsKey(system)
        ? List.of()
        : List.of(lacks("price of " + type + " under", system, "", found.hourly()));
  }

  /** What keeps this book from pricing a load balancer of a type. */
  public List<Problem> balancerProblems(String type) {
    return balancers.containsKey(type)
        ? List.of()
        : List.of(lacks("load balancer of type", type, "", balancers));
  }

  /** The list of a region; this one where there are none, or it is the first. */
  public PriceBook in(String region) {
    return commitments.regions().stream()
        .skip(1)
        .filter(each -> each.name().equals(region))
        .map(RegionBook::book)
        .findFirst()
        .orElse(this);
  }

  /** The list by which an owner's charges go: its region's, or this one. */
  public PriceBook of(String owner) {
    return commitments.regionOf(owner).map(region -> in(region.name())).orElse(this);
  }

  /** Everything in the usage that this book, or that of a region, has no price for. */
  public List<Problem> problemsOf(Usage all) {
    Problems problems = Problems.of();
    Regional.parts(all, this)
        .forEach(part -> problems.addAll("", part.book().problemsHere(part.usage())));
    return problems.list();
  }

  private List<Problem> problemsHere(Usage all) {
    Usage usage = commitments.listed(all);
    Problems problems = Problems.of();
    for (What what : InstanceMeter.kinds(usage.instances())) {
      problems.addAll("groups." + what.group(), typeProblems(what.type(), what.system()));
    }
    for (Usage.BalancerUsage balancer : usage.balancers()) {
      problems.addAll("load-balancers." + balancer.name(), balancerProblems(balancer.type()));
    }
    return problems.addAll("", problemsHere(usage.resources())).list();
  }

  /**
   * Whether a meter costs nothing here: before monitoring was sold, and where a book lists none of
   * it or no prices between zones, alarms, metrics and calls are no reason to refuse a bill.
   */
  boolean isFree(String meter) {
    boolean optional = meter.startsWith("monitoring.") || meter.startsWith("transfer.zone-");
    boolean early = meter.equals("other.public-ipv4") && date.isBefore(ADDRESSES_ARE_SOLD);
    return (optional || early) && !tariffs.containsKey(meter);
  }

  /** Every resource that this book has no price for. */
  public List<Problem> problemsOf(List<ResourceUsage> resources) {
    List<RegionBook> regions = commitments.regions();
    if (regions.isEmpty()) {
      return problemsHere(resources);
    }
    Problems problems = Problems.of();
    resources.stream()
        .map(one -> of(one.owner()).problemsAlone(one))
        .forEach(found -> problems.addAll("", found));
    return problems.list().stream().distinct().toList();
  }

  private List<Problem> problemsAlone(ResourceUsage one) {
    return problemsHere(List.of(one));
  }

  private List<Problem> problemsHere(List<ResourceUsage> resources) {
    Map<String, String> meters = new TreeMap<>();
    Map<String, String> systems = new TreeMap<>();
    for (ResourceUsage resource : commitments.listed(resources)) {
      if (resource instanceof Spot spot && !instanceTime.containsKey(spot.what().system())) {
        systems.putIfAbsent(spot.what().system(), resource.owner());
      }
      MeteredUses.of(resource).stream()
          .filter(its -> !isFree(its.line().meter()))
          .forEach(its -> meters.putIfAbsent(its.line().meter(), resource.owner()));
    }
    Problems problems = Problems.of();
    systems.forEach((system, owner) ->
        problems.addAll(owner, List.of(lacks("rule of time for", system, "", instanceTime))));
    meters.forEach((meter, owner) -> problems.addAll(owner, meterProblems(meter)));
    return problems.list();
  }

  /** What keeps this book from pricing a metered thing. */
  public List<Problem> meterProblems(String key) {
    return tariffs.containsKey(known(key)) ? List.of() : List.of(lacks("meter", key, "", tariffs));
  }

  /** Data to a region without a price of its own has that of all regions. */
  private String known(String key) {
    boolean other = key.startsWith(TO_REGION + ".") && !tariffs.containsKey(key);
    return other ? TO_REGION : key;
  }

  /** The offers of reserved instances of a type under an operating system. */
  public List<ReservedOffer> reservedOffers(String type, String system) {
    return reserved.stream()
        .filter(offer -> offer.type().equals(type) && offer.system().equals(system))
        .toList();
  }

  /** The savings plans there are: those that the book lists, else at the prices of reserving. */
  public List<PlanOffer> planOffers() {
    boolean listed = !plans.isEmpty() || date.isBefore(PLANS_ARE_SOLD);
    return listed ? plans : PlanOffer.asReserved(reserved);
  }

  private Problem lacks(String what, String name, String field, Map<String, ?> known) {
    return new Problem(
        field,
        "the price book " + id + " has no " + what + " '" + name + "'",
        Suggestion.cure(name, known.keySet()));
  }

  Tariff tariff(String key) {
    return commitments.own(key).orElseGet(() -> present(tariffs.get(known(key)), key));
  }

  BalancerPrice balancer(String type) {
    return present(balancers.get(type), type);
  }

  BigDecimal hourly(What what) {
    TypePrice type = present(types.get(what.type()), what.type());
    return present(type.hourly().get(what.system()), what.system());
  }

  InstanceTimeRule instanceTime(String system) {
    return present(instanceTime.get(system), system);
  }

  private static <T> T present(@org.jspecify.annotations.Nullable T value, String name) {
    return Optional.ofNullable(value).orElseThrow(() -> new IllegalStateException(name));
  }
}

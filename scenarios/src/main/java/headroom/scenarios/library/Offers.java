package headroom.scenarios.library;

import headroom.billing.ReservedOffer;
import headroom.billing.ReservedPrice;
import headroom.billing.TypePrice;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;

/**
 * What of a provider's price file is kept while it streams by: instances of one region on shared
 * tenancy, without software of others on them, and what each costs.
 */
final class Offers {

  /** The systems of a price file that a book may know, in lower case there. */
  private static final List<String> SYSTEMS = List.of("Linux", "Windows", "SUSE");

  private record Product(String type, String system, int vcpus, double gib) {}

  private record Terms(String sku, int years, boolean convertible, String payment) {}

  private final String region;
  private final Set<String> systems;
  private final Map<String, Product> products = new LinkedHashMap<>();
  private final Map<String, BigDecimal> onDemand = new LinkedHashMap<>();
  private final Map<Terms, BigDecimal> upfront = new LinkedHashMap<>();
  private final Map<Terms, BigDecimal> hourly = new LinkedHashMap<>();
  private String regionName = "";

  /** Keeps what a region sells under systems of which the rule of time is known. */
  Offers(String region, Set<String> systems) {
    this.region = region;
    this.systems = systems;
  }

  /** A product by its attributes; those that are no plain instance of the region are passed over. */
  void product(String sku, Map<String, String> attributes) {
    String system = attributes.getOrDefault("operatingSystem", "").toLowerCase(Locale.ROOT);
    boolean plain = is(attributes, "regionCode", region)
        && is(attributes, "tenancy", "Shared")
        && is(attributes, "preInstalledSw", "NA")
        && is(attributes, "capacitystatus", "Used")
        && !is(attributes, "licenseModel", "Bring your own license")
        && SYSTEMS.contains(attributes.getOrDefault("operatingSystem", ""))
        && systems.contains(system);
    if (plain && attributes.containsKey("instanceType")) {
      regionName = attributes.getOrDefault("location", region);
      products.put(
          sku,
          new Product(
              attributes.getOrDefault("instanceType", ""),
              system,
              Figures.wholeNumber(attributes.getOrDefault("vcpu", "")),
              Figures.gibibytes(attributes.getOrDefault("memory", "").replace(",", ""))));
    }
  }

  private static boolean is(Map<String, String> attributes, String name, String value) {
    return attributes.getOrDefault(name, "").equals(value);
  }

  boolean knows(String sku) {
    return products.containsKey(sku);
  }

  void onDemand(String sku, String unit, BigDecimal price) {
    if (unit.equals("Hrs") && price.signum() > 0) {
      onDemand.put(sku, price);
    }
  }

  /** One of the two prices of a reservation: once by the piece, or by the hour. */
  void reserved(
      String sku,
      String lease,
      String offeringClass,
      String payment,
      String unit,
      BigDecimal price) {
    if (lease.equals("1yr") || lease.equals("3yr")) {
      Terms terms = new Terms(
          sku,
          lease.charAt(0) - '0',
          offeringClass.equals("convertible"),
          payment.toLowerCase(Locale.ROOT).replace(' ', '-'));
      (unit.equals("Hrs") ? hourly : upfront).put(terms, price);
    }
  }

  String regionName() {
    return regionName;
  }

  /** The types by name, each with its prices under all systems. */
  Map<String, TypePrice> types(String source) {
    Map<String, Map<String, BigDecimal>> prices = new TreeMap<>();
    Map<String, Product> first = new TreeMap<>();
    onDemand.forEach((sku, price) -> {
      Product product = Objects.requireNonNull(products.get(sku));
      prices.computeIfAbsent(product.type(), any -> new TreeMap<>()).put(product.system(), price);
      first.putIfAbsent(product.type(), product);
    });
    Map<String, TypePrice> types = new LinkedHashMap<>();
    first.forEach((type, product) -> types.put(
        type,
        new TypePrice(
            type,
            product.vcpus(),
            product.gib(),
            OptionalDouble.empty(),
            prices.getOrDefault(type, Map.of()),
            source)));
    return types;
  }

  /** The reservations of types that are sold on demand too. */
  List<ReservedOffer> reserved(String source) {
    Set<Terms> all = new java.util.LinkedHashSet<>(upfront.keySet());
    all.addAll(hourly.keySet());
    List<ReservedOffer> offers = new ArrayList<>();
    for (Terms terms : all) {
      BigDecimal once = upfront.getOrDefault(terms, BigDecimal.ZERO);
      BigDecimal each = hourly.getOrDefault(terms, BigDecimal.ZERO);
      Product product = Objects.requireNonNull(products.get(terms.sku()));
      if (once.signum() + each.signum() > 0 && onDemand.containsKey(terms.sku())) {
        offers.add(new ReservedOffer(
            product.type(),
            product.system(),
            terms.convertible(),
            terms.payment(),
            new ReservedPrice(once, each, terms.years(), false),
            source));
      }
    }
    return offers;
  }
}

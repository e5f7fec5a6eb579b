package headroom.billing;

import static headroom.billing.FocusColumn.AVAILABILITY_ZONE;
import static headroom.billing.FocusColumn.RESOURCE_ID;
import static headroom.billing.FocusColumn.RESOURCE_NAME;
import static headroom.billing.FocusColumn.RESOURCE_TYPE;
import static headroom.billing.FocusColumn.SKU_PRICE_DETAILS;
import static headroom.billing.FocusColumn.X_PURCHASE_OPTION;
import static headroom.billing.FocusColumn.X_RESOURCE_KIND;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The FOCUS columns that say what a charge is for. */
final class FocusResource {

  private FocusResource() {}

  static void put(Map<FocusColumn, Object> values, Resource resource, PriceBook book) {
    values.put(RESOURCE_ID, resource.name());
    values.put(RESOURCE_NAME, resource.name().substring(resource.name().indexOf('.') + 1));
    values.put(RESOURCE_TYPE, type(resource.name()));
    values.put(X_PURCHASE_OPTION, resource.purchase());
    if (!resource.zone().isEmpty()) {
      values.put(AVAILABILITY_ZONE, zone(resource.zone(), book));
    }
    if (!resource.type().isEmpty()) {
      values.put(X_RESOURCE_KIND, resource.type());
    }
    Optional.ofNullable(book.types().get(resource.type()))
        .ifPresent(type -> values.put(SKU_PRICE_DETAILS, details(type, resource.system())));
  }

  private static String type(String name) {
    if (name.startsWith("groups.")) {
      return "Auto Scaling Group";
    }
    if (name.startsWith("commitments.")) {
      return "Commitment Discount";
    }
    return name.startsWith("load-balancers.") ? "Load Balancer" : "Other";
  }

  /** A letter is a zone of the region: "us-east-1a". */
  private static String zone(String zone, PriceBook book) {
    return zone.length() == 1 && Character.isLetter(zone.charAt(0)) ? book.region() + zone : zone;
  }

  private static String details(TypePrice type, String system) {
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("CoreCount", type.vcpus());
    details.put("InstanceType", type.name());
    details.put("MemorySize", plain(type.memoryGiB()));
    if (!system.isEmpty()) {
      details.put("OperatingSystem", system);
    }
    return FlatJson.of(details);
  }

  private static BigDecimal plain(double value) {
    BigDecimal exact = BigDecimal.valueOf(value).stripTrailingZeros();
    return exact.scale() < 0 ? exact.setScale(0) : exact;
  }
}

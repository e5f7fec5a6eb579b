package headroom.billing;

/**
 * How FOCUS classifies a charge (platform sheet §9.3).
 *
 * @param category one of the specification's service categories
 * @param subcategory one of that category's subcategories
 * @param name the provider's service; each has one category
 */
record FocusService(String category, String subcategory, String name) {

  static final FocusService INSTANCES =
      new FocusService("Compute", "Virtual Machines", "Amazon Elastic Compute Cloud");
  private static final FocusService NETWORK =
      new FocusService("Networking", "Network Infrastructure", "Amazon Virtual Private Cloud");

  private static final FocusService OTHER = new FocusService("Other", "Other (Other)", "Other");

  static FocusService of(Charge charge) {
    if (charge.item().sku().startsWith(OwnMeter.key(charge.category(), ""))) {
      return OTHER;
    }
    return switch (charge.category()) {
      case COMPUTE, COMMITMENTS, CREDITS -> INSTANCES;
      case LOAD_BALANCING ->
        new FocusService("Networking", "Application Networking", "Elastic Load Balancing");
      case TRANSFER -> transfer(charge.item().sku());
      case STORAGE -> new FocusService("Storage", "Block Storage", "Amazon Elastic Block Store");
      case DNS -> new FocusService("Networking", "Network Routing", "Amazon Route 53");
      case MONITORING ->
        new FocusService("Management and Governance", "Observability", "Amazon CloudWatch");
      case OTHER -> isAddress(charge.item().sku()) ? NETWORK : OTHER;
    };
  }

  private static FocusService transfer(String sku) {
    return sku.startsWith("transfer.nat-")
        ? NETWORK
        : new FocusService("Networking", "Network Connectivity", "AWS Data Transfer");
  }

  private static boolean isAddress(String sku) {
    return sku.startsWith("other.public-ipv4") || sku.startsWith("other.elastic-ip");
  }
}

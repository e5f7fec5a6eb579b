package headroom.billing;

/**
 * How FOCUS classifies a category of charges (platform sheet §9.3).
 *
 * @param category one of the specification's service categories
 * @param subcategory one of that category's subcategories
 * @param name the provider's service; each has one category
 */
record FocusService(String category, String subcategory, String name) {

  static FocusService of(Category category) {
    return switch (category) {
      case COMPUTE ->
        new FocusService("Compute", "Virtual Machines", "Amazon Elastic Compute Cloud");
      case LOAD_BALANCING ->
        new FocusService("Networking", "Application Networking", "Elastic Load Balancing");
      case TRANSFER -> new FocusService("Networking", "Network Connectivity", "AWS Data Transfer");
      case STORAGE, DNS, MONITORING, COMMITMENTS, OTHER, CREDITS ->
        throw new IllegalStateException("no meter charges for " + category.word() + " yet");
    };
  }
}

package headroom.billing;

import headroom.results.ResourceUsage;
import headroom.results.ResourceUsage.BetweenRegions;
import headroom.results.Usage;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What was used in each region of a scenario that has several, beside its own price list. */
final class Regional {

  private Regional() {}

  /**
   * What one price list is for.
   *
   * @param region the scenario's name of it; empty where there are none
   * @param provider whose the region is; likewise
   * @param usage what was used there
   * @param book its prices
   * @param before what the same provider's regions before it used, whose free bytes are gone
   */
  record Part(String region, String provider, Usage usage, PriceBook book, List<Usage> before) {}

  /** The parts, the first with what lies in no region; one alone where there are no regions. */
  static List<Part> parts(Usage usage, PriceBook book) {
    List<RegionBook> regions = book.commitments().regions();
    if (regions.isEmpty()) {
      return List.of(new Part("", "", book.commitments().listed(usage), book, List.of()));
    }
    Set<String> elsewhere = new TreeSet<>();
    regions.stream().skip(1).forEach(region -> elsewhere.addAll(region.owners()));
    List<Part> parts = new ArrayList<>();
    Usage listed = book.commitments().listed(usage);
    for (RegionBook region : regions) {
      boolean isFirst = parts.isEmpty();
      Usage its = priced(
          listed.of(
              owner -> isFirst ? !elsewhere.contains(owner) : region.owners().contains(owner)),
          regions);
      PriceBook prices = isFirst ? book : region.book();
      List<Usage> before = parts.stream()
          .filter(part -> part.provider().equals(region.provider()))
          .map(Part::usage)
          .toList();
      parts.add(new Part(region.name(), region.provider(), its, prices, before));
    }
    return parts;
  }

  /** Data between regions goes by the region's key in the price lists. */
  private static Usage priced(Usage usage, List<RegionBook> regions) {
    List<ResourceUsage> resources = usage.resources().stream()
        .map(used -> used instanceof BetweenRegions data
            ? new BetweenRegions(data.owner(), key(data.region(), regions), data.bytes())
            : used)
        .toList();
    return new Usage(usage.instances(), usage.balancers(), usage.transfers(), resources);
  }

  private static String key(String name, List<RegionBook> regions) {
    return regions.stream()
        .filter(region -> region.name().equals(name))
        .map(region -> region.book().region())
        .findFirst()
        .orElse(name);
  }
}

package headroom.spec;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which zone and group lies in which region; one region without a name where nobody says any. */
public final class Geography {

  /** The region of a scenario that says none. */
  public static final String NOWHERE = "";

  private final List<CloudRegion> regions;
  private final Map<String, String> byZone = new LinkedHashMap<>();
  private final Map<String, Map<String, Long>> roundTrips = new LinkedHashMap<>();

  public Geography(List<CloudRegion> regions) {
    this.regions = List.copyOf(regions);
    regions.forEach(region -> region.zones().forEach(zone -> byZone.put(zone, region.name())));
    regions.forEach(region -> region.latency().forEach((other, time) -> {
      far(region.name()).put(other, time.toNanos());
      far(other).put(region.name(), time.toNanos());
    }));
  }

  /** True when there is one region only, with a name or without. */
  public boolean isOne() {
    return regions.size() < 2;
  }

  /** The names of all regions, in their order. */
  public List<String> names() {
    return regions.isEmpty()
        ? List.of(NOWHERE)
        : regions.stream().map(CloudRegion::name).toList();
  }

  /** The region that has a zone. */
  public String ofZone(String zone) {
    return byZone.getOrDefault(zone, NOWHERE);
  }

  /** The region that a group launches in. */
  public String of(Group group) {
    return ofZone(group.zones().get(0));
  }

  /** What is said of a region; empty where there are none. */
  public Optional<CloudRegion> region(String name) {
    return regions.stream().filter(region -> region.name().equals(name)).findFirst();
  }

  /** Whose a region is; empty where there are none. */
  public String provider(String region) {
    return region(region).map(CloudRegion::provider).orElse(NOWHERE);
  }

  /** The zones of a region. */
  public List<String> zonesOf(String region) {
    return region(region).map(CloudRegion::zones).orElse(List.of());
  }

  /** The zones of all regions of a provider. */
  public List<String> zonesOfProvider(String provider) {
    return regions.stream()
        .filter(region -> region.provider().equals(provider))
        .flatMap(region -> region.zones().stream())
        .toList();
  }

  private Map<String, Long> far(String region) {
    return roundTrips.computeIfAbsent(region, name -> new LinkedHashMap<>());
  }

  /** True when the way to some region takes time. */
  public boolean hasDistances() {
    return !roundTrips.isEmpty();
  }

  /** The time to another region and back, in nanoseconds; 0 where nobody says it. */
  public long roundTripNanos(String from, String to) {
    return roundTrips.getOrDefault(from, Map.of()).getOrDefault(to, 0L);
  }
}

package headroom.spec;

import headroom.problem.Problem;
import headroom.problem.Problems;
import headroom.supply.Api;
import headroom.supply.Quotas;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Zones of one provider near each other, which share a control plane, quotas, an API and prices.
 *
 * @param name its name in the scenario
 * @param provider whose it is: failures of a provider take all its regions
 * @param zones its availability zones, each in this region alone
 * @param prices the id of the price book that its resources are read with
 * @param quotas how much the account may run here; empty for what the cloud says, here alone
 * @param api how often the account may ask here; likewise
 * @param image what groups here start from that name no image; empty for the usual one
 * @param latency round-trip times to other regions, by their names
 */
public record CloudRegion(
    String name,
    String provider,
    List<String> zones,
    String prices,
    Optional<Quotas> quotas,
    Optional<Api> api,
    Optional<String> image,
    Map<String, Duration> latency) {

  private static final Duration LONGEST = Duration.ofSeconds(10);

  public static List<Problem> problems(
      String name, List<String> zones, Map<String, Duration> latency) {
    Problems problems = Problems.of()
        .require("zones", !zones.isEmpty(), "must name at least one", "for example [a, b]")
        .require(
            "zones",
            zones.stream().distinct().count() == zones.size(),
            "must not name a zone twice")
        .require(
            "latency",
            !latency.containsKey(name),
            "is to other regions, not to itself",
            "leave " + name + " out");
    latency.forEach((other, time) -> problems.require(
        "latency." + other,
        !time.isNegative() && time.compareTo(LONGEST) <= 0,
        "must be 0 to 10 s",
        "the time there and back, for example 70ms"));
    return problems.list();
  }

  public CloudRegion {
    zones = List.copyOf(zones);
    latency = Collections.unmodifiableMap(new TreeMap<>(latency));
    Problems.throwIfAny(problems(name, zones, latency));
  }

  /** A region of which nothing is said but its zones. */
  public CloudRegion(String name, String provider, List<String> zones, String prices) {
    this(
        name,
        provider,
        zones,
        prices,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Map.of());
  }
}

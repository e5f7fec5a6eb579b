package headroom.spec;

import headroom.results.InstanceUsage;
import headroom.results.ResourceUsage;
import headroom.results.ResourceUsage.BetweenRegions;
import headroom.results.ResourceUsage.BetweenZones;
import headroom.results.Usage;
import headroom.results.Usage.TransferUsage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Of what passed from zone to zone that between regions, which is the sender's alone to pay (fleet
 * sheet §2.7), and that between providers, which goes by the internet. What passes between instances
 * and a balancer of their region is free of charge, and left out.
 */
public final class RegionTraffic {

  private final Geography places;
  private final Set<String> freeDoors;
  private final Map<Way, double[]> between = new LinkedHashMap<>();
  private final List<ResourceUsage> others = new ArrayList<>();

  private final List<TransferUsage> internet = new ArrayList<>();

  private record Way(String from, String toRegion) {}

  private RegionTraffic(Scenario scenario) {
    places = scenario.geography();
    freeDoors = scenario.loadBalancers().stream()
        .filter(balancer -> balancer.type() == LoadBalancer.Type.CLASSIC
            || balancer.type() == LoadBalancer.Type.APPLICATION)
        .map(balancer -> "load-balancers." + balancer.name())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The usage of a run with its traffic between regions. */
  public static Usage in(Scenario scenario, Usage usage) {
    if (scenario.geography().isOne()) {
      return usage;
    }
    RegionTraffic traffic = new RegionTraffic(scenario);
    usage.resources().forEach(traffic::add);
    traffic.between.forEach(
        (way, bytes) -> traffic.others.add(new BetweenRegions(way.from(), way.toRegion(), bytes)));
    InstanceUsage none = new InstanceUsage.Builder().build();
    Usage rest = new Usage(usage.instances(), usage.balancers(), usage.transfers(), traffic.others);
    return traffic.internet.stream()
        .map(sent -> new Usage(none, List.of(), List.of(sent)))
        .reduce(rest, Usage::withTraffic);
  }

  private void add(ResourceUsage used) {
    if (!(used instanceof BetweenZones data)) {
      others.add(used);
      return;
    }
    String to = places.ofZone(data.toZone());
    String from = places.ofZone(data.zone());
    if (!places.provider(from).equals(places.provider(to))) {
      double[] nothing = new double[data.bytes().length];
      internet.add(new TransferUsage(data.owner(), data.bytes(), nothing));
      internet.add(new TransferUsage(data.to(), nothing, data.bytes()));
    } else if (!to.equals(from)) {
      between.merge(new Way(data.owner(), to), data.bytes(), RegionTraffic::sum);
    } else if (!freeDoors.contains(data.owner()) && !freeDoors.contains(data.to())) {
      others.add(used);
    }
  }

  private static double[] sum(double[] some, double[] more) {
    double[] sum = some.clone();
    for (int hour = 0; hour < sum.length; hour++) {
      sum[hour] += more[hour];
    }
    return sum;
  }
}

package headroom.spec;

import headroom.results.InstanceUsage;
import headroom.results.ResourceUsage;
import headroom.results.ResourceUsage.Gateway;
import headroom.results.ResourceUsage.Handled;
import headroom.results.ResourceUsage.Spot;
import headroom.results.Usage;
import headroom.results.Usage.TransferUsage;
import headroom.results.Window;
import headroom.supply.Nat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What NAT gateways did: one in each zone of each group in private subnets, shared by all such
 * groups (fleet sheet §2.9). What requests need is spread over the zones as the group's instance time
 * of the hour is.
 */
public final class NatUse {

  private static final long HOUR = 3_600_000_000_000L;

  private final Window window;
  private final int hours;
  private final SortedMap<String, double[]> byZone = new TreeMap<>();
  private final List<TransferUsage> transfers = new ArrayList<>();

  private NatUse(Window window) {
    this.window = window;
    this.hours = Math.toIntExact(window.toNanos() / HOUR) + 1;
  }

  /** The usage with what gateways did. */
  public static Usage in(Scenario scenario, Usage usage) {
    NatUse use = new NatUse(scenario.window());
    for (Group group : scenario.groups()) {
      group.nat().ifPresent(nat -> use.add(group, nat, usage));
    }
    long end = scenario.window().toNanos();
    List<Gateway> gateways = use.byZone.entrySet().stream()
        .map(zone -> new Gateway("nat." + zone.getKey(), zone.getKey(), 0, end, zone.getValue()))
        .toList();
    return gateways.isEmpty()
        ? usage
        : usage.with(gateways).withTraffic(new Usage(
            new InstanceUsage.Builder().build(), List.of(), use.transfers));
  }

  private void add(Group group, Nat nat, Usage usage) {
    Times times = new Times(group);
    InstanceUsage instances = usage.instances();
    for (int row = 0; row < instances.size(); row++) {
      times.add(instances.what(row), instances.fromNanos(row), instances.toNanos(row));
    }
    for (ResourceUsage used : usage.resources()) {
      if (used instanceof Spot spot) {
        times.add(spot.what(), spot.fromNanos(), spot.toNanos());
      }
    }
    double[] requests = requests(group, usage);
    double[] in = new double[hours];
    double[] out = new double[hours];
    for (int hour = 0; hour < hours; hour++) {
      in[hour] = requests[hour] * nat.receives() + times.launches(hour) * (double) nat.atLaunch();
      out[hour] = requests[hour] * nat.sends();
    }
    for (String zone : group.zones()) {
      double[] bytes = byZone.computeIfAbsent(zone, any -> new double[hours]);
      for (int hour = 0; hour < hours; hour++) {
        bytes[hour] += times.share(zone, hour) * requests[hour] * (nat.receives() + nat.sends())
            + times.launches(zone, hour) * (double) nat.atLaunch();
      }
    }
    transfers.add(new TransferUsage("groups." + group.name(), out, in));
  }

  private double[] requests(Group group, Usage usage) {
    double[] requests = new double[hours];
    for (ResourceUsage used : usage.resources()) {
      if (used instanceof Handled handled && handled.group().equals("groups." + group.name())) {
        double[] came = handled.requests();
        Arrays.setAll(requests, hour -> requests[hour] + (hour < came.length ? came[hour] : 0));
      }
    }
    return requests;
  }

  /** When a group's instances ran, by zone and hour, and how many began. */
  private final class Times {
    private final String group;
    private final SortedMap<String, double[]> ran = new TreeMap<>();
    private final SortedMap<String, int[]> launched = new TreeMap<>();

    Times(Group group) {
      this.group = group.name();
      for (String zone : group.zones()) {
        ran.put(zone, new double[hours]);
        launched.put(zone, new int[hours]);
      }
    }

    void add(InstanceUsage.What what, long from, long to) {
      double[] spent = ran.get(what.zone());
      int[] begun = launched.get(what.zone());
      if (!what.group().equals(group) || spent == null || begun == null) {
        return;
      }
      for (long at = from; at < to; at = (at / HOUR + 1) * HOUR) {
        spent[(int) (at / HOUR)] += Math.min(to, (at / HOUR + 1) * HOUR) - at;
      }
      // Those of time zero were there before.
      if (from > 0 && from >= window.fromNanos()) {
        begun[(int) (from / HOUR)]++;
      }
    }

    int launches(String zone, int hour) {
      int[] begun = launched.getOrDefault(zone, new int[hours]);
      return begun[hour];
    }

    int launches(int hour) {
      return launched.values().stream().mapToInt(begun -> begun[hour]).sum();
    }

    /** Of an hour without any instance each zone has its part. */
    double share(String zone, int hour) {
      double all = ran.values().stream().mapToDouble(spent -> spent[hour]).sum();
      return all > 0 ? ran.getOrDefault(zone, new double[hours])[hour] / all : 1.0 / ran.size();
    }
  }
}

package headroom.billing;

import headroom.results.ResourceUsage;
import headroom.results.ResourceUsage.Address;
import headroom.results.ResourceUsage.Alarm;
import headroom.results.ResourceUsage.BetweenRegions;
import headroom.results.ResourceUsage.BetweenZones;
import headroom.results.ResourceUsage.Burst;
import headroom.results.ResourceUsage.Counted;
import headroom.results.ResourceUsage.DetailedMonitoring;
import headroom.results.ResourceUsage.Gateway;
import headroom.results.ResourceUsage.Handled;
import headroom.results.ResourceUsage.Held;
import headroom.results.ResourceUsage.Host;
import headroom.results.ResourceUsage.Queries;
import headroom.results.ResourceUsage.Snapshot;
import headroom.results.ResourceUsage.Spot;
import headroom.results.ResourceUsage.Volume;
import java.util.List;
import java.util.stream.Stream;

/** Which meters of a price book a use turns, and how far (sheet §2.5 to §2.9). */
final class MeteredUses {

  private MeteredUses() {}

  /** The metered uses in a resource's use; none for spot, whose price is its own. */
  static List<Metered> of(ResourceUsage usage) {
    if (usage instanceof Volume volume) {
      return VolumeUses.of(volume);
    }
    if (usage instanceof BetweenZones data) {
      return betweenZones(data);
    }
    if (usage instanceof Gateway nat) {
      Resource resource = zonal(nat.owner(), "nat-gateway", nat.zone());
      return List.of(
          Metered.held("transfer.nat-hour", resource, 1, nat.fromNanos(), nat.toNanos()),
          Metered.counted("transfer.nat-data", resource, nat.bytes()));
    }
    return Stream.of(usage)
        .filter(each -> !(each instanceof Spot) && !(each instanceof Handled))
        .map(MeteredUses::single)
        .toList();
  }

  private static Metered single(ResourceUsage usage) {
    if (usage instanceof Held held) {
      return Metered.held(
          held.meter(), regional(held), held.amount(), held.fromNanos(), held.toNanos());
    }
    if (usage instanceof Counted counted) {
      return Metered.counted(counted.meter(), regional(counted), counted.counts());
    }
    if (usage instanceof Host host) {
      Resource resource = zonal(host.owner(), host.family(), host.zone());
      return Metered.held(
          "compute.host." + host.family(), resource, 1, host.fromNanos(), host.toNanos());
    }
    if (usage instanceof Snapshot snapshot) {
      return Metered.held(
          "storage.snapshot",
          regional(snapshot),
          snapshot.mib(),
          snapshot.fromNanos(),
          snapshot.toNanos());
    }
    if (usage instanceof Burst burst) {
      return SurplusCredits.metered(burst);
    }
    return usage instanceof Address address ? address(address) : watched(usage);
  }

  private static Metered watched(ResourceUsage usage) {
    if (usage instanceof Queries queries) {
      return Metered.counted("dns.query." + queries.kind(), regional(queries), queries.queries());
    }
    if (usage instanceof Alarm alarm) {
      String meter = alarm.highResolution() ? "alarm-high-resolution" : "alarm";
      return Metered.held(
          "monitoring." + meter,
          regional(alarm),
          alarm.metrics(),
          alarm.fromNanos(),
          alarm.toNanos());
    }
    if (usage instanceof DetailedMonitoring watched) {
      return Metered.held(
          "monitoring.detailed", regional(watched), 1, watched.fromNanos(), watched.toNanos());
    }
    if (usage instanceof BetweenRegions data) {
      return Metered.counted("transfer.region." + data.region(), regional(data), data.bytes());
    }
    throw new IllegalArgumentException("no meter for " + usage);
  }

  /** Each side is charged for what passes between zones [P6], [M15]. */
  private static List<Metered> betweenZones(BetweenZones data) {
    return List.of(
        Metered.counted("transfer.zone-out", zonal(data.owner(), "", data.zone()), data.bytes()),
        Metered.counted("transfer.zone-in", zonal(data.to(), "", data.toZone()), data.bytes()));
  }

  /** Before 1 February 2024 only an Elastic IP that is on no running instance cost anything [M16]. */
  private static Metered address(Address address) {
    String kind = address.elastic() && !address.inUse() ? "elastic-ip-idle" : "public-ipv4";
    return Metered.held(
        "other." + kind,
        zonal(address.owner(), kind, address.zone()),
        1,
        address.fromNanos(),
        address.toNanos());
  }

  private static Resource regional(ResourceUsage usage) {
    return Resource.regional(usage.owner(), "");
  }

  static Resource zonal(String name, String type, String zone) {
    return new Resource(name, type, zone, "on-demand", "");
  }
}

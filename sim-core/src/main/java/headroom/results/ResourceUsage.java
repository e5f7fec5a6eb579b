package headroom.results;

import headroom.results.InstanceUsage.What;
import java.util.Map;

/**
 * What was used beside on-demand instances, load balancers and the way to the internet. Times are
 * simulated nanoseconds, over the whole run; hourly figures have index 0 for the run's first hour.
 */
public sealed interface ResourceUsage {

  /** What used it, as metrics name it: "groups.web". */
  String owner();

  /** The same with other instance types in the place of some, by name. */
  default ResourceUsage withTypes(Map<String, String> others) {
    return this;
  }

  /** Who ended a run of an instance. */
  enum EndedBy {
    /** The customer or the customer's fleet; also the end of the run. */
    CUSTOMER,
    /** The provider, who interrupted a spot instance. */
    PROVIDER
  }

  /**
   * One run of a spot instance.
   *
   * @param what its group, type, zone and system; its purchase is "spot"
   * @param endedBy who ended it, which decides what its last hour costs
   * @param price the pool's price while it ran
   */
  record Spot(What what, long fromNanos, long toNanos, EndedBy endedBy, PricePath price)
      implements ResourceUsage {
    @Override
    public String owner() {
      return "groups." + what.group();
    }

    @Override
    public ResourceUsage withTypes(Map<String, String> others) {
      return new Spot(what.withType(others), fromNanos, toNanos, endedBy, price);
    }
  }

  /**
   * One run of a burstable instance that may go on beyond its credits (unlimited mode).
   *
   * @param stopped whether it was stopped or terminated at its end; false when it runs on
   * @param earned CPU credits earned an hour
   * @param spent CPU credits spent in each hour of its own, counted from its start
   */
  record Burst(
      What what, long fromNanos, long toNanos, boolean stopped, double earned, double[] spent)
      implements ResourceUsage {
    @Override
    public String owner() {
      return "groups." + what.group();
    }

    @Override
    public ResourceUsage withTypes(Map<String, String> others) {
      return new Burst(what.withType(others), fromNanos, toNanos, stopped, earned, spent);
    }
  }

  /**
   * A dedicated host while it was allocated, whatever ran on it.
   *
   * @param family instance family: "c5"
   */
  record Host(String owner, String family, String zone, long fromNanos, long toNanos)
      implements ResourceUsage {}

  /**
   * A provisioned block volume, attached or not.
   *
   * @param kind "gp2", "gp3", "io1", "io2", "st1", "sc1", "magnetic"
   * @param gib provisioned size
   * @param iops provisioned I/O operations per second; 0 where the kind has none to provision
   * @param mibPerSecond provisioned throughput; 0 where the kind has none to provision
   */
  record Volume(
      String owner,
      String zone,
      String kind,
      int gib,
      int iops,
      int mibPerSecond,
      long fromNanos,
      long toNanos)
      implements ResourceUsage {}

  /**
   * A snapshot.
   *
   * @param mib changed blocks it stores
   */
  record Snapshot(String owner, long mib, long fromNanos, long toNanos) implements ResourceUsage {}

  /**
   * A public IPv4 address.
   *
   * @param elastic whether it is an Elastic IP, which stays when its instance goes
   * @param inUse whether it is on a running instance
   */
  record Address(
      String owner, String zone, boolean elastic, boolean inUse, long fromNanos, long toNanos)
      implements ResourceUsage {}

  /**
   * A NAT gateway.
   *
   * @param bytes bytes processed in each hour
   */
  record Gateway(String owner, String zone, long fromNanos, long toNanos, double[] bytes)
      implements ResourceUsage {}

  /**
   * Data between two availability zones of the region, one way; each side is charged.
   *
   * @param owner who sent it
   * @param to who received it
   * @param bytes bytes in each hour
   */
  record BetweenZones(String owner, String zone, String to, String toZone, double[] bytes)
      implements ResourceUsage {}

  /**
   * Data to another region; the sender is charged.
   *
   * @param region the region it went to: "us-east-2"
   * @param bytes bytes in each hour
   */
  record BetweenRegions(String owner, String region, double[] bytes) implements ResourceUsage {}

  /**
   * A hosted zone's queries.
   *
   * @param kind "standard", "latency" or "geo"
   * @param queries queries answered in each hour
   */
  record Queries(String owner, String kind, double[] queries) implements ResourceUsage {}

  /**
   * An alarm while it existed.
   *
   * @param metrics how many metrics it watches
   * @param highResolution whether it is evaluated more often than once a minute
   */
  record Alarm(String owner, int metrics, boolean highResolution, long fromNanos, long toNanos)
      implements ResourceUsage {}

  /**
   * What came through a door in each hour. No price list meters it: a scenario's own meters may.
   *
   * @param owner the door: a load balancer, or the group where there is none
   * @param group the group behind it, as owners are named
   * @param requests requests and calls that came
   * @param bytesIn bytes they carried
   * @param bytesOut bytes of their answers
   */
  record Handled(String owner, String group, double[] requests, double[] bytesIn, double[] bytesOut)
      implements ResourceUsage {}

  /** An instance's metrics by the minute instead of by five (detailed monitoring). */
  record DetailedMonitoring(String owner, long fromNanos, long toNanos) implements ResourceUsage {}

  /**
   * So much of anything that a price book meters, held for a time.
   *
   * @param meter the meter's key: "dns.hosted-zone"
   * @param amount how much of it at once
   */
  record Held(String owner, String meter, long amount, long fromNanos, long toNanos)
      implements ResourceUsage {}

  /**
   * Anything that a price book meters, counted.
   *
   * @param meter the meter's key
   * @param counts how many in each hour, in the things the meter's unit counts
   */
  record Counted(String owner, String meter, double[] counts) implements ResourceUsage {}
}

package headroom.fleet;

import headroom.fleet.metrics.GroupMetrics;
import headroom.fleet.routing.Network;
import headroom.fleet.scaling.GroupKeeper;
import headroom.fleet.targets.BusyTime;
import headroom.fleet.targets.ServerGroup;
import headroom.results.InstanceUsage;
import headroom.results.Metric;
import headroom.results.Usage;
import headroom.spec.DnsName;
import headroom.spec.LoadBalancer;
import headroom.workload.Workload;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** What loads the instances of a fleet: requests, rates, or both by turns. */
interface Load {

  /** Adds a group; to be told before its keeper listens to its instances. */
  void add(ServerGroup servers, GroupMetrics metrics);

  /** Adds a load balancer in front of a group. */
  void add(LoadBalancer rule, GroupKeeper keeper);

  /** Adds a name; to be told when all it points to are known, and before they have instances. */
  void add(DnsName rule);

  /** Adds what the instances of a group call; to be told when all groups are known. */
  void addCalls(ServerGroup servers);

  void add(Workload workload);

  /** The caches in front of a group's calls lose a share of what they hold. */
  void loseCaches(String group, double share, String cause, long now);

  /** What lies between clients, balancers and instances, where requests are simulated. */
  Network network();

  /** Schedules the first of everything. */
  void start();

  /** Brings every account up to a moment. */
  void advance(long now);

  /** Brings the accounts of a group up to a moment. */
  void advance(String group, long now);

  /** How busy the instances of a group are, where that is told as a rate; else null. */
  @Nullable
  BusyTime busyTime(String group);

  /** Results count from now; to be told when the groups' own counts have begun anew. */
  void startCounting(long now);

  /** A minute is over. */
  void observe(long now);

  /** Requests waiting at a group's instances just now. */
  double waiting(String group);

  /** Throws when what must hold at any moment does not. */
  void check(long now);

  /** The end has come: whatever is open stays so. */
  void finish(long endNanos);

  /** What was used besides, and with, these instances. */
  Usage usage(InstanceUsage instances);

  /** What the instances of a group were loaded with over the counted time. */
  OfGroup of(String group);

  /** What came to each load balancer. */
  List<OfBalancer> ofBalancers();

  /** Adds what only this kind of traffic can tell. */
  void report(SortedMap<Metric, Double> into);

  /**
   * What a group's instances were loaded with. NaN where nothing was there to be measured.
   *
   * @param busy busy workers over workers
   * @param queue requests waiting, on average
   * @param waitSeconds seconds waited, over requests that were served
   */
  record OfGroup(double busy, double queue, double waitSeconds) {}

  /**
   * What came to a load balancer in the counted time.
   *
   * @param name its name
   * @param requests requests
   * @param rejected those that it answered itself, for want of a target
   */
  record OfBalancer(String name, double requests, double rejected) {}
}

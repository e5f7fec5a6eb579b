package headroom.results;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What a run used, as a bill needs it. Instances are recorded over the whole run, the warm-up
 * included, since an hour or minimum may have begun there; what is recorded by the hour only from the
 * end of the warm-up on.
 *
 * @param instances every interval in which an instance was running (billed)
 * @param balancers what each load balancer did, hour by hour
 * @param transfers bytes sent to the internet, hour by hour
 * @param resources everything else, in the order in which it was recorded
 */
public record Usage(
    InstanceUsage instances,
    List<BalancerUsage> balancers,
    List<TransferUsage> transfers,
    List<ResourceUsage> resources) {

  public Usage {
    balancers = List.copyOf(balancers);
    transfers = List.copyOf(transfers);
    resources = List.copyOf(resources);
  }

  /** Instances, load balancers and the way to the internet alone. */
  public Usage(
      InstanceUsage instances, List<BalancerUsage> balancers, List<TransferUsage> transfers) {
    this(instances, balancers, transfers, List.of());
  }

  /** The same with more resources. */
  public Usage with(List<? extends ResourceUsage> more) {
    return new Usage(
        instances,
        balancers,
        transfers,
        Stream.<ResourceUsage>concat(resources.stream(), more.stream()).toList());
  }

  /** The same with other instance types in the place of some, by name. */
  public Usage withTypes(Map<String, String> others) {
    List<ResourceUsage> renamed =
        resources.stream().map(resource -> resource.withTypes(others)).toList();
    return new Usage(instances.withTypes(others), balancers, transfers, renamed);
  }

  /** What some owners used, of all that is named as results name it. */
  public Usage of(Predicate<String> owner) {
    return new Usage(
        instances.of(owner),
        balancers.stream()
            .filter(one -> owner.test("load-balancers." + one.name()))
            .toList(),
        transfers.stream().filter(one -> owner.test(one.from())).toList(),
        resources.stream().filter(one -> owner.test(one.owner())).toList());
  }

  /** The same without what these owners used, and without data between them and others. */
  public Usage without(Set<String> owners) {
    return new Usage(
        instances.without(owners),
        balancers,
        transfers.stream().filter(one -> !owners.contains(one.from())).toList(),
        resources.stream()
            .filter(one -> !owners.contains(one.owner()))
            .filter(one ->
                !(one instanceof ResourceUsage.BetweenZones data && owners.contains(data.to())))
            .toList());
  }

  /** The same with the traffic of another account of the same balancers and groups added. */
  public Usage withTraffic(Usage other) {
    List<BalancerUsage> both =
        merged(balancers, other.balancers(), BalancerUsage::name, BalancerUsage::plus);
    List<TransferUsage> sent =
        merged(transfers, other.transfers(), TransferUsage::from, TransferUsage::plus);
    return new Usage(instances, both, sent, resources).with(other.resources());
  }

  /** What has the same name becomes one; who comes first stays first. */
  private static <T> List<T> merged(
      List<T> ones, List<T> others, Function<T, String> name, BinaryOperator<T> plus) {
    Map<String, T> all = new LinkedHashMap<>();
    Stream.concat(ones.stream(), others.stream())
        .forEach(one -> all.merge(name.apply(one), one, plus));
    return List.copyOf(all.values());
  }

  private static double[] sum(double[] a, double[] b) {
    double[] sum = new double[Math.max(a.length, b.length)];
    for (int i = 0; i < sum.length; i++) {
      sum[i] = (i < a.length ? a[i] : 0) + (i < b.length ? b[i] : 0);
    }
    return sum;
  }

  /**
   * What a load balancer did in each hour since the run's start; index 0 is the first hour.
   *
   * @param name the balancer's name
   * @param type classic, application or network
   * @param newConnections connections opened in the hour
   * @param activeConnections per-minute active connections, averaged over the hour's minutes
   * @param bytes bytes processed in the hour, both ways
   * @param requests requests in the hour (rule evaluations are requests × rules beyond the free)
   */
  public record BalancerUsage(
      String name,
      String type,
      double[] newConnections,
      double[] activeConnections,
      double[] bytes,
      double[] requests) {

    private BalancerUsage plus(BalancerUsage other) {
      return new BalancerUsage(
          name,
          type,
          sum(newConnections, other.newConnections),
          sum(activeConnections, other.activeConnections),
          sum(bytes, other.bytes),
          sum(requests, other.requests));
    }
  }

  /**
   * Bytes that left for the internet and that came in from it, per hour since the run's start.
   *
   * @param from what sent them: a balancer or group ("load-balancers.shop-lb", "groups.web")
   */
  public record TransferUsage(String from, double[] bytesOut, double[] bytesIn) {

    private TransferUsage plus(TransferUsage other) {
      return new TransferUsage(from, sum(bytesOut, other.bytesOut), sum(bytesIn, other.bytesIn));
    }
  }
}

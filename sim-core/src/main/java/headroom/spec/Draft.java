package headroom.spec;

import headroom.fault.Failure;
import headroom.supply.Cloud;
import headroom.supply.Image;
import headroom.supply.InstanceType;
import headroom.workload.Workload;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The parts of a scenario as far as they could be read; a name whose part was rejected maps to
 * nothing, and still counts as declared.
 *
 * @param start the calendar instant of time zero, if it could be read
 * @param lasts the simulated time, if it could be read
 * @param warmUp the warm-up, if it could be read
 * @param hybrid when requests are sent in a hybrid run, if it could be read
 * @param zones the zones
 * @param regions by name
 * @param types instance types of the price book; empty when the book itself was rejected
 * @param workloads by name
 * @param loadBalancers by name
 * @param dns by name
 * @param images by name
 * @param groups by name
 * @param cloud the cloud; empty when it was rejected
 * @param failures in order; a rejected one is left out
 * @param alarms by name
 * @param references every name by which a part means another, those of rejected parts included
 */
public record Draft(
    Optional<Instant> start,
    Optional<Duration> lasts,
    Optional<Duration> warmUp,
    Optional<Hybrid> hybrid,
    List<String> zones,
    Map<String, Optional<CloudRegion>> regions,
    Optional<List<InstanceType>> types,
    Map<String, Optional<Workload>> workloads,
    Map<String, Optional<LoadBalancer>> loadBalancers,
    Map<String, Optional<DnsName>> dns,
    Map<String, Optional<Image>> images,
    Map<String, Optional<Group>> groups,
    Optional<Cloud> cloud,
    List<Optional<Failure>> failures,
    Map<String, Optional<ScenarioAlarm>> alarms,
    List<Reference> references) {

  static Draft of(
      Instant start,
      Duration lasts,
      Duration warmUp,
      Hybrid hybrid,
      List<String> zones,
      List<CloudRegion> regions,
      List<InstanceType> types,
      List<Workload> workloads,
      List<LoadBalancer> loadBalancers,
      List<DnsName> dns,
      List<Image> images,
      List<Group> groups,
      Cloud cloud,
      List<Failure> failures,
      List<ScenarioAlarm> alarms) {
    return new Draft(
        Optional.of(start),
        Optional.of(lasts),
        Optional.of(warmUp),
        Optional.of(hybrid),
        zones,
        byName(regions, CloudRegion::name),
        Optional.of(types),
        byName(workloads, Workload::name),
        byName(loadBalancers, LoadBalancer::name),
        byName(dns, DnsName::name),
        byName(images, Image::name),
        byName(groups, Group::name),
        Optional.of(cloud),
        failures.stream().map(Optional::of).toList(),
        byName(alarms, ScenarioAlarm::name),
        References.of(
            regions, workloads, loadBalancers, dns, images, groups, cloud, failures, alarms));
  }

  private static <T> Map<String, Optional<T>> byName(List<T> parts, Function<T, String> name) {
    Map<String, Optional<T>> byName = new LinkedHashMap<>();
    parts.forEach(part -> byName.put(name.apply(part), Optional.of(part)));
    return byName;
  }
}

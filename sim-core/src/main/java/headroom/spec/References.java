package headroom.spec;

import headroom.fault.Failure;
import headroom.fault.HardwareFailures;
import headroom.fault.LaunchServiceOutage;
import headroom.fault.Partition;
import headroom.fault.ProviderFailure;
import headroom.fault.RegionFailure;
import headroom.fault.ServiceOutage;
import headroom.fault.ZoneFailure;
import headroom.policy.scaling.AlarmedPolicy;
import headroom.spec.Reference.Kind;
import headroom.supply.Cloud;
import headroom.supply.Image;
import headroom.workload.Call;
import headroom.workload.ClassRule;
import headroom.workload.Fallback;
import headroom.workload.Workload;
import java.util.ArrayList;
import java.util.List;

/** Collects the names by which parts mean each other. */
final class References {

  private final List<Reference> found = new ArrayList<>();

  private References() {}

  static List<Reference> of(
      List<CloudRegion> regions,
      List<Workload> workloads,
      List<LoadBalancer> loadBalancers,
      List<DnsName> dns,
      List<Image> images,
      List<Group> groups,
      Cloud cloud,
      List<Failure> failures,
      List<ScenarioAlarm> alarms) {
    References references = new References();
    regions.forEach(region -> region
        .image()
        .ifPresent(
            image -> references.add("regions." + region.name() + ".image", Kind.IMAGE, image)));
    workloads.forEach(
        w -> references.add("workloads." + w.name() + ".to", Kind.DESTINATION, w.to()));
    workloads.forEach(w -> w.from()
        .ifPresent(from -> references.add("workloads." + w.name() + ".from", Kind.REGION, from)));
    loadBalancers.forEach(references::add);
    dns.forEach(references::add);
    images.forEach(references::add);
    groups.forEach(references::add);
    references.add(cloud);
    for (int i = 0; i < failures.size(); i++) {
      references.add("failures[" + i + "]", failures.get(i));
    }
    alarms.forEach(references::add);
    return references.found;
  }

  private void add(String at, Kind kind, String name) {
    found.add(new Reference(at, kind, name));
  }

  private void add(Cloud cloud) {
    for (int i = 0; i < cloud.spot().size(); i++) {
      String at = "cloud.spot[" + i + "]";
      add(at + ".type", Kind.TYPE, cloud.spot().get(i).type());
      for (int j = 0; j < cloud.spot().get(i).zones().size(); j++) {
        add(at + ".zones[" + j + "]", Kind.ZONE, cloud.spot().get(i).zones().get(j));
      }
    }
    cloud.hostPools().forEach(pool -> zones("cloud.host-pools." + pool.name(), pool.zones()));
    for (int i = 0; i < cloud.capacity().size(); i++) {
      String at = "cloud.capacity[" + i + "]";
      add(at + ".type", Kind.TYPE, cloud.capacity().get(i).type());
      for (int j = 0; j < cloud.capacity().get(i).zones().size(); j++) {
        add(at + ".zones[" + j + "]", Kind.ZONE, cloud.capacity().get(i).zones().get(j));
      }
    }
  }

  private void add(LoadBalancer balancer) {
    String at = "load-balancers." + balancer.name();
    add(at + ".targets", Kind.GROUP, balancer.targets());
    for (int i = 0; i < balancer.zonalShifts().size(); i++) {
      String zone = balancer.zonalShifts().get(i).awayFrom();
      add(at + ".zonal-shifts[" + i + "].away-from", Kind.ZONE, zone);
    }
  }

  private void add(DnsName name) {
    for (int i = 0; i < name.pointsTo().size(); i++) {
      add(
          "dns." + name.name() + ".points-to[" + i + "]",
          Kind.PLACE,
          name.pointsTo().get(i));
    }
  }

  private void add(Image image) {
    String at = "images." + image.name();
    image.store().ifPresent(store -> add(at + ".store", Kind.LAUNCH_SERVICE, store));
    for (int i = 0; i < image.bootstrap().size(); i++) {
      String step = at + ".bootstrap[" + i + "].from";
      image.bootstrap().get(i).from().ifPresent(from -> add(step, Kind.LAUNCH_SERVICE, from));
    }
  }

  private void add(Group group) {
    String at = "groups." + group.name();
    add(at + ".type", Kind.TYPE, group.type());
    group.worth().measuredOn().ifPresent(type -> add(at + ".measured-on", Kind.TYPE, type));
    group.image().ifPresent(image -> add(at + ".image", Kind.IMAGE, image));
    for (int i = 0; i < group.otherTypes().size(); i++) {
      add(at + ".other-types[" + i + "]", Kind.TYPE, group.otherTypes().get(i));
    }
    for (int i = 0; i < group.zones().size(); i++) {
      add(at + ".zones[" + i + "]", Kind.ZONE, group.zones().get(i));
    }
    group.hosts().ifPresent(use -> {
      for (int i = 0; i < use.on().size(); i++) {
        add(at + ".hosts.on[" + i + "]", Kind.HOSTS, use.on().get(i));
      }
    });
    group.pod().ifPresent(pod -> {
      for (int i = 0; i < pod.on().size(); i++) {
        add(at + ".pod.on[" + i + "]", Kind.GROUP, pod.on().get(i));
      }
    });
    for (int i = 0; i < group.scaling().size(); i++) {
      if (group.scaling().get(i) instanceof AlarmedPolicy policy) {
        add(at + ".scaling[" + i + "]", Kind.METRIC_ALARM, policy.alarm());
      }
    }
    for (int i = 0; i < group.upkeep().instanceRefreshes().size(); i++) {
      add(
          at + ".instance-refreshes[" + i + "]",
          group.upkeep().instanceRefreshes().get(i));
    }
    for (ClassRule rule : group.serves().classes()) {
      add(at + ".serves.classes." + rule.requestClass(), Kind.CLASS, rule.requestClass());
    }
    PlacedCall.of(group.name(), group.serves()).forEach(call -> add(call.at(), call.call()));
  }

  private void add(String at, InstanceRefresh refresh) {
    refresh.image().ifPresent(image -> add(at + ".image", Kind.IMAGE, image));
    for (int i = 0; i < refresh.alarms().size(); i++) {
      add(at + ".alarms[" + i + "]", Kind.ALARM, refresh.alarms().get(i));
    }
  }

  private void add(ScenarioAlarm alarm) {
    String at = "alarms." + alarm.name();
    if (alarm instanceof MetricAlarm metric) {
      add(at + ".of", Kind.GROUP, metric.of());
    }
    if (alarm instanceof CompositeAlarm composite) {
      composite.composite().names(name -> add(at + ".composite", Kind.ALARM, name));
    }
  }

  private void add(String at, Call call) {
    add(at + ".to", Kind.DESTINATION, call.to());
    if (call.fallback() instanceof Fallback.Instead instead) {
      add(at + ".fallback.to", Kind.DESTINATION, instead.to());
    }
    for (int i = 0; i < call.classes().size(); i++) {
      add(at + ".classes[" + i + "]", Kind.CLASS, call.classes().get(i));
    }
  }

  private void add(String at, Failure failure) {
    String kind = at + "." + FailureKinds.word(failure);
    FailureKinds.group(failure).ifPresent(group -> add(kind + ".of", Kind.GROUP, group));
    if (failure instanceof LaunchServiceOutage outage) {
      add(kind + ".of", Kind.LAUNCH_SERVICE, outage.of());
    }
    if (failure instanceof ZoneFailure zone) {
      add(kind + ".zone", Kind.ZONE, zone.zone());
    }
    if (failure instanceof RegionFailure region) {
      region.region().ifPresent(name -> add(kind + ".region", Kind.REGION, name));
    }
    if (failure instanceof ProviderFailure provider) {
      add(kind + ".provider", Kind.PROVIDER, provider.provider());
    }
    if (failure instanceof ServiceOutage outage) {
      outage.region().ifPresent(name -> add(kind + ".region", Kind.REGION, name));
    }
    if (failure instanceof HardwareFailures hardware) {
      zones(kind, hardware.zones());
      hardware.of().ifPresent(pool -> add(kind + ".of", Kind.HOSTS, pool));
    }
    if (failure instanceof Partition partition) {
      zones(kind, partition.zones());
    }
  }

  private void zones(String at, List<String> zones) {
    for (int i = 0; i < zones.size(); i++) {
      add(at + ".zones[" + i + "]", Kind.ZONE, zones.get(i));
    }
  }
}

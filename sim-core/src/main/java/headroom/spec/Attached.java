package headroom.spec;

import headroom.results.InstanceUsage;
import headroom.results.ResourceUsage;
import headroom.results.ResourceUsage.Address;
import headroom.results.ResourceUsage.Alarm;
import headroom.results.ResourceUsage.Burst;
import headroom.results.ResourceUsage.DetailedMonitoring;
import headroom.results.ResourceUsage.Gateway;
import headroom.results.ResourceUsage.Host;
import headroom.results.ResourceUsage.Snapshot;
import headroom.results.ResourceUsage.Spot;
import headroom.results.ResourceUsage.Volume;
import headroom.results.StoppedTime;
import headroom.supply.CreditMode;
import headroom.supply.CreditRule;
import headroom.supply.Disk;
import headroom.supply.HostPool;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What instances come with, and so is billed as long as they are: volumes and public addresses; and
 * what is there all the time: snapshots and alarms.
 */
public final class Attached {

  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final Scenario scenario;
  private final List<ResourceUsage> used = new ArrayList<>();
  private final Map<String, ElasticIps> elastic = new LinkedHashMap<>();

  // Each instance that ran asks: a group and its volume are found once.
  private final Map<String, Comes> byGroup = new LinkedHashMap<>();

  /** What each instance of a group comes with. */
  private record Comes(Group group, Optional<Disk> disk) {}

  private Attached(Scenario scenario) {
    this.scenario = scenario;
    scenario.groups().forEach(group -> elastic.put(group.name(), new ElasticIps(group)));
  }

  private Comes of(String name) {
    return byGroup.computeIfAbsent(name, wanted -> {
      Group group = scenario.group(wanted);
      return new Comes(group, disk(scenario, group));
    });
  }

  /** Everything that the instances of a run came with, and what was there all the time. */
  public static List<ResourceUsage> of(
      Scenario scenario,
      InstanceUsage instances,
      InstanceUsage hosted,
      List<Spot> spot,
      List<StoppedTime> stopped,
      long endNanos) {
    Attached attached = new Attached(scenario);
    boolean[] comesAlone = attached.comesAlone(instances);
    for (int row = 0; row < instances.size(); row++) {
      if (!comesAlone[instances.kind(row)]) {
        attached.instance(instances.what(row), instances.fromNanos(row), instances.toNanos(row));
      }
    }
    attached.onDedicatedHosts(hosted);
    spot.forEach(run -> attached.instance(run.what(), run.fromNanos(), run.toNanos()));
    stopped.forEach(time -> attached.volume(time.what(), time.fromNanos(), time.toNanos()));
    attached.standing(endNanos);
    return attached.used;
  }

  /** What lies on dedicated hosts has volumes and addresses as others have; one's own have none. */
  private void onDedicatedHosts(InstanceUsage hosted) {
    for (int row = 0; row < hosted.size(); row++) {
      Group group = of(hosted.what(row).group()).group();
      if (scenario.poolsOf(group).allMatch(HostPool::isDedicated)) {
        instance(hosted.what(row), hosted.fromNanos(row), hosted.toNanos(row));
      }
    }
  }

  /** One of each that a scenario may use, for whoever wants to know whether it has a price. */
  public static List<ResourceUsage> kinds(Scenario scenario) {
    Attached attached = new Attached(scenario);
    for (Group group : scenario.groups()) {
      String zone = group.zones().get(0);
      attached.instance(
          new InstanceUsage.What(
              group.name(), group.type(), zone, "on-demand", scenario.systemOf(group)),
          0,
          1);
    }
    scenario.groups().forEach(attached::surplus);
    if (scenario.groups().stream().anyMatch(group -> group.nat().isPresent())) {
      attached.used.add(new Gateway("nat", "", 0, 1, new double[] {1}));
    }
    scenario.cloud().hostPools().forEach(attached::allocated);
    // Elastic IPs are in use at first, and idle when no instance is left.
    attached.standing(2);
    return attached.used;
  }

  /** What credits cost that nobody had, where a group may have some. */
  private void surplus(Group group) {
    boolean unlimited = group
        .performance()
        .mode(scenario.typesOf(group))
        .filter(CreditMode.UNLIMITED::equals)
        .isPresent();
    scenario.typesOf(group).stream()
        .filter(type -> unlimited && CreditRule.of(type.name()).isPresent())
        .map(type -> new InstanceUsage.What(
            group.name(), type.name(), group.zones().get(0), "on-demand", scenario.systemOf(group)))
        .forEach(what -> used.add(new Burst(what, 0, 1, false, 1, new double[0])));
  }

  private void allocated(HostPool pool) {
    pool.family()
        .ifPresent(family ->
            used.add(new Host("cloud.host-pools." + pool.name() + ".family", family, "", 0, 1)));
  }

  /** Of which kinds of instances none comes with anything: there may be millions of them. */
  private boolean[] comesAlone(InstanceUsage instances) {
    boolean[] alone = new boolean[instances.kinds().size()];
    for (int kind = 0; kind < alone.length; kind++) {
      Comes comes = of(instances.kinds().get(kind).group());
      alone[kind] = comes.disk().isEmpty()
          && !comes.group().publicIp()
          && comes.group().elasticIps() == 0
          && !isMonitored(comes.group());
    }
    return alone;
  }

  private void instance(InstanceUsage.What what, long from, long to) {
    volume(what, from, to);
    Group group = of(what.group()).group();
    if (group.publicIp()) {
      used.add(new Address("groups." + group.name(), what.zone(), false, true, from, to));
    }
    if (isMonitored(group)) {
      used.add(new DetailedMonitoring("groups." + group.name(), from, to));
    }
    Optional.ofNullable(elastic.get(group.name())).ifPresent(its -> its.ran(from, to));
  }

  private static boolean isMonitored(Group group) {
    return group.monitoringBilled() && group.settings().monitoring().detailed();
  }

  /** A stopped instance keeps its volume, and gives its address back. */
  private void volume(InstanceUsage.What what, long from, long to) {
    of(what.group())
        .disk()
        .map(disk -> new Volume(
            "groups." + what.group(),
            what.zone(),
            disk.kind(),
            disk.gib(),
            disk.iops(),
            disk.mibPerSecond(),
            from,
            to))
        .ifPresent(used::add);
  }

  /** A group's own disk, else that of its image. */
  public static Optional<Disk> disk(Scenario scenario, Group group) {
    return group.disk().or(() -> scenario.imageOf(group).disk());
  }

  private void standing(long end) {
    elastic.values().forEach(its -> used.addAll(its.used(end)));
    for (Group group : scenario.groups()) {
      disk(scenario, group)
          .filter(disk -> disk.snapshotMib() > 0)
          .map(disk -> new Snapshot("groups." + group.name(), disk.snapshotMib(), 0, end))
          .ifPresent(used::add);
    }
    for (ScenarioAlarm alarm : scenario.alarms()) {
      if (alarm instanceof MetricAlarm metric) {
        boolean high = metric.period().compareTo(MINUTE) < 0;
        used.add(new Alarm("alarms." + alarm.name(), 1, high, 0, end));
      }
    }
  }
}

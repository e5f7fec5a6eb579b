package headroom.scenarios.yaml;

import static headroom.scenarios.yaml.Scalars.BOOLEAN;
import static headroom.scenarios.yaml.Scalars.DURATION;
import static headroom.scenarios.yaml.Scalars.NAME;
import static headroom.scenarios.yaml.Scalars.PERCENT;
import static headroom.scenarios.yaml.Scalars.TEXT;
import static headroom.scenarios.yaml.Scalars.WHOLE;

import headroom.billing.Managed;
import headroom.policy.placement.Mix;
import headroom.policy.placement.Placement;
import headroom.policy.placement.Weights;
import headroom.policy.routing.HealthCheck;
import headroom.policy.scaling.ScalingRule;
import headroom.problem.Problems;
import headroom.scenarios.text.Durations;
import headroom.scenarios.text.Tree;
import headroom.spec.Group;
import headroom.spec.Health;
import headroom.spec.HostUse;
import headroom.spec.Performance;
import headroom.spec.Pod;
import headroom.spec.Recovery;
import headroom.spec.Reference;
import headroom.spec.Size;
import headroom.supply.CreditMode;
import headroom.supply.Disk;
import headroom.supply.Image;
import headroom.supply.Nat;
import headroom.supply.Worth;
import headroom.workload.Service;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** Reads Auto Scaling groups. */
final class GroupReader {

  static final String EXAMPLE =
      "{type: m5.large, size: {min: 3}, serves: {workers: 8, time: 80ms}}";

  private static final Map<String, Health.Check> CHECKS = Words.of(
          "instance-status", Health.Check.INSTANCE_STATUS)
      .and("load-balancer", Health.Check.LOAD_BALANCER)
      .table();

  private static final Map<String, Boolean> STARTS =
      Words.of("in-service", false).and("cold", true).table();

  private static final Map<String, CreditMode> CREDITS = Words.of("standard", CreditMode.STANDARD)
      .and("unlimited", CreditMode.UNLIMITED)
      .table();

  private static final Reader<Size> SIZE =
      Reader.withStandIns(GroupReader::size, new Size(0, 1, 0), new Size(0, 1_000_000, 0));

  private static final Reader<Recovery> RECOVERY =
      Reader.withStandIns(GroupReader::recovery, Recovery.NONE, Recovery.NONE);

  private static final Reader<Health> HEALTH =
      Reader.withStandIns(GroupReader::health, Health.DEFAULT, Health.DEFAULT);

  private GroupReader() {}

  static Read<Group> read(String name, Node node) {
    MapReader map = MapReader.of(node, EXAMPLE).later("deploy", "retirement");
    Optional<String> typeOfNodes = PodReader.typeOfNodes(node);
    Given<String> type = typeOfNodes.isPresent()
        ? map.or("type", TEXT, typeOfNodes.get())
        : map.required("type", TEXT, "m5.large");
    node.refers("type", Reference.Kind.TYPE, type);
    Given<Optional<List<String>>> otherTypes = map.maybe("other-types", TEXT.list("[m5.xlarge]"));
    refersToTypes(node, otherTypes.value().flatMap(known -> known).orElse(List.of()));
    Given<Optional<String>> image = image(map, node);
    image
        .value()
        .flatMap(known -> known)
        .ifPresent(known -> node.refers(node.path().name("image"), Reference.Kind.IMAGE, known));
    Given<List<String>> zones =
        map.or("zones", NAME.list("[a, b]"), Trees.texts(node.session().zones));
    node.refersToAll("zones", Reference.Kind.ZONE, zones);
    Given<Size> size = map.required("size", SIZE, "{min: 3}");
    Reader<ScalingRule> rule = ScalingReader::read;
    Given<List<ScalingRule>> scaling =
        map.or("scaling", rule.list(ScalingReader.EXAMPLE), Tree.list(List.of()));
    SettingsReader settings = new SettingsReader(map, node);
    Given<Health> health = map.or("health", HEALTH, Tree.map(Map.of()));
    Given<Optional<Pod>> pod = map.maybe("pod", PodReader::pod);
    // Nodes serve nothing themselves.
    Given<Service> serves = node.session().nodeTypes.containsKey(name) && !map.has("serves")
        ? map.known(Group.NO_SERVICE)
        : map.required("serves", ServiceReader.READER, ServiceReader.EXAMPLE);
    Given<Optional<String>> measuredOn = map.maybe("measured-on", TEXT);
    measuredOn
        .value()
        .flatMap(known -> known)
        .ifPresent(
            known -> node.refers(node.path().name("measured-on"), Reference.Kind.TYPE, known));
    Given<Optional<Double>> cpuShare = map.maybe("cpu-share", PERCENT);
    Given<Optional<Weights>> weights = map.maybe("weights", WeightsReader::read);
    Given<Optional<Mix>> mix = map.maybe("mix", MixReader.mix(typesOf(type, otherTypes)));
    Given<Optional<Placement>> placement = map.maybe("placement", MixReader::placement);
    Given<Optional<Disk>> disk = map.maybe("disk", DiskReader::read);
    Given<Boolean> publicIp = map.or("public-ip", Scalars.BOOLEAN, "false");
    Given<Optional<CreditMode>> credits = map.maybe("credits", Scalars.word("mode", CREDITS));
    Given<Double> spread = map.or("performance-spread", PERCENT, "0%");
    Given<Integer> elasticIps = map.or("elastic-ips", Scalars.WHOLE, "0");
    Given<Optional<Nat>> nat = map.maybe("nat", NatReader::read);
    Given<Boolean> billed = map.or("monitoring-billed", Scalars.BOOLEAN, "false");
    Given<Optional<HostUse>> hosts = map.maybe("hosts", HostPoolReader::use);
    map.maybe("tags", AccountingReader.tags(name));
    map.maybe("managed", Scalars.BOOLEAN)
        .value()
        .flatMap(said -> said)
        .filter(said -> said)
        .ifPresent(said -> node.session().managed.add(new Managed("groups." + name)));
    UpkeepReader upkeep = new UpkeepReader(map, node);
    boolean perVcpu = ServiceReader.isPerVcpu(node.at("serves").at("workers"));
    Given<Boolean> starts = map.assume(
        "starts",
        Scalars.word("start", STARTS),
        "in-service",
        "the desired instances serve at time zero");
    return map.build(
        Group.class,
        () -> Problems.of()
            .addAll("", Group.problems(zones.get()))
            .addAll(
                "", Group.problems(publicIp.get(), elasticIps.get(), nat.get().isPresent()))
            .addAll("", settings.problems())
            .addAll("", upkeep.problems())
            .addAll("", Worth.problems(cpuShare.get()))
            .addAll("", Performance.problems(spread.get()))
            .list(),
        () -> new Group(
            name,
            type.get(),
            image.get(),
            zones.get(),
            size.get(),
            scaling.get(),
            settings.settings(),
            health.get(),
            serves.get(),
            starts.get(),
            new Worth(measuredOn.get(), cpuShare.get(), perVcpu),
            otherTypes.get().orElse(List.of()),
            weights.get().orElse(Weights.EQUAL),
            mix.get().orElse(Mix.ON_DEMAND),
            placement.get().orElse(Placement.DEFAULT),
            upkeep.upkeep(),
            disk.get(),
            publicIp.get(),
            pod.get(),
            new Performance(credits.get(), spread.get()),
            elasticIps.get(),
            nat.get(),
            billed.get(),
            hosts.get()));
  }

  private static List<String> typesOf(
      Given<String> type, Given<Optional<List<String>>> otherTypes) {
    return Stream.concat(
            type.value().stream(),
            otherTypes.value().flatMap(known -> known).stream().flatMap(List::stream))
        .toList();
  }

  private static void refersToTypes(Node node, List<String> names) {
    for (int i = 0; i < names.size(); i++) {
      node.refers(node.path().name("other-types").index(i), Reference.Kind.TYPE, names.get(i));
    }
  }

  /** The image, or in words the start that was usual at the scenario's date. */
  private static Given<Optional<String>> image(MapReader map, Node node) {
    if (!map.has("image")) {
      Image usual = map.has("pod") ? Image.CONTAINER : ImageReader.usual(node.session());
      Tree shown = Tree.of(ImageReader.inWords(usual));
      node.session().assume(node.path().name("image"), shown, "the start that was usual then");
    }
    return map.maybe("image", NAME);
  }

  private static Read<Size> size(Node node) {
    MapReader map = MapReader.of(node, "{min: 3, max: 40}");
    Given<Integer> min = map.required("min", WHOLE, "3");
    int least = min.value().orElse(1);
    // A minimum below 0 is one problem, and not a second one of a maximum that nobody wrote.
    Given<Integer> max = map.or("max", WHOLE, String.valueOf(least < 0 ? 1 : least));
    Given<Integer> desired = map.or("desired", WHOLE, String.valueOf(least));
    return map.build(
        Size.class,
        () -> Size.problems(min.get(), max.get(), desired.get()),
        () -> new Size(min.get(), max.get(), desired.get()));
  }

  private static Read<Health> health(Node node) {
    MapReader map = MapReader.of(node, "{check: load-balancer, grace: 5m}");
    Given<Health.Check> check = map.assume(
        "check",
        Scalars.word("health check", CHECKS),
        "instance-status",
        "how the group finds out that an instance is broken");
    Given<Duration> grace = map.or("grace", DURATION, Durations.text(Health.DEFAULT_GRACE));
    Given<HealthCheck> status =
        map.or("status", HealthCheckReader.with(HealthCheck.INSTANCE_STATUS), Tree.map(Map.of()));
    Given<Boolean> replace = map.or("replace", BOOLEAN, "true");
    Given<Recovery> recovery = map.or("recovery", RECOVERY, Tree.map(Map.of()));
    return map.build(
        Health.class,
        () -> Health.problems(grace.get(), status.get(), replace.get(), recovery.get()),
        () -> new Health(check.get(), grace.get(), status.get(), replace.get(), recovery.get()));
  }

  private static Read<Recovery> recovery(Node node) {
    MapReader map = MapReader.of(node, "{automatic: true}");
    Given<Boolean> automatic = map.or("automatic", BOOLEAN, "false");
    Given<OptionalInt> recover = after(map, "recover-after");
    Given<OptionalInt> reboot = after(map, "reboot-after");
    return map.build(
        Recovery.class,
        () -> Recovery.problems(recover.get(), reboot.get()),
        () -> new Recovery(automatic.get(), recover.get(), reboot.get()));
  }

  private static Given<OptionalInt> after(MapReader map, String name) {
    Given<Optional<Integer>> given = map.maybe(name, WHOLE);
    return given.map(value -> value.map(OptionalInt::of).orElseGet(OptionalInt::empty));
  }
}

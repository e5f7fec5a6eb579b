package headroom.spec;

import headroom.problem.Problem;
import headroom.problem.Problems;
import headroom.supply.Cloud;
import headroom.supply.HostPool;
import headroom.supply.Image;
import headroom.supply.InstanceType;
import headroom.supply.LaunchService;
import headroom.workload.RequestClass;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/** What must hold between the parts of a scenario. */
final class CrossChecks {

  // AWS announced warm pools for mixed instances in that month.
  private static final Instant MIXED_POOLS = Instant.parse("2025-11-01T00:00:00Z");
  // A century: beyond it simulated nanoseconds in a long, and every rule's history, run out.
  private static final Duration LONGEST = Duration.ofDays(36_525);

  private final Draft draft;
  private final Problems problems = Problems.of();

  private CrossChecks(Draft draft) {
    this.draft = draft;
  }

  static List<Problem> of(Draft draft) {
    CrossChecks checks = new CrossChecks(draft);
    checks.time();
    draft.hybrid().ifPresent(checks::windows);
    checks.zones();
    checks.problems.addAll("", RegionChecks.of(draft));
    checks.names();
    draft.references().forEach(checks::reference);
    each("groups", draft.groups(), checks::group);
    checks.problems.addAll("", ScheduleChecks.of(draft));
    checks.problems.addAll("", PodChecks.of(draft));
    checks.problems.addAll("", AlarmChecks.of(draft));
    checks.quota();
    checks.problems.addAll("", SpotChecks.of(draft));
    checks.problems.addAll("", HostChecks.of(draft));
    checks.problems.addAll("", FailureChecks.of(draft));
    checks.problems.addAll("", TrafficChecks.of(draft));
    return checks.problems.list();
  }

  private void time() {
    draft.lasts().ifPresent(lasts -> {
      problems
          .require(
              "lasts", !lasts.isNegative() && !lasts.isZero(), "must be above 0", "for example 3d")
          .require(
              "lasts",
              lasts.compareTo(LONGEST) <= 0,
              "must be at most a century",
              "for example 1y");
      draft
          .warmUp()
          .ifPresent(warmUp -> problems
              .require("warm-up", !warmUp.isNegative(), "must be 0 or more", "for example 1h")
              .require(
                  "warm-up",
                  lasts.isZero() || lasts.isNegative() || warmUp.compareTo(lasts) < 0,
                  "must be shorter than the whole run (lasts)",
                  "the rest is what counts"));
    });
  }

  private void windows(Hybrid hybrid) {
    for (int i = 0; i < hybrid.windows().size(); i++) {
      Duration at = hybrid.windows().get(i).at();
      problems.require(
          "hybrid.windows[" + i + "].at",
          draft.lasts().isEmpty() || at.compareTo(draft.lasts().get()) < 0,
          "must lie within the run (lasts)",
          "an earlier time");
    }
  }

  private void zones() {
    problems
        .require(
            "zones",
            !draft.zones().isEmpty()
                || draft.regions().values().stream().anyMatch(Optional::isEmpty),
            "must name at least one",
            "for example [a, b]")
        .require(
            "zones",
            !draft.regions().isEmpty()
                || draft.zones().stream().distinct().count() == draft.zones().size(),
            "must not name a zone twice");
  }

  private void names() {
    problems.require(
        "workloads",
        !draft.workloads().isEmpty(),
        "must hold at least one workload",
        "for example shoppers: {to: web, rate: 60/s}");
    for (String name : draft.loadBalancers().keySet()) {
      problems.require(
          "load-balancers." + name,
          !draft.groups().containsKey(name),
          "has the name of a group, so 'to: " + name + "' could mean either",
          "give one of them another name");
    }
    for (String name : draft.dns().keySet()) {
      problems.require(
          "dns." + name,
          !places().contains(name),
          "has the name of a load balancer or group, so 'to: " + name + "' could mean either",
          "give one of them another name");
    }
  }

  private void reference(Reference reference) {
    known(reference)
        .ifPresent(names -> problems.known(
            reference.at(),
            reference.name(),
            names,
            "no " + reference.kind().words() + " '" + reference.name() + "'"));
  }

  /** The names there are; empty when the table of them could not be read. */
  private Optional<Collection<String>> known(Reference reference) {
    return switch (reference.kind()) {
      case DESTINATION -> Optional.of(destinations());
      case PLACE -> Optional.of(places());
      case GROUP -> Optional.of(draft.groups().keySet());
      case ZONE ->
        Optional.<Collection<String>>of(draft.zones())
            .filter(zones -> draft.regions().values().stream().allMatch(Optional::isPresent));
      case REGION -> Optional.of(draft.regions().keySet());
      case PROVIDER -> providers();
      case IMAGE -> Optional.of(images());
      case LAUNCH_SERVICE ->
        draft
            .cloud()
            .map(cloud ->
                cloud.launchServices().stream().map(LaunchService::name).toList());
      case HOSTS ->
        draft
            .cloud()
            .map(cloud -> cloud.hostPools().stream().map(HostPool::name).toList());
      case TYPE ->
        draft.types().map(types -> types.stream().map(InstanceType::name).toList());
      case CLASS -> classes();
      case ALARM -> Optional.of(draft.alarms().keySet());
      case METRIC_ALARM -> Optional.of(metricAlarms());
    };
  }

  /** Whose regions there are; unknown as long as one of these is. */
  private Optional<Collection<String>> providers() {
    return draft.regions().values().stream().anyMatch(Optional::isEmpty)
        ? Optional.empty()
        : Optional.of(draft.regions().values().stream()
            .flatMap(Optional::stream)
            .map(CloudRegion::provider)
            .distinct()
            .toList());
  }

  /** Those that a policy can act upon; of what was rejected, nobody knows that it is none. */
  private List<String> metricAlarms() {
    return draft.alarms().entrySet().stream()
        .filter(
            entry -> entry.getValue().filter(CompositeAlarm.class::isInstance).isEmpty())
        .map(Map.Entry::getKey)
        .toList();
  }

  /** The classes of all workloads; unknown as long as one of these is. */
  private Optional<Collection<String>> classes() {
    if (draft.workloads().values().stream().anyMatch(Optional::isEmpty)) {
      return Optional.empty();
    }
    return Optional.of(draft.workloads().values().stream()
        .flatMap(Optional::stream)
        .flatMap(workload -> workload.classes().stream())
        .map(RequestClass::name)
        .distinct()
        .toList());
  }

  private void group(String at, Group group) {
    worth(at, group);
    otherTypes(at, group);
    warmPool(at, group);
    new PerformanceChecks(problems).group(at, group);
    new OperationChecks(draft, problems).group(at, group);
    problems.require(
        at + ".health.check",
        group.health().check() != Health.Check.LOAD_BALANCER || isBalanced(group),
        "asks a load balancer, but none has this group as targets",
        "add a load balancer, or check: instance-status");
  }

  /** The cores of the type measured and of the group's own must be comparable. */
  private void worth(String at, Group group) {
    Optional<InstanceType> own = type(group.type());
    own.ifPresent(type -> workers(at, group, type));
    Optional<InstanceType> measured = group.worth().measuredOn().flatMap(this::type);
    if (own.isPresent() && measured.isPresent()) {
      problems.require(
          at + ".measured-on",
          own.get().slowerThan(measured.get()).isPresent(),
          "how fast the cores of " + own.get().name() + " are beside those of "
              + measured.get().name() + " is not known",
          "measure it and say both: types." + own.get().name() + ".core-speed and types."
              + measured.get().name() + ".core-speed");
    }
  }

  private void workers(String at, Group group, InstanceType type) {
    problems.require(
        at + ".serves.workers",
        !group.worth().workersPerVcpu()
            || (long) group.serves().workers() * type.vcpus() <= Integer.MAX_VALUE,
        "are too many on the " + type.vcpus() + " vCPUs of " + type.name(),
        "for example 4 per vcpu");
  }

  /** What takes another type's place may be faster or slower, but by how much must be known. */
  private void otherTypes(String at, Group group) {
    for (int i = 0; i < group.otherTypes().size(); i++) {
      String name = group.otherTypes().get(i);
      String field = at + ".other-types[" + i + "]";
      problems.require(
          field,
          !name.equals(group.type()) && group.otherTypes().indexOf(name) == i,
          "names " + name + " twice",
          "leave it out");
      boolean alike = type(group.type())
          .flatMap(own -> type(name).map(other -> other.slowerThan(own).isPresent()))
          .orElse(true);
      problems.require(
          field,
          alike,
          name + " cannot stand beside " + group.type() + ": how fast its cores are is not known",
          "both speeds in types: types: {" + group.type() + ": {core-speed: 1}, " + name
              + ": {core-speed: 1.2}}");
      type(name).ifPresent(type -> workers(at, group, type));
    }
  }

  /** A pool has room only where the group does not have all of it, and nobody's spot instances. */
  private void warmPool(String at, Group group) {
    group
        .upkeep()
        .warmPool()
        .ifPresent(pool -> problems
            .require(
                at + ".warm-pool",
                group.otherTypes().isEmpty()
                    || draft.start().map(start -> !start.isBefore(MIXED_POOLS)).orElse(true),
                "beside other-types is possible since November 2025",
                "a later start, or one type")
            .require(
                at + ".warm-pool",
                !group.mix().usesSpot(),
                "cannot prepare spot instances",
                "leave out mix, or have on-demand-share: 100%")
            .require(
                at + ".warm-pool.max-prepared-capacity",
                pool.size(group.size().min(), group.size().max()) > 0,
                "leaves no room beside size.min (" + group.size().min() + ")",
                "a larger one, or a larger size.max"));
  }

  /** What is in service at time zero must be allowed to be. */
  private void quota() {
    int present = draft.groups().values().stream()
        .flatMap(Optional::stream)
        .filter(group -> !group.startsCold() && group.pod().isEmpty())
        .mapToInt(Group::firstInstances)
        .sum();
    draft
        .cloud()
        .map(Cloud::quotas)
        .ifPresent(quotas -> quotas
            .instances()
            .ifPresent(most -> problems.require(
                "cloud.quotas.instances",
                present <= most,
                "is " + most + ", but " + present + " are in service at time zero",
                "raise it, or say starts: cold")));
  }

  private Optional<InstanceType> type(String name) {
    return draft.types().orElse(List.of()).stream()
        .filter(type -> type.name().equals(name))
        .findFirst();
  }

  private boolean isBalanced(Group group) {
    return draft.loadBalancers().values().stream()
        .anyMatch(lb -> lb.isEmpty() || lb.get().targets().equals(group.name()));
  }

  private Set<String> images() {
    Set<String> names = new LinkedHashSet<>(draft.images().keySet());
    Image.presets().forEach(preset -> names.add(preset.name()));
    return names;
  }

  private Set<String> destinations() {
    Set<String> names = new LinkedHashSet<>(draft.dns().keySet());
    names.addAll(places());
    return names;
  }

  private Set<String> places() {
    Set<String> names = new LinkedHashSet<>(draft.loadBalancers().keySet());
    names.addAll(draft.groups().keySet());
    return names;
  }

  private static <T> void each(
      String field, Map<String, Optional<T>> parts, BiConsumer<String, T> check) {
    parts.forEach((name, part) -> part.ifPresent(p -> check.accept(field + "." + name, p)));
  }
}

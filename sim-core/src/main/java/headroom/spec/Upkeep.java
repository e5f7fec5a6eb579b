package headroom.spec;

import headroom.policy.placement.CustomTermination;
import headroom.policy.placement.TerminationPolicy;
import headroom.problem.Problem;
import headroom.problem.Problems;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a group does with its instances beside scaling: who goes first, what is waited for, what is
 * replaced (fleet sheet §4.9 to §4.13).
 *
 * @param terminationPolicies who goes first, each for what the one before leaves equal
 * @param scaleInProtection true when new instances are protected from scale-in
 * @param lifecycleHooks what is waited for at launch and termination
 * @param maximumInstanceLifetime after which an instance is replaced; empty for never
 * @param maintenancePolicy how much of a group is replaced at once; empty for each case's own rule
 * @param instanceRefreshes replacements of all instances, by time
 * @param suspendedProcesses what the group does not do for a while
 * @param launchConfiguration true when its first instances come from one, not from a template
 * @param warmPool instances prepared beside it; empty for none
 * @param operations what is done by hand
 * @param customTermination the group's own say in who goes first; empty for none
 */
public record Upkeep(
    List<TerminationPolicy> terminationPolicies,
    boolean scaleInProtection,
    List<LifecycleHook> lifecycleHooks,
    Optional<Duration> maximumInstanceLifetime,
    Optional<MaintenancePolicy> maintenancePolicy,
    List<InstanceRefresh> instanceRefreshes,
    List<Suspension> suspendedProcesses,
    boolean launchConfiguration,
    Optional<WarmPool> warmPool,
    List<Operation> operations,
    Optional<CustomTermination> customTermination) {

  /** Upkeep without a say of the group's own in who goes first. */
  public Upkeep(
      List<TerminationPolicy> terminationPolicies,
      boolean scaleInProtection,
      List<LifecycleHook> lifecycleHooks,
      Optional<Duration> maximumInstanceLifetime,
      Optional<MaintenancePolicy> maintenancePolicy,
      List<InstanceRefresh> instanceRefreshes,
      List<Suspension> suspendedProcesses,
      boolean launchConfiguration,
      Optional<WarmPool> warmPool,
      List<Operation> operations) {
    this(
        terminationPolicies,
        scaleInProtection,
        lifecycleHooks,
        maximumInstanceLifetime,
        maintenancePolicy,
        instanceRefreshes,
        suspendedProcesses,
        launchConfiguration,
        warmPool,
        operations,
        Optional.empty());
  }

  public static final Upkeep DEFAULT = new Upkeep(
      List.of(TerminationPolicy.DEFAULT),
      false,
      List.of(),
      Optional.empty(),
      Optional.empty(),
      List.of(),
      List.of(),
      false,
      Optional.empty(),
      List.of());

  /** Versions of what is launched are counted in a byte. */
  private static final int MOST_REFRESHES = 50;

  private static final Duration SHORTEST_LIFETIME = Duration.ofDays(1);

  public static List<Problem> problems(
      List<TerminationPolicy> policies,
      List<LifecycleHook> hooks,
      Optional<Duration> maximumInstanceLifetime,
      List<InstanceRefresh> refreshes) {
    Problems problems = Problems.of()
        .require(
            "termination-policies",
            !policies.isEmpty(),
            "must name at least one",
            "for example [default]")
        .require(
            "termination-policies",
            policies.indexOf(TerminationPolicy.DEFAULT) < 0
                || policies.indexOf(TerminationPolicy.DEFAULT) == policies.size() - 1,
            "must have default last, as nothing comes after it",
            "for example [oldest-instance, default]")
        .require(
            "lifecycle-hooks",
            hooks.size() <= LifecycleHook.MOST,
            "must be at most " + LifecycleHook.MOST + ", were " + hooks.size(),
            "fewer hooks")
        .require(
            "lifecycle-hooks",
            hooks.stream().map(LifecycleHook::name).distinct().count() == hooks.size(),
            "must not have two of one name",
            "give one of them another")
        .require(
            "maximum-instance-lifetime",
            maximumInstanceLifetime.isEmpty()
                || maximumInstanceLifetime.get().compareTo(SHORTEST_LIFETIME) >= 0,
            "must be at least 1 d",
            "for example 30d")
        .require(
            "instance-refreshes",
            refreshes.size() <= MOST_REFRESHES,
            "must be at most " + MOST_REFRESHES + ", were " + refreshes.size(),
            "fewer refreshes");
    for (int i = 1; i < refreshes.size(); i++) {
      problems.require(
          "instance-refreshes[" + i + "].at",
          refreshes.get(i).at().compareTo(refreshes.get(i - 1).at()) > 0,
          "must be later than that of the refresh before it",
          "in order of time");
    }
    return problems.list();
  }

  public Upkeep {
    terminationPolicies = List.copyOf(terminationPolicies);
    lifecycleHooks = List.copyOf(lifecycleHooks);
    instanceRefreshes = List.copyOf(instanceRefreshes);
    suspendedProcesses = List.copyOf(suspendedProcesses);
    operations = List.copyOf(operations);
    Problems.throwIfAny(
        problems(terminationPolicies, lifecycleHooks, maximumInstanceLifetime, instanceRefreshes));
  }

  /** The same with other operations by hand. */
  public Upkeep with(List<Operation> others) {
    return with(others, customTermination);
  }

  /** The same with other operations, and a say of the group's own in who goes first. */
  public Upkeep with(List<Operation> others, Optional<CustomTermination> custom) {
    return new Upkeep(
        terminationPolicies,
        scaleInProtection,
        lifecycleHooks,
        maximumInstanceLifetime,
        maintenancePolicy,
        instanceRefreshes,
        suspendedProcesses,
        launchConfiguration,
        warmPool,
        others,
        custom);
  }

  /** The hooks of one moment in an instance's life. */
  public List<LifecycleHook> hooks(LifecycleHook.Transition on) {
    return lifecycleHooks.stream().filter(hook -> hook.on() == on).toList();
  }

  /** True when anything decides who goes but the time to the next hour. */
  public boolean choosesByMoreThanTheHour() {
    return !terminationPolicies.equals(DEFAULT.terminationPolicies)
        || scaleInProtection
        || operations.stream().anyMatch(one -> one.kind().protects())
        || customTermination.isPresent()
        || !instanceRefreshes.isEmpty();
  }

  /** At least this part of a group is replaced at once where nothing else is said. */
  public int replacedAtOnce(int desired) {
    return maintenancePolicy
        .map(policy -> policy.atOnce(desired))
        .orElse(Math.max(1, desired / 10));
  }

  /** True when what comes is launched before what goes is ended. */
  public boolean launchesFirst() {
    return maintenancePolicy.map(MaintenancePolicy::launchesFirst).orElse(false);
  }
}

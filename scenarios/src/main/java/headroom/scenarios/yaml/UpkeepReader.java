package headroom.scenarios.yaml;

import static headroom.scenarios.yaml.Scalars.BOOLEAN;
import static headroom.scenarios.yaml.Scalars.DURATION;
import static headroom.scenarios.yaml.Scalars.PERCENT;
import static headroom.scenarios.yaml.Scalars.WHOLE;

import headroom.policy.placement.CustomTermination;
import headroom.policy.placement.CustomTermination.Attribute;
import headroom.policy.placement.TerminationPolicy;
import headroom.problem.Problem;
import headroom.scenarios.text.Tree;
import headroom.spec.InstanceRefresh;
import headroom.spec.LifecycleHook;
import headroom.spec.MaintenancePolicy;
import headroom.spec.Operation;
import headroom.spec.Suspension;
import headroom.spec.Suspension.Suspendable;
import headroom.spec.Upkeep;
import headroom.spec.WarmPool;
import headroom.spec.WarmPool.PoolState;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads what a group does with its instances beside scaling: fields of the group itself. */
final class UpkeepReader {

  private static final Map<String, TerminationPolicy> POLICIES = Words.of(
          "default", TerminationPolicy.DEFAULT)
      .and("oldest-instance", TerminationPolicy.OLDEST_INSTANCE)
      .and("newest-instance", TerminationPolicy.NEWEST_INSTANCE)
      .and("oldest-launch-configuration", TerminationPolicy.OLDEST_LAUNCH_CONFIGURATION)
      .and("oldest-launch-template", TerminationPolicy.OLDEST_LAUNCH_TEMPLATE)
      .and("closest-to-next-instance-hour", TerminationPolicy.CLOSEST_TO_NEXT_INSTANCE_HOUR)
      .and("allocation-strategy", TerminationPolicy.ALLOCATION_STRATEGY)
      .table();

  private static final Map<String, Suspendable> PROCESSES = Words.of("launch", Suspendable.LAUNCH)
      .and("terminate", Suspendable.TERMINATE)
      .and("alarm-notification", Suspendable.ALARM_NOTIFICATION)
      .and("az-rebalance", Suspendable.AZ_REBALANCE)
      .and("health-check", Suspendable.HEALTH_CHECK)
      .and("instance-refresh", Suspendable.INSTANCE_REFRESH)
      .and("replace-unhealthy", Suspendable.REPLACE_UNHEALTHY)
      .and("scheduled-actions", Suspendable.SCHEDULED_ACTIONS)
      .and("add-to-load-balancer", Suspendable.ADD_TO_LOAD_BALANCER)
      .table();

  private static final Map<String, PoolState> STATES = Words.of("stopped", PoolState.STOPPED)
      .and("running", PoolState.RUNNING)
      .and("hibernated", PoolState.HIBERNATED)
      .table();

  private static final Map<String, Attribute> ATTRIBUTES = Words.of("spot", Attribute.SPOT)
      .and("on-demand", Attribute.ON_DEMAND)
      .and("oldest", Attribute.OLDEST)
      .and("newest", Attribute.NEWEST)
      .and("preferred-type", Attribute.PREFERRED_TYPE)
      .and("last-type", Attribute.LAST_TYPE)
      .table();

  private static final Map<String, Boolean> LAUNCHED_BY =
      Words.of("launch-template", false).and("launch-configuration", true).table();

  private final Node node;
  private final MapReader map;
  private final Given<List<TerminationPolicy>> policies;
  private final Given<Optional<CustomTermination>> custom;
  private final Given<Boolean> isProtected;
  private final Given<List<LifecycleHook>> hooks;
  private final Given<Optional<Duration>> lifetime;
  private final Given<Optional<MaintenancePolicy>> maintenance;
  private final Given<List<InstanceRefresh>> refreshes;
  private final Given<List<Suspension>> suspended;
  private final Given<Boolean> byConfiguration;
  private final Given<Optional<WarmPool>> warmPool;
  private final Given<List<Operation>> operations;

  UpkeepReader(MapReader map, Node node) {
    this.map = map;
    this.node = node;
    Reader<TerminationPolicy> policy = Scalars.word("termination policy", POLICIES);
    policies = map.or(
        "termination-policies",
        policy.list("[oldest-instance, default]"),
        Tree.list(List.of(Tree.of("default"))));
    custom = map.maybe("custom-termination", UpkeepReader::custom);
    isProtected = map.or("scale-in-protection", BOOLEAN, "false");
    Reader<LifecycleHook> hook = HookReader::read;
    hooks = map.or("lifecycle-hooks", hook.list("[" + HookReader.EXAMPLE + "]"), none());
    lifetime = map.maybe("maximum-instance-lifetime", DURATION);
    maintenance = map.maybe("maintenance-policy", UpkeepReader::maintenance);
    Reader<InstanceRefresh> refresh = RefreshReader::read;
    refreshes =
        map.or("instance-refreshes", refresh.list("[" + RefreshReader.EXAMPLE + "]"), none());
    Reader<Suspension> suspension = UpkeepReader::suspension;
    suspended = map.or("suspended-processes", suspension.list("[{process: az-rebalance}]"), none());
    warmPool = map.maybe("warm-pool", UpkeepReader::warmPool);
    Reader<Operation> operation = OperationReader::read;
    operations = map.or("operations", operation.list("[" + OperationReader.EXAMPLE + "]"), none());
    byConfiguration =
        map.or("launched-by", Scalars.word("way of launching", LAUNCHED_BY), "launch-template");
  }

  private static Tree none() {
    return Tree.list(List.of());
  }

  List<Problem> problems() {
    return Upkeep.problems(policies.get(), hooks.get(), lifetime.get(), refreshes.get());
  }

  Upkeep upkeep() {
    node.session().asked(Upkeep.class, map.asked());
    return new Upkeep(
        policies.get(),
        isProtected.get(),
        hooks.get(),
        lifetime.get(),
        maintenance.get(),
        refreshes.get(),
        suspended.get(),
        byConfiguration.get(),
        warmPool.get(),
        operations.get(),
        custom.get());
  }

  private static Read<CustomTermination> custom(Node node) {
    MapReader map = MapReader.of(node, "{order: [spot, oldest], spares-younger-than: 1h}");
    Reader<Attribute> attribute = Scalars.word("attribute", ATTRIBUTES);
    Given<List<Attribute>> order = map.or("order", attribute.list("[spot, oldest]"), none());
    Given<Optional<Duration>> spares = map.maybe("spares-younger-than", DURATION);
    return map.build(
        CustomTermination.class,
        () -> CustomTermination.problems(order.get(), spares.get()),
        () -> new CustomTermination(order.get(), spares.get()));
  }

  private static Read<MaintenancePolicy> maintenance(Node node) {
    MapReader map = MapReader.of(node, "{min-healthy: 100%, max-healthy: 110%}");
    Given<Double> min = map.required("min-healthy", PERCENT, "90%");
    Given<Double> max = map.required("max-healthy", PERCENT, "100%");
    return map.build(
        MaintenancePolicy.class,
        () -> MaintenancePolicy.problems(min.get(), max.get()),
        () -> new MaintenancePolicy(min.get(), max.get()));
  }

  private static Read<WarmPool> warmPool(Node node) {
    MapReader map = MapReader.of(node, "{pool-state: stopped}");
    Given<PoolState> state =
        map.or("pool-state", Scalars.word("state of a warm pool", STATES), "stopped");
    Given<Integer> min = map.or("min-size", WHOLE, "0");
    Given<Optional<Integer>> most = map.maybe("max-prepared-capacity", WHOLE);
    Given<Boolean> reuse = map.or("reuse-on-scale-in", BOOLEAN, "false");
    return map.build(
        WarmPool.class,
        () -> WarmPool.problems(min.get(), most(most)),
        () -> new WarmPool(state.get(), min.get(), most(most), reuse.get()));
  }

  private static OptionalInt most(Given<Optional<Integer>> given) {
    return given.get().map(OptionalInt::of).orElse(OptionalInt.empty());
  }

  private static Read<Suspension> suspension(Node node) {
    MapReader map = MapReader.of(node, "{process: az-rebalance, at: 1h, lasts: 30m}");
    Given<Suspendable> process =
        map.required("process", Scalars.word("process", PROCESSES), "az-rebalance");
    Given<Duration> at = map.or("at", DURATION, "0s");
    Given<Optional<Duration>> lasts = map.maybe("lasts", DURATION);
    return map.build(
        Suspension.class,
        () -> Suspension.problems(at.get(), lasts.get()),
        () -> new Suspension(process.get(), at.get(), lasts.get()));
  }
}

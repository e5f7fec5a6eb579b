package headroom.fleet.scaling;

import headroom.fleet.alarms.Alarms;
import headroom.fleet.instances.ControlPlane;
import headroom.fleet.instances.HookWaits;
import headroom.fleet.instances.Instance;
import headroom.fleet.instances.InstanceGroup;
import headroom.fleet.instances.InstanceListener;
import headroom.fleet.instances.Region.Market;
import headroom.fleet.instances.ServiceTimes;
import headroom.fleet.metrics.GroupMetrics;
import headroom.fleet.routing.HealthChecks;
import headroom.fleet.routing.TargetHealthListener;
import headroom.fleet.targets.ServerGroup;
import headroom.kernel.Simulation;
import headroom.policy.placement.Weights;
import headroom.policy.retry.Backoff;
import headroom.random.Chance;
import headroom.results.Recorder;
import headroom.spec.Group;
import headroom.spec.LifecycleHook.Transition;
import headroom.spec.Suspension.Suspendable;
import headroom.supply.Image;
import headroom.supply.LaunchError;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Keeps one Auto Scaling group at its wanted size, and changes what is wanted. */
public final class GroupKeeper implements InstanceListener, TargetHealthListener {

  private final Group rule;
  private final InstanceGroup instances;
  private final ServerGroup servers;
  private final GroupMetrics metrics;
  private final ScalingMeasures measures;
  private final Launcher launcher;
  private final Rebalancer rebalancer;
  private final Simulation simulation;
  private final Scaler scaler;
  private final Leavers leavers;
  private final Units units;
  private final Departures departures;
  private final Processes processes;
  private final Replacements replacements;
  private final Optional<WarmPoolKeeper> warmPool;
  private final Optional<InstanceGroup> beside;
  private final Broken broken;
  private final Activities activities;
  private final ServiceTimes serviceTimes;
  private final int balancers;
  private final CatchUp catchUp;
  private final Optional<Operations> operations;
  private final SpotCare spot;

  public GroupKeeper(
      Group rule,
      ServerGroup servers,
      GroupMetrics metrics,
      ScalingMeasures measures,
      Market market,
      ControlPlane plane,
      Backoff launchRetry,
      Simulation simulation,
      Chance chance,
      Recorder recorder,
      Map<String, Image> images,
      Optional<WarmPoolKeeper.Parts> pool,
      Optional<InstanceGroup> aside,
      int balancers,
      long countsFrom) {
    this.rule = rule;
    this.instances = servers.instances();
    this.servers = servers;
    this.metrics = metrics;
    this.measures = measures;
    this.simulation = simulation;
    this.balancers = balancers;
    this.catchUp = new CatchUp(plane, servers, at -> reconcile(at, "control plane is back"));
    this.activities = new Activities(countsFrom);
    this.processes = new Processes(rule.name(), recorder);
    instances.listenFirst(processes);
    this.units = Units.of(rule, instances);
    this.scaler = new Scaler(
        rule,
        units,
        metrics,
        simulation,
        recorder,
        activities,
        measures,
        processes,
        this::reconcile);
    this.launcher = new Launcher(
        instances,
        market,
        rule.mix(),
        units,
        activities,
        simulation,
        recorder,
        launchRetry,
        chance.of(rule.name(), "launch-retry"),
        at -> reconcile(at, "launch tried again"),
        () -> processes.isSuspended(Suspendable.LAUNCH));
    this.rebalancer = new Rebalancer(
        instances,
        units,
        launcher,
        simulation,
        scaler::max,
        at -> reconcile(at, "zones are rebalanced"),
        () -> processes.isSuspended(Suspendable.AZ_REBALANCE) || market.hasRoomOfItsOwn());
    this.serviceTimes = new ServiceTimes(instances, units.fewestFor(rule.size().min()));
    this.leavers = new Leavers(instances, units, rule);
    this.departures = new Departures(
        instances,
        activities,
        simulation,
        new HookWaits(rule.upkeep().hooks(Transition.TERMINATE), rule.name(), chance),
        balancers);
    Replacer.Hands hands = new GroupHands(activities, departures, this::reconcile);
    this.replacements = new Replacements(
        rule, instances, images, activities, processes, this::desired, simulation, recorder, hands);
    Function<String, PowerCycles> power = stream -> new PowerCycles(
        instances,
        market,
        plane,
        activities,
        launchRetry,
        chance.of(rule.name(), stream),
        simulation,
        recorder);
    this.spot = new SpotCare(
        rule,
        instances,
        market,
        launcher,
        departures,
        activities,
        this::desired,
        power,
        simulation,
        hands);
    this.broken = new Broken(
        rule.health(),
        new HealthChecks(rule.health().status(), chance.of(rule.name(), "status-check")),
        plane,
        processes,
        replacements,
        departures,
        activities,
        spot,
        simulation,
        hands);
    this.warmPool = pool.map(parts -> new WarmPoolKeeper(
        rule,
        parts,
        instances,
        market,
        scaler,
        launchRetry,
        simulation,
        chance,
        recorder,
        countsFrom));
    warmPool.ifPresent(keeper -> {
      launcher.takeFirst(keeper);
      departures.reuse(keeper);
      replacements.beside(keeper);
    });
    this.beside = aside;
    this.operations = aside.map(group -> new Operations(
        rule.upkeep().operations(),
        instances,
        new Standbys(instances, group, units, departures, scaler, simulation, recorder),
        power.apply("start-retry"),
        simulation,
        recorder));
    instances.listen(this);
  }

  /** Its instances are nodes, which pods leave first. */
  public void unloadsBy(Evictions pods) {
    departures.unloads(pods);
  }

  /** The instances prepared beside it, where it has a warm pool. */
  public Optional<InstanceGroup> warmPool() {
    return warmPool.map(WarmPoolKeeper::instances);
  }

  /** Instances on standby, or detached, where there may be any. */
  public Optional<InstanceGroup> beside() {
    return beside;
  }

  /** True where instances of the group may be stopped, by hand or by the provider. */
  public boolean mayStop() {
    return beside.isPresent() || rule.mix().onInterruption().comesBack();
  }

  public InstanceGroup instances() {
    return instances;
  }

  public ServerGroup servers() {
    return servers;
  }

  public GroupMetrics metrics() {
    return metrics;
  }

  /** How well its size follows its load; asked for where something scales it. */
  public ScalingMeasures measures() {
    return measures;
  }

  /** True when a policy or a schedule may change its size. */
  public boolean isScaled() {
    return !rule.scaling().isEmpty();
  }

  /** Closes the minute that ends now for all that learns from it; after its metrics. */
  public void observe(long now) {
    if (isScaled()) {
      int there = servers.wholeWorth(instances.inServiceLevel().value());
      measures.observe(now, metrics.requestedInMinute(), there);
      scaler.learn(now);
    }
  }

  /** How long how many were in service. */
  public ServiceTimes serviceTimes() {
    return serviceTimes;
  }

  public Activities activities() {
    return activities;
  }

  public int desired() {
    return scaler.desired();
  }

  /** The smallest size allowed now. */
  public int min() {
    return scaler.min();
  }

  /** The largest size allowed now. */
  public int max() {
    return scaler.max();
  }

  /** A rule that needs no alarm wants another size. */
  public void resize(int size, long now, String why) {
    scaler.to(size, now, why);
  }

  /** This instance goes, and the group is so much smaller. */
  void remove(Instance instance, long now, String why) {
    departures.begin(instance, now, why);
    scaler.to(desired() - units.of(instance), now, why);
  }

  /** This instance goes, and another comes for it. */
  public void evict(Instance instance, long now, String why) {
    departures.begin(instance, now, why);
    reconcile(now, why);
  }

  /** Asks again for what is missing, as there may be room for it now. */
  public void lookForRoom(long now) {
    if (units.population() < desired()) {
      reconcile(now, "there is room");
    }
  }

  /** Brings the first instances, and sets the schedule going. */
  public void start(Alarms alarms, Instant calendarStart, long endNanos) {
    processes.schedule(rule.upkeep().suspendedProcesses(), simulation, this::resumed);
    operations.ifPresent(all -> all.schedule(calendarStart, endNanos));
    scaler.start(alarms, calendarStart, endNanos);
    replacements.start(alarms);
    if (rule.startsCold()) {
      reconcile(0, "first instances");
    } else {
      launcher.present(desired());
      warmPool.ifPresent(WarmPoolKeeper::present);
    }
    servers.wanted(units.instancesFor(desired()), 0);
  }

  /** Looks at the alarms of every policy and does what they come to. */
  public void decide(long now) {
    scaler.decide(now);
  }

  /** Does what alarms come to that are looked at more than once a minute. */
  public void decideBetween(long now) {
    scaler.decideBetween(now);
  }

  /** Launches or terminates toward the wanted size. */
  public void reconcile(long now, String why) {
    if (catchUp.isCutOff()) {
      servers.wanted(units.instancesFor(desired()), now);
      return;
    }
    int wanted = desired() + rebalancer.surplus() + replacements.surplus() + spot.surplus();
    launcher.launch(wanted - units.population(), now, why);
    boolean mayRelease = !processes.isSuspended(Suspendable.TERMINATE);
    while (mayRelease && units.population() > wanted) {
      mayRelease = release(wanted, now, why);
    }
    servers.wanted(units.instancesFor(desired()), now);
    rebalancer.look(wanted, now);
    replacements.look(now);
    spot.look(now);
    warmPool.ifPresent(keeper -> keeper.reconcile(now));
  }

  private boolean release(int wanted, long now, String why) {
    @Nullable Instance chosen = leavers.next(now);
    if (chosen == null || !Weights.mayGo(wanted, units.population(), units.of(chosen))) {
      return false;
    }
    departures.scaleIn(chosen, now, why);
    return true;
  }

  /** False when broken instances are left to be repaired in their places. */
  public boolean replaces() {
    return rule.health().replace();
  }

  @Override
  public void drained(Instance instance, long now) {
    departures.drained(instance, now);
  }

  @Override
  public void startFailed(Instance instance, LaunchError error, long now) {
    departures.end(instance, now, error.words());
    launcher.failedStart(error, now);
  }

  /** An instance will be taken soon: it goes in good order, and another one comes for it. */
  public void makeRoom(Instance instance, long now, String why) {
    departures.begin(instance, now, why);
    reconcile(now, "replaces " + instance.label());
  }

  @Override
  public void healthy(Instance instance, long now) {
    instances.launchTimes().healthy(instance, now);
    broken.healthy(instance);
  }

  @Override
  public void inService(Instance instance, long now) {
    if (balancers == 0) {
      instances.launchTimes().ready(instance, now);
    }
    if (rule.upkeep().scaleInProtection()) {
      instance.protect(true);
    }
    servers.wanted(units.instancesFor(desired()), now);
  }

  @Override
  public void crashed(Instance instance, long now) {
    servers.wanted(units.instancesFor(desired()), now);
    broken.crashed(instance, now);
  }

  @Override
  public void halted(Instance instance, long now) {
    servers.wanted(units.instancesFor(desired()), now);
    broken.halted(instance, now);
  }

  @Override
  public void unhealthy(Instance instance, long now) {
    broken.unhealthy(instance, now);
  }

  private void resumed(long now) {
    broken.resumed(now);
    replacements.resumed(now);
    reconcile(now, "a process is resumed");
  }
}

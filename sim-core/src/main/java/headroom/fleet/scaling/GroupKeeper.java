package headroom.fleet.scaling;

import headroom.fleet.instances.Instance;
import headroom.fleet.instances.InstanceGroup;
import headroom.fleet.instances.InstanceListener;
import headroom.fleet.instances.Region.Market;
import headroom.fleet.instances.State;
import headroom.fleet.metrics.GroupMetrics;
import headroom.fleet.routing.HealthChecks;
import headroom.fleet.routing.TargetHealthListener;
import headroom.fleet.targets.ServerGroup;
import headroom.kernel.Phase;
import headroom.kernel.Simulation;
import headroom.policy.retry.Backoff;
import headroom.policy.scaling.GroupView;
import headroom.policy.scaling.ScalingPolicy;
import headroom.policy.scaling.ScheduledAction;
import headroom.random.Chance;
import headroom.results.EventLog;
import headroom.results.Recorder;
import headroom.spec.Group;
import headroom.spec.Health;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Keeps one Auto Scaling group at its wanted size, and changes what is wanted. */
public final class GroupKeeper implements InstanceListener, TargetHealthListener {

  private final Group rule;
  private final InstanceGroup instances;
  private final ServerGroup servers;
  private final GroupMetrics metrics;
  private final Launcher launcher;
  private final Rebalancer rebalancer;
  private final Simulation simulation;
  private final Recorder recorder;
  private final HealthChecks statusChecks;
  private final List<PolicyAtWork> policies = new ArrayList<>();
  private final List<OptionalInt> wanted = new ArrayList<>();
  private final List<Boolean> voters = new ArrayList<>();
  private final ReleaseOrder releases;
  private final Activities activities;
  private final int balancers;
  private int min;
  private int max;
  private int desired;

  public GroupKeeper(
      Group rule,
      ServerGroup servers,
      GroupMetrics metrics,
      Market market,
      Backoff launchRetry,
      Simulation simulation,
      Chance chance,
      Recorder recorder,
      int balancers,
      long countsFrom) {
    this.rule = rule;
    this.instances = servers.instances();
    this.servers = servers;
    this.metrics = metrics;
    this.simulation = simulation;
    this.recorder = recorder;
    this.statusChecks =
        new HealthChecks(rule.health().status(), chance.of(rule.name(), "status-check"));
    this.balancers = balancers;
    this.activities = new Activities(countsFrom);
    this.launcher = new Launcher(
        instances,
        market,
        rule.mix(),
        activities,
        simulation,
        recorder,
        launchRetry,
        chance.of(rule.name(), "launch-retry"),
        at -> reconcile(at, "launch tried again"));
    this.rebalancer = new Rebalancer(
        instances, launcher, simulation, () -> max, at -> reconcile(at, "zones are rebalanced"));
    this.min = rule.size().min();
    this.max = rule.size().max();
    this.desired = rule.size().desired();
    this.releases = new ReleaseOrder(instances);
    instances.listen(this);
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

  public Activities activities() {
    return activities;
  }

  public int desired() {
    return desired;
  }

  /** Brings the first instances, and sets the schedule going. */
  public void start(Instant calendarStart, long endNanos) {
    for (var scaling : rule.scaling()) {
      if (scaling instanceof ScalingPolicy policy) {
        PolicyAtWork atWork = new PolicyAtWork(rule.name(), policy, metrics, recorder);
        policies.add(atWork);
        voters.add(atWork.hasVoteOnScaleIn());
      }
      if (scaling instanceof ScheduledAction action) {
        schedule(action, calendarStart, endNanos);
      }
    }
    if (rule.startsCold()) {
      reconcile(0, "first instances");
    } else {
      launcher.present(desired);
    }
    servers.wanted(desired, 0);
  }

  private void schedule(ScheduledAction action, Instant calendarStart, long endNanos) {
    Duration after = Duration.between(calendarStart, action.at());
    if (!after.isNegative() && after.compareTo(Duration.ofNanos(endNanos)) <= 0) {
      simulation.at(after.toNanos(), Phase.DECIDE, now -> carryOut(action, now));
    }
  }

  private void carryOut(ScheduledAction action, long now) {
    min = action.min().orElse(min);
    max = action.max().orElse(max);
    int wanted = action.desired().orElse(desired);
    wants(Math.max(min, Math.min(max, wanted)), now, EventLog.Kind.SCHEDULED, "scheduled action");
  }

  /** Looks at the alarms of every policy and does what they come to. */
  public void decide(long now) {
    boolean any = false;
    wanted.clear();
    for (PolicyAtWork policy : policies) {
      OptionalInt wants = policy.wants(new GroupView(policy.warm(now), desired, min, max), now);
      wanted.add(wants);
      any |= wants.isPresent();
    }
    if (!any) {
      return;
    }
    int size = Verdict.of(desired, wanted, voters);
    EventLog.Kind kind = size > desired ? EventLog.Kind.SCALE_OUT : EventLog.Kind.SCALE_IN;
    wants(size, now, kind, "target tracking");
  }

  private void wants(int size, long now, EventLog.Kind kind, String why) {
    if (size == desired) {
      return;
    }
    activities.resized(size > desired, now);
    if (recorder.readsEvents()) {
      recorder.happened(
          now, kind, "groups." + rule.name(), "desired from " + desired + " to " + size, why);
    }
    desired = size;
    reconcile(now, why);
  }

  /** Launches or terminates toward the wanted size. */
  public void reconcile(long now, String why) {
    int wanted = desired + rebalancer.surplus();
    launcher.launch(wanted - instances.population(), now, why);
    boolean mayRelease = true;
    while (mayRelease && instances.population() > wanted) {
      mayRelease = release(now, why);
    }
    servers.wanted(desired, now);
    rebalancer.look(wanted, now);
  }

  private boolean release(long now, String why) {
    @Nullable Instance chosen = TerminationChoice.of(releases, now);
    if (chosen == null) {
      return false;
    }
    if (chosen.isInService() && balancers > 0) {
      chosen.leaves(balancers);
      instances.drain(chosen, now, why);
    } else {
      end(chosen, now, why);
    }
    return true;
  }

  private void end(Instance instance, long now, String why) {
    activities.terminations().add(now);
    instances.terminate(instance, now, why);
  }

  @Override
  public void drained(Instance instance, long now) {
    if (instance.hasLeftOneMore() && instance.state() == State.DRAINING) {
      end(instance, now, "drained");
    }
  }

  @Override
  public void startFailed(Instance instance, long now) {
    end(instance, now, "bootstrap failed");
    launcher.failedStart(now);
  }

  @Override
  public void interruptionNoticed(Instance instance, long now) {
    if (!rule.mix().capacityRebalancing() || !instance.isInService()) {
      return;
    }
    if (balancers > 0) {
      instance.leaves(balancers);
      instances.drain(instance, now, "spot interruption notice");
    } else {
      end(instance, now, "spot interruption notice");
    }
    reconcile(now, "replaces " + instance.label());
  }

  @Override
  public void healthy(Instance instance, long now) {
    instances.launchTimes().healthy(instance, now);
  }

  @Override
  public void inService(Instance instance, long now) {
    if (balancers == 0) {
      instances.launchTimes().ready(instance, now);
    }
    servers.wanted(desired, now);
  }

  @Override
  public void crashed(Instance instance, long now) {
    (instance.isInterrupted() ? activities.interruptions() : activities.failures()).add(now);
    servers.wanted(desired, now);
    // A group knows at once of what the provider itself has ended.
    if (instance.isLeaving() || instance.isInterrupted()) {
      simulation.at(now, Phase.CHANGE, at -> replace(instance, at));
      return;
    }
    long known = Math.max(0, instance.runningSince());
    long first = statusChecks.firstCheck(instance.ordinal(), known);
    simulation.at(statusChecks.unhealthyAt(first, now), Phase.CHANGE, at -> replace(instance, at));
  }

  @Override
  public void unhealthy(Instance instance, long now) {
    boolean counts = rule.health().check() == Health.Check.LOAD_BALANCER;
    long graceEnds = instance.inServiceSince() + rule.health().grace().toNanos();
    if (counts) {
      simulation.at(Math.max(now, graceEnds), Phase.CHANGE, at -> replace(instance, at));
    }
  }

  private void replace(Instance instance, long now) {
    if (instance.state() == State.FAILED) {
      end(instance, now, instance.crashCause());
      reconcile(now, "replaces " + instance.label());
    }
  }
}

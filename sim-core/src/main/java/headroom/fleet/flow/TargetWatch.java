package headroom.fleet.flow;

import headroom.fleet.instances.Instance;
import headroom.kernel.Simulation;
import headroom.random.Chance;
import headroom.spec.LoadBalancer;
import org.jspecify.annotations.Nullable;

/**
 * How a door finds out, beyond shallow checks, that a target serves badly: by deep ones, or by what
 * it answers.
 */
final class TargetWatch {

  // As in Balancer: fleet sheet §6.2 [L11] and §6.1.
  private static final double APPLICATION_CONNECT_SECONDS = 10;

  private final FlowDoor door;
  private final FlowStation station;
  private final @Nullable LoadBalancer rule;
  private final @Nullable FlowEjections ejections;
  private final @Nullable FlowProbes probes;

  /** Nobody watches. */
  TargetWatch(FlowDoor door, FlowStation station) {
    this.door = door;
    this.station = station;
    this.rule = null;
    this.ejections = null;
    this.probes = null;
  }

  /** A balancer watches by its rules. */
  TargetWatch(
      FlowDoor door, FlowStation station, LoadBalancer rule, Simulation simulation, Chance chance) {
    this.door = door;
    this.station = station;
    this.rule = rule;
    this.ejections = rule.outlierEjection()
        .map(by -> new FlowEjections(by, door, simulation, chance.of(rule.name(), "ejection")))
        .orElse(null);
    this.probes = rule.healthCheck().deep()
        ? new FlowProbes(rule.healthCheck(), door, simulation, chance.of(rule.name(), "probe"))
        : null;
  }

  /** How long a balancer waits for a target that has stopped. */
  static double silenceSeconds(LoadBalancer rule) {
    return rule.type() == LoadBalancer.Type.APPLICATION
        ? APPLICATION_CONNECT_SECONDS
        : rule.idleTimeout().toNanos() / 1e9;
  }

  /** Requests a second that each target gets. */
  double perTarget() {
    return station.step().rate() / Math.max(1, door.healthy());
  }

  /** True when its checks are served like requests. */
  boolean isDeep() {
    return probes != null;
  }

  /** A target is checked from a moment on. */
  void begins(Instance instance, boolean known, long firstCheck) {
    if (probes != null) {
      probes.begin(instance, known, firstCheck);
    }
  }

  /** A target has stopped, and those sent there find out. */
  void falls(Instance instance, long now) {
    if (ejections != null) {
      ejections.watch(instance, holdSeconds(), now);
    }
  }

  void ends(Instance instance) {
    if (probes != null) {
      probes.end(instance);
    }
    if (ejections != null) {
      ejections.gone(instance);
    }
  }

  /** Something may ail an instance from now on. */
  void looks(Instance instance, long now) {
    if (probes != null) {
      probes.look(instance, now);
    }
    if (ejections != null && door.sendsTo(instance) && failing(instance, now) > 0) {
      ejections.watch(instance, station.step().servingSeconds(), now);
    }
  }

  /** The share of a target's requests whose failure this balancer sees. */
  double failing(Instance instance, long now) {
    if (door.isSilent(instance)) {
      return door.silenceSeconds() <= holdSeconds() ? 1 : proxied();
    }
    Symptoms.Kind kind = station.kindOf(instance, now);
    return door.sendsTo(instance) ? 1 - (1 - kind.errors()) * (1 - kind.lostRequests()) : 0;
  }

  /** The caller of a proxy's rules is the proxy: when it waits no longer, the target has failed. */
  private double proxied() {
    return rule != null && rule.type() == LoadBalancer.Type.PROXY ? 1 : 0;
  }

  /** The chance that a check of a target that is served like a request passes. */
  double passes(Instance instance, double timeout, long now) {
    StationStep step = station.step();
    if (!door.answers(instance) || step.speed() <= 0) {
      return 0;
    }
    double left = timeout - step.waitOfNext();
    Symptoms.Kind kind = station.kindOf(instance, now);
    double inTime = left <= 0 ? 0 : station.time().within(left * step.speed() / kind.slowness());
    return (1 - step.refusedShare()) * kind.answersWell() * inTime;
  }

  /** How long such a check takes that is answered, or at most. */
  double probeSeconds(Instance instance, double timeout, long now) {
    double slowness = station.kindOf(instance, now).slowness();
    double serving = station.time().mean() * slowness / Math.max(station.speed(), 1e-9);
    return instance.isInService() ? station.step().waitOfNext() + serving : timeout;
  }

  /** How long an attempt at a silent target takes its longest-waiting sender to give up. */
  private double holdSeconds() {
    double longest = 0;
    for (FlowClient client : station.clients()) {
      longest = client.door() == door ? Math.max(longest, client.timeoutSeconds()) : longest;
    }
    return Math.min(longest, door.silenceSeconds());
  }

  /** Checks that are served like requests, a second. */
  double probesPerSecond() {
    return probes == null ? 0 : probes.perSecond() * door.healthy();
  }
}

package headroom.fleet.flow;

import headroom.fleet.instances.Instance;
import headroom.fleet.routing.TargetHealthListener;
import headroom.results.EventLog;
import headroom.results.Recorder;
import headroom.spec.LoadBalancer;
import org.jspecify.annotations.Nullable;

/** Where a door tells how its targets are. */
final class TargetLog {

  private final @Nullable LoadBalancer rule;
  private final @Nullable TargetHealthListener listener;
  private final Recorder recorder;

  /** That of a balancer. */
  TargetLog(LoadBalancer rule, TargetHealthListener listener, Recorder recorder) {
    this.rule = rule;
    this.listener = listener;
    this.recorder = recorder;
  }

  /** That of a group without one: nobody hears it. */
  TargetLog(Recorder recorder) {
    this.rule = null;
    this.listener = null;
    this.recorder = recorder;
  }

  void isHealthy(Instance instance, long now) {
    log(now, EventLog.Kind.HEALTHY, instance, "healthy");
  }

  void isUnhealthy(Instance instance, long now) {
    log(now, EventLog.Kind.UNHEALTHY, instance, "unhealthy");
    if (listener != null) {
      listener.unhealthy(instance, now);
    }
  }

  /** A zonal shift begins or ends. */
  void shifted(String zone, boolean away, long now) {
    if (rule != null && recorder.readsEvents()) {
      recorder.happened(
          now,
          EventLog.Kind.SCHEDULED,
          "load-balancers." + rule.name(),
          (away ? "shifts away from zone " : "ends its shift away from zone ") + zone,
          "zonal shift");
    }
  }

  private void log(long now, EventLog.Kind kind, Instance instance, String what) {
    if (rule != null && recorder.readsEvents()) {
      recorder.happened(
          now,
          kind,
          instance.label(),
          what + " for load balancer " + rule.name(),
          instance.crashCause());
    }
  }
}

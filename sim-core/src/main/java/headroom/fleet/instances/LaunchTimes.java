package headroom.fleet.instances;

import headroom.results.LatencySketch;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/** How long the launches of a group took, stage by stage, as far as they ended in counted time. */
public final class LaunchTimes {

  /** From the decision that an instance is wanted to the cloud's consent. */
  public static final String REQUEST = "request";

  public static final String PENDING = "pending";
  public static final String BOOT = "boot";
  public static final String BOOTSTRAP = "bootstrap";
  public static final String WARM_UP = "warm-up";

  /** From the end of the start until no hook keeps the instance waiting. */
  public static final String HOOK = "lifecycle-hook";

  /** From in service to the first health check passed at a load balancer. */
  public static final String HEALTH_CHECK = "health-check";

  /** From the decision to the moment from which requests may come. */
  public static final String TO_READY = "to-ready";

  /** From the decision to the first request. */
  public static final String TO_FIRST_REQUEST = "to-first-request";

  private final long countsFrom;
  private final Map<String, LatencySketch> byStage = new LinkedHashMap<>();
  private boolean knowsFirst = true;

  LaunchTimes(long countsFrom) {
    this.countsFrom = countsFrom;
  }

  /** Not every request is seen, so nobody knows which is the first. */
  public void leaveOutFirstRequests() {
    knowsFirst = false;
  }

  void ended(String stage, long began, long now) {
    if (now >= countsFrom) {
      byStage.computeIfAbsent(stage, name -> new LatencySketch()).record(now - began);
    }
  }

  /** An instance is in service; of one that nobody decided to launch, nothing is told. */
  void inService(Instance instance) {
    if (instance.decidedAt() < 0) {
      instance.hasStarted();
    }
  }

  /** An instance has passed its first check at a balancer. */
  public void healthy(Instance instance, long now) {
    if (!instance.isReady() && instance.decidedAt() >= 0) {
      ended(HEALTH_CHECK, instance.inServiceSince(), now);
      ready(instance, now);
    }
  }

  /** Requests may come to an instance from now on. */
  public void ready(Instance instance, long now) {
    if (instance.decidedAt() >= 0) {
      instance.start().ready = true;
      ended(TO_READY, instance.decidedAt(), now);
      if (!knowsFirst) {
        instance.hasStarted();
      }
    }
  }

  /** An instance gets its first request. */
  public void firstRequest(Instance instance, long now) {
    if (knowsFirst && instance.decidedAt() >= 0) {
      ended(TO_FIRST_REQUEST, instance.decidedAt(), now);
      if (instance.isReady()) {
        instance.hasStarted();
      }
    }
  }

  /** Tells the times of every stage that some launch has been through, in the stages' order. */
  public void each(BiConsumer<String, LatencySketch> told) {
    byStage.forEach(told);
  }
}

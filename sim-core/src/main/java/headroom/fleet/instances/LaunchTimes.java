package headroom.fleet.instances;

import headroom.results.LatencySketch;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
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
  private final Map<String, StageTimes> byName = new LinkedHashMap<>();
  private final StageTimes request = stage(REQUEST);
  private final StageTimes healthCheck = stage(HEALTH_CHECK);
  private final StageTimes toReady = stage(TO_READY);
  private final StageTimes toFirstRequest = stage(TO_FIRST_REQUEST);
  // In the order in which a launch first was through them.
  private final List<StageTimes> told = new ArrayList<>();
  private boolean knowsFirst = true;

  LaunchTimes(long countsFrom) {
    this.countsFrom = countsFrom;
  }

  /** Not every request is seen, so nobody knows which is the first. */
  public void leaveOutFirstRequests() {
    knowsFirst = false;
  }

  /** The times of the stage of that name. */
  StageTimes stage(String name) {
    return byName.computeIfAbsent(name, key -> new StageTimes(key, this));
  }

  /** False while what happens is not counted. */
  boolean counts(long now) {
    return now >= countsFrom;
  }

  /** Some launch has been through this stage, which is therefore told of. */
  void tells(StageTimes stage) {
    told.add(stage);
  }

  /** The cloud grants an instance that has been wanted for a while. */
  void granted(long since, long now) {
    request.ended(since, now);
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
      healthCheck.ended(instance.inServiceSince(), now);
      ready(instance, now);
    }
  }

  /** Requests may come to an instance from now on. */
  public void ready(Instance instance, long now) {
    if (instance.decidedAt() >= 0) {
      instance.start().ready = true;
      toReady.ended(instance.decidedAt(), now);
      if (!knowsFirst) {
        instance.hasStarted();
      }
    }
  }

  /** An instance gets its first request. */
  public void firstRequest(Instance instance, long now) {
    if (knowsFirst && instance.decidedAt() >= 0) {
      toFirstRequest.ended(instance.decidedAt(), now);
      if (instance.isReady()) {
        instance.hasStarted();
      }
    }
  }

  /** Tells the times of every stage that some launch has been through, in the stages' order. */
  public void each(BiConsumer<String, LatencySketch> hears) {
    told.forEach(stage -> hears.accept(stage.name(), stage.sketch()));
  }
}

package headroom.fleet.routing;

import headroom.fleet.instances.Instance;

/** Hears what a load balancer finds out about its targets. */
public interface TargetHealthListener {

  /** The balancer sends it requests from now on: it has passed its first check. */
  default void healthy(Instance instance, long nowNanos) {}

  /** The balancer sends it nothing any more, since its checks fail. */
  void unhealthy(Instance instance, long nowNanos);

  /** A leaving target has finished its requests, or has had the time it is given. */
  void drained(Instance instance, long nowNanos);
}

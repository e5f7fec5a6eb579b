package headroom.fleet.traffic;

/** Where a workload sends its requests: a load balancer, or a group directly. */
public interface Destination {

  /** Takes a request and sees it through: every one is answered or failed, sooner or later. */
  void accept(Request request, long nowNanos);

  /** True when some target counts as healthy. */
  boolean hasHealthyTarget();

  /** The cause to name when there is none. */
  String whyNone();
}

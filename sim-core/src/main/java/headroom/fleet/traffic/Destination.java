package headroom.fleet.traffic;

/** Where a workload sends its requests: a load balancer, or a group directly. */
public interface Destination {

  /** Takes an attempt and sees it through: every one is answered or failed, sooner or later. */
  void accept(Attempt attempt, long nowNanos);

  /** The number the group behind it knows a class of request by; 0 when it makes no difference. */
  int classNumber(String requestClass);

  /** True when some target counts as healthy. */
  boolean hasHealthyTarget();

  /** The cause to name when there is none. */
  String whyNone();
}

package headroom.policy.routing;

/** What a routing rule sees of the targets that may get the request. */
public interface TargetsView {

  int size();

  /** Requests sent to this target and not yet answered or given up. */
  int outstanding(int index);

  /** The index of a target with the fewest outstanding requests; equal ones take turns. */
  int leastOutstanding();
}

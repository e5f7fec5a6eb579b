package headroom.policy.routing;

/** What a routing rule sees of the targets that may get the request. */
public interface TargetsView {

  int size();

  /** Requests sent to this target and not yet answered or given up. */
  int outstanding(int index);

  /** The index of a target with the fewest outstanding requests; equal ones take turns. */
  int leastOutstanding();

  /** What tells this target from all others, for as long as it lives. */
  long id(int index);

  /** Since when it has been among those that may get requests. */
  long sinceNanos(int index);

  /** Seconds that its answers took lately; 0 when there were none. */
  double responseSeconds(int index);

  /** Share of its latest requests that failed at it, between 0 and 1; 0 when there were none. */
  double failureShare(int index);
}

package headroom.fleet.targets;

/** What a request needs beyond the work of the server itself: the calls of a service. */
public interface AfterWork {

  /**
   * The server's own work on a job is done. True when something else must come first: the server
   * is then told by {@link Server#done}; false when the job is ready to be answered.
   */
  boolean begins(Job job, long nowNanos);

  /** The cause of the last such thing that failed since then; empty when none did. */
  String troubleSince(long sinceNanos);
}

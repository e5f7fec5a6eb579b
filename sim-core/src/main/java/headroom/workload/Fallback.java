package headroom.workload;

/** What a service does when a call has failed for good. */
public sealed interface Fallback {

  /** Its own request fails too, with an error. */
  record Fail() implements Fallback {}

  /** It goes on without: the answer is a poorer one, and counted as degraded. */
  record Degrade() implements Fallback {}

  /**
   * It asks another one, in the same manner.
   *
   * @param to the name, load balancer or group asked instead
   */
  record Instead(String to) implements Fallback {}
}

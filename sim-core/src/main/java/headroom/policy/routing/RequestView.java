package headroom.policy.routing;

/** What a routing rule sees of the request that wants a target. */
public interface RequestView {

  /** The key of whoever sends it: the same for all requests of one user. */
  long sender();

  /** The key of the connection it comes on. */
  long connection();

  /** When that connection was opened. */
  long connectedAtNanos();

  /** Number {@code k} of its own luck, uniform in (0, 1). */
  double luck(int k);
}

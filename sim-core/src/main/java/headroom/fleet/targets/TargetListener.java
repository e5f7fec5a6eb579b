package headroom.fleet.targets;

/** Hears which servers there are for requests. */
public interface TargetListener {

  /** A server can take requests; {@code known} when it was so before time zero. */
  void arrived(Server server, boolean known, long nowNanos);

  /** A server takes no new requests, but finishes those it has. */
  void leaving(Server server, long nowNanos);

  /** A server has stopped, and nobody has noticed. */
  void stopped(Server server, long nowNanos);

  /** A server is gone, and known to be. */
  void gone(Server server, long nowNanos);
}

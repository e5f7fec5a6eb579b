package headroom.fleet.targets;

/** Hears that a server may have room for one more. */
public interface RoomListener {
  void mayHaveRoom(Server server, long nowNanos);
}

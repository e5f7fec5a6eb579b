package headroom.fleet.traffic;

/** Whoever a destination chose for a request, as far as the request's end concerns it. */
public interface Receiver {

  /** The client waits no longer: it has its answer, or has given up. */
  void settled(Attempt attempt, boolean succeeded, long nowNanos);

  /** What it is called in a report: the instance's label. */
  String where();

  /** The failure or state that harm done here is put down to. */
  String why();
}

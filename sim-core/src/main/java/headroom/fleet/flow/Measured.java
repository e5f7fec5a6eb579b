package headroom.fleet.flow;

/**
 * What was measured of a group's instances since the last time, all of them together.
 *
 * @param busySeconds busy workers over time
 * @param queueSeconds waiting requests over time
 * @param waitedSeconds seconds that those waited whose work began
 * @param served how many those were
 */
public record Measured(
    double busySeconds, double queueSeconds, double waitedSeconds, double served) {

  public static final Measured NOTHING = new Measured(0, 0, 0, 0);

  /** A multiple of another added to this. */
  public Measured plus(Measured other, double times) {
    return new Measured(
        busySeconds + times * other.busySeconds,
        queueSeconds + times * other.queueSeconds,
        waitedSeconds + times * other.waitedSeconds,
        served + times * other.served);
  }
}

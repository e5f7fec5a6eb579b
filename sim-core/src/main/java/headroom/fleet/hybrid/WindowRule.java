package headroom.fleet.hybrid;

/**
 * When windows of requests open and close.
 *
 * @param opensAbove the doubt in rates above which a window opens
 * @param closesBelow the doubt below which it may close
 * @param turnsEveryNanos if above 0, windows open and close by the clock instead, whatever is under
 *     way: for tests of the seam, and for whoever wants to see requests now and then
 */
public record WindowRule(double opensAbove, double closesBelow, long turnsEveryNanos) {

  /** By the doubt alone; half of it to close, so that a window is not opened again at once. */
  public static final WindowRule BY_DOUBT = new WindowRule(1, 0.5, 0);

  /** By the clock alone. */
  public static WindowRule everyNanos(long nanos) {
    return new WindowRule(1, 0.5, nanos);
  }

  boolean isByClock() {
    return turnsEveryNanos > 0;
  }
}

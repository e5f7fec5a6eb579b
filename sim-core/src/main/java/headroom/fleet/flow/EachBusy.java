package headroom.fleet.flow;

/** For how long an instance of a group has been busy whose instances are all as busy as each other. */
final class EachBusy {

  private double busySeconds;
  private double upSeconds;
  private double nanos;
  private long askedAt;

  /** Workers of all instances were busy for so many seconds. */
  void worked(double seconds) {
    busySeconds += seconds;
  }

  /** Instances were up for so many seconds in all. */
  void up(double seconds) {
    upSeconds += seconds;
  }

  /** Nanoseconds for which all workers of an instance would have been busy to do what it did. */
  double nanos(int workers, long now) {
    if (upSeconds > 0) {
      nanos += Math.min(1, busySeconds / (upSeconds * workers)) * (now - askedAt);
    }
    busySeconds = 0;
    upSeconds = 0;
    askedAt = now;
    return nanos;
  }
}

package headroom.fleet.targets;

/** How busy the instances of a group have been whose work is told as a rate. */
@FunctionalInterface
public interface BusyTime {

  /**
   * Nanoseconds for which all workers of an instance would have been busy to do what it has done so
   * far; only differences mean anything.
   */
  double shareNanos(long nowNanos);
}

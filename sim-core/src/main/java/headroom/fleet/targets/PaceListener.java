package headroom.fleet.targets;

/** Hears that a group is about to work faster or slower. */
@FunctionalInterface
public interface PaceListener {

  /** From now on its instances work at a share of their usual speed. */
  void paceChanges(double speed, long nowNanos);
}

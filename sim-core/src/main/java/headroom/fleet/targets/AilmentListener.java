package headroom.fleet.targets;

import headroom.fleet.instances.Instance;

/** Hears what makes instances serve badly, where nobody serves single requests. */
public interface AilmentListener {

  /** Something ails an instance from now on. */
  void ails(Instance instance, Ailment ailment, long nowNanos);

  /** It is over, wherever it was. */
  void recovers(Ailment ailment, long nowNanos);
}

package headroom.fleet.routing;

import headroom.kernel.Phase;
import headroom.kernel.Simulation;
import headroom.policy.routing.ZonalShift;
import java.util.List;

/** When a balancer leaves zones alone because someone said so, and when it takes them up again. */
final class Shifts {

  /** Hears that a zone is shifted away from, or back to. */
  interface Listener {
    void shift(String zone, boolean away, long now);
  }

  private Shifts() {}

  static void schedule(List<ZonalShift> shifts, Simulation simulation, Listener listener) {
    for (ZonalShift shift : shifts) {
      long at = shift.at().toNanos();
      long end = at + shift.lasts().toNanos();
      String zone = shift.awayFrom();
      simulation.at(at, Phase.CHANGE, now -> listener.shift(zone, true, now));
      simulation.at(end, Phase.CHANGE, now -> listener.shift(zone, false, now));
    }
  }
}

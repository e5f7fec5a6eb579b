package headroom.fleet.flow;

import headroom.fleet.routing.TargetHealthListener;
import headroom.kernel.Simulation;
import headroom.random.Chance;
import headroom.results.Recorder;
import headroom.spec.LoadBalancer;

/** The node of a balancer in one zone, which sends to the targets of that zone alone. */
final class ZoneDoor extends FlowDoor {

  private final FlowNodes nodes;

  ZoneDoor(
      LoadBalancer rule,
      FlowStation station,
      Simulation simulation,
      Chance chance,
      Recorder recorder,
      TargetHealthListener listener,
      FlowMeter meter,
      FlowNodes nodes) {
    super(rule, station, simulation, chance, recorder, listener, meter);
    this.nodes = nodes;
    hearTargets(() -> nodes.review(simulation.now()));
  }

  /** All zones' nodes; to whoever asks the balancer, they are one. */
  FlowNodes nodes() {
    return nodes;
  }

  /** Its targets stay those of whoever still comes to it. */
  @Override
  void shift(String zone, boolean away, long now) {
    nodes.shift(zone, away, now);
    log().shifted(zone, away, now);
  }

  @Override
  boolean hasHealthyTarget() {
    return nodes.hasHealthyTarget();
  }
}

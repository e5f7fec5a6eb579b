package headroom.fleet.flow;

import headroom.spec.Scenario;
import headroom.spec.TrafficModel;

/** The same scenario under another traffic model. */
public final class Models {

  private Models() {}

  public static Scenario as(TrafficModel model, Scenario s) {
    return new Scenario(
        s.name(),
        s.about(),
        s.start(),
        s.lasts(),
        s.warmUp(),
        s.seed(),
        model,
        s.hybrid(),
        s.prices(),
        s.zones(),
        s.types(),
        s.workloads(),
        s.loadBalancers(),
        s.images(),
        s.groups(),
        s.failures(),
        s.slo());
  }

  static Scenario flow(Scenario scenario) {
    return as(TrafficModel.FLOW, scenario);
  }
}

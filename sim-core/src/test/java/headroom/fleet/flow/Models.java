package headroom.fleet.flow;

import headroom.spec.Scenario;
import headroom.spec.TrafficModel;

/** The same scenario under another traffic model. */
public final class Models {

  private Models() {}

  public static Scenario as(TrafficModel model, Scenario s) {
    return s.toBuilder().trafficModel(model).build();
  }

  static Scenario flow(Scenario scenario) {
    return as(TrafficModel.FLOW, scenario);
  }
}

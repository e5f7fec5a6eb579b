package headroom.scenarios.spark;

import headroom.random.Exponential;
import headroom.spec.Group;
import headroom.spec.Scenario;
import headroom.spec.Size;
import headroom.supply.InstanceType;
import headroom.workload.Constant;
import headroom.workload.Service;
import headroom.workload.Workload;
import java.time.Duration;
import java.util.List;

/** A small fleet that is busy enough for its runs to differ from seed to seed. */
final class Shop {

  private Shop() {}

  static Scenario of(Duration lasts, double perSecond) {
    Group web = Group.of(
            "web", "m1.small", new Size(2, 2, 2), new Service(2, 100, new Exponential(0.1)))
        .zones(List.of("a"))
        .build();
    return Scenario.of("shop", lasts)
        .seed(7)
        .prices("test")
        .zones(List.of("a"))
        .types(List.of(new InstanceType("m1.small", 1, 1.7)))
        .workloads(List.of(Workload.of("users", "web", new Constant(perSecond)).build()))
        .groups(List.of(web))
        .build();
  }
}

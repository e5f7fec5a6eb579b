package headroom.fleet.flow;

import headroom.ClientBuilder;
import headroom.ScenarioBuilder;
import headroom.ServiceBuilder;
import headroom.fault.CacheLoss;
import headroom.random.Constant;
import headroom.random.Exponential;
import headroom.workload.Cache;
import headroom.workload.Call;
import headroom.workload.CallStep;
import headroom.workload.Fallback;
import headroom.workload.Service;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A cache that was lost fills again. */
class CacheFillTest {

  /**
   * 100 lookups a second, of which the 90 that can be kept fill 2,000 entries in 22 s: in the minute
   * after the loss 0.41 of all calls are made, of 5 ms of the database each.
   */
  @Test
  void itFillsAsFastAsByRequests() {
    Call call = new Call(
        "db",
        "db",
        ClientBuilder.waiting(Duration.ofSeconds(2)).build(),
        1,
        1,
        new Fallback.Fail(),
        Optional.of(new Cache(0.9, 2000, Optional.empty(), false)),
        List.of(),
        0,
        0);
    Paired.of(
            new ScenarioBuilder()
                .zones("a")
                .rate(100)
                .lasts(Duration.ofMinutes(11))
                .warmUp(Duration.ofMinutes(10))
                .serves(new ServiceBuilder(64, 100, new Constant(0.005))
                    .calls(new CallStep.One(call))
                    .build())
                .group("db", 1, new Service(4, 200, new Exponential(0.02)))
                .failure(new CacheLoss("loss", "web", Duration.ofMinutes(10), 1))
                .build(),
            4)
        .within("groups.db.busy.mean", 0.015);
  }
}

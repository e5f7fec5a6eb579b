package headroom.billing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import headroom.results.InstanceUsage;
import headroom.results.Metric;
import headroom.results.Usage;
import headroom.results.Usage.BalancerUsage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CostMetricsTest {

  /** One m5.large and an application balancer at 2.5 units for two hours after an hour's warm-up. */
  @Test
  void metricsHaveTheNamesOfTheContract() {
    InstanceUsage.Builder runs = new InstanceUsage.Builder();
    runs.addOpen(runs.kind(Uses.M5_LARGE), 0, 10_800 * Uses.SECOND);
    double[] bytes = {7 * Uses.GIB, 2 * Uses.GIB, 3 * Uses.GIB};
    double[] none = {};
    Usage usage = new Usage(
        runs.build(),
        List.of(new BalancerUsage("shop-lb", "application", none, none, bytes, none)),
        List.of());
    Bill bill = Bill.of(usage, Uses.window(3_600, 10_800), Books.OF_2026);
    Map<String, Double> wanted = new TreeMap<>();
    wanted.put("cost.total", 0.277);
    wanted.put("cost.compute", 0.192);
    wanted.put("cost.load-balancing", 0.085);
    wanted.put("cost.transfer", 0.0);
    wanted.put("cost.monthly", 101.105);
    wanted.put("cost.per-million-requests", 0.554);
    wanted.put("load-balancers.shop-lb.capacity-units", 2.5);
    assertEquals(wanted, flat(CostMetrics.of(bill, Optional.of(500_000.0))));
  }

  @Test
  void withoutRequestsOrTimeThereIsNothingToDivideBy() {
    Bill bill = Bill.of(Uses.none(), Uses.window(3_600, 3_600), Books.OF_2026);
    assertEquals(
        Map.of(
            "cost.total", 0.0,
            "cost.compute", 0.0,
            "cost.load-balancing", 0.0,
            "cost.transfer", 0.0),
        flat(CostMetrics.of(bill, Optional.of(0.0))));
  }

  private static Map<String, Double> flat(SortedMap<Metric, Double> metrics) {
    Map<String, Double> flat = new TreeMap<>();
    metrics.forEach((metric, value) -> flat.put(metric.flat(), value));
    return flat;
  }
}

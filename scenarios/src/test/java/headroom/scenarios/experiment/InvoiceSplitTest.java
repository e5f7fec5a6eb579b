package headroom.scenarios.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import headroom.billing.Breakdown;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Bills of several replications, split by one question after another. */
class InvoiceSplitTest {

  private static Breakdown by(String question, Map<String, String> parts) {
    TreeMap<String, BigDecimal> amounts = new TreeMap<>();
    parts.forEach((name, usd) -> amounts.put(name, new BigDecimal(usd)));
    return new Breakdown(question, amounts);
  }

  /** What a replication has nothing of counts as 0 there, so parts sum to the mean of the totals. */
  @Test
  void partsAreMeansOverAllReplications() {
    List<InvoiceSplit> splits = InvoiceSplit.of(List.of(
        List.of(by("service", Map.of("compute", "6", "dns", "2")), by("zone", Map.of("a", "8"))),
        List.of(by("service", Map.of("compute", "8")), by("zone", Map.of("a", "5", "b", "3"))),
        List.of(by("service", Map.of("compute", "10")), by("zone", Map.of("b", "10")))));
    assertEquals(
        List.of("service", "zone"), splits.stream().map(InvoiceSplit::by).toList());
    for (InvoiceSplit split : splits) {
      assertEquals(
          26.0 / 3,
          split.parts().stream().mapToDouble(part -> part.mean().mean()).sum(),
          1e-12);
    }
    InvoiceSplit.Part compute = splits.get(0).parts().get(0);
    assertEquals("compute", compute.name());
    assertEquals(8, compute.mean().mean(), 1e-12);
    // Student's t of two degrees of freedom at 97.5 %, 4.3027, times 2 over the root of 3.
    assertEquals(8 - 4.3027 * 2 / Math.sqrt(3), compute.mean().low(), 1e-3);
    assertEquals(6.2, compute.spread().orElseThrow().p5(), 1e-12);
    assertEquals(9.8, compute.spread().orElseThrow().p95(), 1e-12);
  }

  @Test
  void aSingleReplicationHasNoSpread() {
    List<InvoiceSplit> splits =
        InvoiceSplit.of(List.of(List.of(by("service", Map.of("compute", "6")))));
    assertEquals(6, splits.get(0).parts().get(0).mean().mean());
    assertEquals(true, splits.get(0).parts().get(0).spread().isEmpty());
  }
}

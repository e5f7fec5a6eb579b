package headroom.fleet.routing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import headroom.policy.routing.RequestView;
import headroom.random.Chance;
import headroom.random.Stream;
import headroom.spec.LoadBalancer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How clients spread over the zones of a balancer. */
class NodesTest {

  private static final int MANY = 100_000;
  private static final long SECOND = 1_000_000_000L;
  private static final Stream LUCK = new Chance(1).of("test", "senders");

  private record Sender(long sender) implements RequestView {
    @Override
    public long connection() {
      return sender;
    }

    @Override
    public long connectedAtNanos() {
      return 0;
    }

    @Override
    public double luck(int k) {
      return 0.5;
    }
  }

  private static Nodes nodes(boolean crossZone) {
    LoadBalancer rule = LoadBalancer.of("lb", LoadBalancer.Type.APPLICATION, "web")
        .crossZone(crossZone)
        .build();
    return new Nodes(rule, List.of("a", "b"));
  }

  private static double shareOfA(Nodes nodes, long now) {
    int ofA = 0;
    for (int k = 0; k < MANY; k++) {
      ofA += nodes.of(new Sender(LUCK.bits(k)), now) == nodes.in("a") ? 1 : 0;
    }
    return (double) ofA / MANY;
  }

  /** #113: half the clients to each zone, so 25 % for each of 2 targets, 6.25 % for each of 8. */
  @Test
  void clientsSpreadEvenlyOverZones() {
    double ofA = shareOfA(nodes(false), 0);
    assertEquals(0.25, ofA / 2, 0.005);
    assertEquals(0.0625, (1 - ofA) / 8, 0.005);
    Nodes together = nodes(true);
    assertSame(together.in("a"), together.in("b"), "one pool of all ten");
  }

  /** A name with a TTL of 60 s: 15 s after a zone has left, three quarters still go there. */
  @Test
  void clientsFollowWhenTheirCopyIsTooOld() {
    Nodes nodes = nodes(false);
    nodes.in("a").pool();
    nodes.shift("a", true, 100 * SECOND);
    // Without any target no zone is better than the other: all are kept.
    assertEquals(0.5, shareOfA(nodes, 200 * SECOND), 0.005);
    nodes.in("a").inDns = false;
    nodes.in("a").changedAt = 100 * SECOND;
    assertEquals(0.5, shareOfA(nodes, 100 * SECOND), 0.005);
    assertEquals(0.5 * 0.75, shareOfA(nodes, 115 * SECOND), 0.005);
    assertEquals(0, shareOfA(nodes, 160 * SECOND));
  }
}

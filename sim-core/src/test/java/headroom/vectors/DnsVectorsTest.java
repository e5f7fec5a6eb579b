package headroom.vectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.policy.routing.DnsRouting;
import headroom.policy.routing.FailoverAnswers;
import headroom.policy.routing.HealthCheck;
import headroom.policy.routing.LatencyAnswers;
import headroom.policy.routing.Resolvers;
import headroom.policy.routing.RoundRobinAnswers;
import headroom.policy.routing.WeightedAnswers;
import headroom.random.Constant;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Vectors #52 to #55 of the platform sheet on the rules, and which place an answer leads to. */
class DnsVectorsTest {

  private static final Duration MINUTE = Duration.ofMinutes(1);

  private static Resolvers obeying(int count) {
    return new Resolvers(count, new Constant(0), 0, Duration.ofHours(1));
  }

  /** #52: mean 75 + 30 = 105 s, at most 150 s; with checks of every 10 s 55 s and 90 s. */
  @Test
  void failoverTakesTheChecksAndTheCopies() {
    HealthCheck slow = new HealthCheck(Duration.ofSeconds(30), Duration.ZERO, 3, 3);
    HealthCheck fast = new HealthCheck(Duration.ofSeconds(10), Duration.ZERO, 3, 3);
    assertEquals(Duration.ofSeconds(105), slow.meanDetection().plus(MINUTE.dividedBy(2)));
    assertEquals(Duration.ofSeconds(150), slow.worstDetection().plus(MINUTE));
    assertEquals(Duration.ofSeconds(55), fast.meanDetection().plus(MINUTE.dividedBy(2)));
    assertEquals(Duration.ofSeconds(90), fast.worstDetection().plus(MINUTE));
  }

  /** #53. */
  @Test
  void copiesRunOutEvenly() {
    assertEquals(0.25, obeying(1).stale(MINUTE, Duration.ofSeconds(45)));
    assertEquals(
        0.916667, obeying(1).stale(Duration.ofSeconds(7200), Duration.ofSeconds(600)), 1e-6);
    assertEquals(0, obeying(1).stale(MINUTE, Duration.ofSeconds(61)));
    // The default mixture (§6.1): two in a hundred keep what they have, for an hour on average.
    assertEquals(0.02 * Math.exp(-1), Resolvers.DEFAULT.stale(MINUTE, Duration.ofHours(1)), 1e-12);
    assertEquals(
        0.98 * 0.5 + 0.02 * Math.exp(-30.0 / 3600),
        Resolvers.DEFAULT.stale(MINUTE, Duration.ofSeconds(30)),
        1e-12);
  }

  /** #54: weights 1 and 255. */
  @Test
  void weightsShareOutTheAnswers() {
    WeightedAnswers rule = new WeightedAnswers(List.of(1, 255));
    boolean[] both = {true, true};
    assertEquals(0, rule.choose(both, 1.0 / 256 - 1e-12));
    assertEquals(1, rule.choose(both, 1.0 / 256 + 1e-12));
  }

  /** #55. */
  @Test
  void lowTtlsLoadTheNameServers() {
    assertEquals(3333.3, obeying(200_000).queriesPerSecond(MINUTE), 0.05);
    assertEquals(27.8, obeying(200_000).queriesPerSecond(Duration.ofSeconds(7200)), 0.05);
  }

  /** §6.2: a weight of 0 is for when all others are unhealthy; with none healthy all count. */
  @Test
  void healthComesBeforeWeights() {
    DnsRouting rule = new WeightedAnswers(List.of(0, 5, 5));
    assertEquals(1, rule.choose(new boolean[] {true, true, true}, 0.4));
    assertEquals(2, rule.choose(new boolean[] {true, true, true}, 0.6));
    assertEquals(2, rule.choose(new boolean[] {true, false, true}, 0.1));
    assertEquals(0, rule.choose(new boolean[] {true, false, false}, 0.9));
    assertEquals(1, rule.choose(new boolean[] {false, false, false}, 0.1));
  }

  @Test
  void failoverAndLatencyPreferTheFirstAndTheNearest() {
    DnsRouting failover = new FailoverAnswers();
    assertEquals(0, failover.choose(new boolean[] {true, true}, 0.9));
    assertEquals(1, failover.choose(new boolean[] {false, true}, 0.1));
    assertEquals(0, failover.choose(new boolean[] {false, false}, 0.9));
    DnsRouting latency = new LatencyAnswers(List.of(Duration.ofMillis(80), Duration.ofMillis(20)));
    assertEquals(1, latency.choose(new boolean[] {true, true}, 0.1));
    assertEquals(0, latency.choose(new boolean[] {true, false}, 0.1));
    assertEquals(1, latency.choose(new boolean[] {false, false}, 0.1));
    DnsRouting any = new RoundRobinAnswers();
    assertEquals(0, any.choose(new boolean[] {true, true}, 0.49));
    assertEquals(1, any.choose(new boolean[] {true, true}, 0.51));
    assertTrue(any.answersAll());
  }
}

package headroom.policy.routing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.random.Chance;
import headroom.random.Stream;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Each routing rule as a table of its decisions. */
class RoutingPoliciesTest {

  private static final int MANY = 60_000;
  private static final Stream LUCK = new Chance(1).of("test", "routing");

  /** Request k of many: each of a sender and on a connection of its own, opened at a moment. */
  private static RequestView request(long k, long connectedAt) {
    return new RequestView() {
      @Override
      public long sender() {
        return LUCK.bits(k);
      }

      @Override
      public long connection() {
        return LUCK.bits(k, 1);
      }

      @Override
      public long connectedAtNanos() {
        return connectedAt;
      }

      @Override
      public double luck(int i) {
        return LUCK.at(k, 10 + i);
      }
    };
  }

  private static double[] shares(RoutingPolicy policy, TargetsView targets) {
    int[] counts = new int[targets.size()];
    RoutingPolicy.Memory memory = policy.memory();
    for (int k = 0; k < MANY; k++) {
      counts[policy.choose(targets, request(k, 0), memory)]++;
    }
    return Arrays.stream(counts).mapToDouble(count -> (double) count / MANY).toArray();
  }

  private static void assertEven(RoutingPolicy policy, int targets) {
    for (double share : shares(policy, SomeTargets.of(targets))) {
      assertEquals(1.0 / targets, share, 0.01, policy.toString());
    }
  }

  @Test
  void equalTargetsGetEqualShares() {
    assertEven(new RoundRobin(), 7);
    assertEven(new FlowHash(), 7);
    assertEven(new ConsistentHashing(), 7);
    assertEven(new PowerOfTwoChoices(), 7);
    assertEven(new LeastResponseTime(), 7);
    assertEven(new WeightedRandom(5), 7);
  }

  /** One of ten targets goes: its tenth of the senders move, and nobody else. */
  @Test
  void consistentHashingMovesOnlyTheSendersOfTheTargetThatGoes() {
    SomeTargets ten = SomeTargets.of(10);
    SomeTargets nine = new SomeTargets(0, 1, 2, 3, 5, 6, 7, 8, 9);
    ConsistentHashing rule = new ConsistentHashing();
    int moved = 0;
    for (int k = 0; k < MANY; k++) {
      long before = ten.id(rule.choose(ten, request(k, 0), rule.memory()));
      long after = nine.id(rule.choose(nine, request(k, 0), rule.memory()));
      assertTrue(before == 4 || before == after, "sender " + k + " moved without need");
      moved += before == 4 ? 1 : 0;
    }
    assertEquals(0.1, (double) moved / MANY, 0.01);
  }

  /** A flow of before goes on as it was; one that begins now may get the new target. */
  @Test
  void flowsKeepTheirTargetWhenAnotherComes() {
    SomeTargets three = SomeTargets.of(3);
    SomeTargets four = SomeTargets.of(4);
    four.since[3] = 100;
    FlowHash rule = new FlowHash();
    int ofNew = 0;
    for (int k = 0; k < MANY; k++) {
      int before = rule.choose(three, request(k, 50), rule.memory());
      assertEquals(before, rule.choose(four, request(k, 50), rule.memory()));
      ofNew += rule.choose(four, request(k, 100), rule.memory()) == 3 ? 1 : 0;
    }
    assertEquals(0.25, (double) ofNew / MANY, 0.01);
  }

  /** With one idle target of three a random pair holds it in two of three cases. */
  @Test
  void twoChoicesTakeTheBetter() {
    SomeTargets targets = SomeTargets.of(3);
    targets.outstanding[0] = 5;
    targets.outstanding[1] = 5;
    double[] shares = shares(new PowerOfTwoChoices(), targets);
    assertEquals(2.0 / 3, shares[2], 0.01);
    assertEquals(1.0 / 6, shares[0], 0.01);
    assertEquals(1, shares(new PowerOfTwoChoices(), SomeTargets.of(1))[0]);
  }

  /** 20 ms with one under way comes before 30 ms with none? 40 against 30: no. */
  @Test
  void responseTimeCountsWithWhatIsUnderWay() {
    SomeTargets targets = SomeTargets.of(2);
    targets.seconds[0] = 0.02;
    targets.seconds[1] = 0.03;
    LeastResponseTime rule = new LeastResponseTime();
    assertEquals(0, rule.choose(targets, request(0, 0), rule.memory()));
    targets.outstanding[0] = 1;
    assertEquals(1, rule.choose(targets, request(0, 0), rule.memory()));
    targets.outstanding[1] = 1;
    assertEquals(0, rule.choose(targets, request(0, 0), rule.memory()));
  }

  /** 10 % above the others halves a weight of mitigation 5; 80 % leaves the least, a tenth. */
  @Test
  void failuresLowerAWeight() {
    SomeTargets targets = SomeTargets.of(4);
    WeightedRandom rule = new WeightedRandom(5);
    targets.failures[2] = 0.1;
    assertEquals(0.5, rule.weight(targets, 2), 1e-12);
    assertEquals(0.5 / 3.5, shares(rule, targets)[2], 0.01);
    targets.failures[2] = 0.8;
    assertEquals(0.1, rule.weight(targets, 2), 1e-12);
    assertEquals(1, rule.weight(targets, 0), 1e-12);
    assertEquals(0.1 / 3.1, shares(rule, targets)[2], 0.01);
    assertEquals(0.25, shares(new WeightedRandom(0), targets)[2], 0.01);
  }

  /** Two targets are too few to tell which is the odd one (sheet §6.2). */
  @Test
  void mitigationNeedsThreeTargets() {
    SomeTargets targets = SomeTargets.of(2);
    targets.failures[0] = 0.8;
    assertEquals(0.5, shares(new WeightedRandom(5), targets)[0], 0.01);
  }

  /** A load that grows by half in five minutes never exceeds what a grown balancer can take. */
  @Test
  void aBalancerGrowsWithTheHighestRateItHasSeen() {
    OwnCapacity rule = new OwnCapacity(100, OwnCapacity.DEFAULT_GROWTH, OwnCapacity.DEFAULT_LAG);
    assertEquals(100, rule.perSecond(0));
    assertEquals(100, rule.perSecond(60));
    assertEquals(150, rule.perSecond(100));
    assertEquals(1500, rule.perSecond(1000));
  }

  @Test
  void ejectionsLeaveSomebody() {
    OutlierEjection rule = OutlierEjection.DEFAULT;
    assertTrue(rule.allows(0, 3), "the first may always go");
    assertTrue(!rule.allows(1, 10), "10 % of 10 are out already");
    assertTrue(rule.allows(1, 20));
    assertTrue(!rule.allows(0, 1), "not the only one");
    assertEquals(90_000_000_000L, rule.nanos(3));
  }
}

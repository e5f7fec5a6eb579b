package headroom.fleet.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import headroom.random.Chance;
import org.junit.jupiter.api.Test;

/** What is seen waiting at single moments, against what the queue's own law says of a moment. */
class QueueChanceTest {

  private static final int MOMENTS = 20_000;
  private static final long HOUR = 3_600_000_000_000L;

  private static double[] seen(QueueChance.Moment moment, long apart) {
    QueueChance chance = new QueueChance(new Chance(1).of("web", "seen-waiting"));
    double[] seen = new double[MOMENTS];
    for (int i = 0; i < MOMENTS; i++) {
      seen[i] = chance.at(i * apart, moment);
    }
    return seen;
  }

  private static double mean(double[] all) {
    return java.util.Arrays.stream(all).average().orElseThrow();
  }

  /** M/M/1 at 0.8: 3.2 wait, with probability 0.64 anybody, and k or more of those with 0.8 each. */
  @Test
  void oneQueueIsGeometric() {
    double[] seen = seen(new QueueChance.Moment(1, 3.2, 0.64, 0), HOUR);
    assertEquals(3.2, mean(seen), 0.1);
    for (int least : new int[] {1, 2, 5, 10}) {
      double expected = 0.64 * Math.pow(0.8, least - 1);
      double share =
          java.util.Arrays.stream(seen).filter(n -> n >= least).count() / (double) MOMENTS;
      assertEquals(expected, share, 4 * Math.sqrt(expected / MOMENTS), least + " or more");
    }
  }

  /** Twenty of them: 20 times the mean and 20 times the variance, 3.2 (1 + 2 · 4) - 3.2². */
  @Test
  void manyQueuesAddUp() {
    double[] seen = seen(new QueueChance.Moment(20, 3.2, 0.64, 0), HOUR);
    double mean = mean(seen);
    double variance =
        mean(java.util.Arrays.stream(seen).map(n -> (n - mean) * (n - mean)).toArray());
    assertEquals(64, mean, 64 * 0.01);
    assertEquals(20 * (3.2 * 9 - 3.2 * 3.2), variance, 0.05 * variance);
  }

  /** Where nobody waits nobody is seen. */
  @Test
  void noQueueIsNone() {
    assertEquals(0, mean(seen(new QueueChance.Moment(3, 0, 0, 1), HOUR)));
  }

  /** Moments nearer than the queue remembers look alike: the correlation is exp(-t/τ) of a normal's. */
  @Test
  void nearMomentsAreAlike() {
    double[] seen = seen(new QueueChance.Moment(50, 3.2, 0.64, 60), 6_000_000_000L);
    double mean = mean(seen);
    double both = 0;
    double one = 0;
    for (int i = 1; i < MOMENTS; i++) {
      both += (seen[i] - mean) * (seen[i - 1] - mean);
      one += (seen[i] - mean) * (seen[i] - mean);
    }
    assertEquals(Math.exp(-0.1), both / one, 0.01);
  }
}

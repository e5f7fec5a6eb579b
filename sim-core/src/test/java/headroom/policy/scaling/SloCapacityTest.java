package headroom.policy.scaling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.random.Constant;
import headroom.workload.Service;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How many instances an SLO needs, against numbers from Erlang C tables and its many-server limit. */
class SloCapacityTest {

  private static SloCapacity of(int workers, double seconds, long limitMillis) {
    Service service = new Service(workers, 100, new Constant(seconds));
    return new SloCapacity(service, Optional.of(Duration.ofMillis(limitMillis)));
  }

  @Test
  void withoutALatencyWhatCanServeTheRateIsEnough() {
    SloCapacity capacity =
        new SloCapacity(new Service(4, 100, new Constant(0.5)), Optional.empty());
    assertEquals(0, capacity.needed(0));
    assertEquals(1, capacity.needed(8));
    assertEquals(2, capacity.needed(8.1));
    assertEquals(13, capacity.needed(100));
  }

  /**
   * At 10 Erlang and no wait allowed, C(18, 10) = 0.0159 and C(19, 10) = 0.0079 of requests wait; so
   * 19 servers are needed for 1 %.
   */
  @Test
  void noWaitAllowedIsErlangC() {
    assertEquals(0.0159, erlangC(18, 10), 1e-4);
    assertEquals(0.0079, erlangC(19, 10), 1e-4);
    assertEquals(19, of(1, 1, 1000).needed(10));
    assertEquals(10, of(2, 1, 1000).needed(10));
  }

  /** Waiting for up to a second: C · exp(−(c − a)) must be 1 % at most. */
  @Test
  void aWaitThatIsAllowedNeedsFewer() {
    int least = 11;
    while (erlangC(least, 10) * Math.exp(-(least - 10)) > 0.01) {
      least++;
    }
    assertEquals(least, of(1, 1, 2000).needed(10));
    assertTrue(least < 19);
  }

  /** Beyond 2,000 workers: c = a + β·√a, where 1 % wait at β = 2.37 (Halfin and Whitt). */
  @Test
  void manyServersAreTheLimit() {
    int needed = of(1, 1, 1000).needed(10_000);
    assertEquals(10_000 + 2.37 * 100, needed, 3);
    assertEquals(1, erlangC(needed, 10_000) / 0.01, 0.1);
  }

  /** The sum over servers, without any recursion. */
  private static double erlangC(int servers, double load) {
    double term = 1;
    double sum = 0;
    for (int i = 1; i <= servers; i++) {
      sum += term;
      term *= load / i;
      if (term > 1e200) {
        term *= 1e-200;
        sum *= 1e-200;
      }
    }
    double waiting = term * servers / (servers - load);
    return waiting / (sum + waiting);
  }
}

package headroom.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.random.Chance;
import headroom.random.Stream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which requests are told of one by one. */
class SlowestTest {

  private static SlowRequests.Told answered(long arrived, long took) {
    return new SlowRequests.Told(
        "users", "", arrived, took, Optional.empty(), "", List.of(), List.of());
  }

  private static SlowRequests.Told failed(long arrived, How how, String why) {
    return new SlowRequests.Told(
        "users", "", arrived, 1, Optional.of(how), why, List.of(), List.of());
  }

  /** Times of a hundred steps, so that many are equally slow: then the earlier one stays. */
  @Test
  void theSlowestAreExactlyTheSlowest() {
    Stream luck = new Chance(3).of("slowest", "luck");
    Slowest slowest = new Slowest();
    List<SlowRequests.Told> all = new ArrayList<>();
    for (int i = 0; i < 5000; i++) {
      SlowRequests.Told request = answered(i, (long) (100 * luck.at(i)));
      all.add(request);
      if (slowest.wants(request.tookNanos())) {
        slowest.answered(request);
      }
    }
    all.sort(Comparator.comparingLong(SlowRequests.Told::tookNanos)
        .reversed()
        .thenComparing(SlowRequests.Told::arrivedNanos));
    assertEquals(all.subList(0, SlowRequests.MOST), slowest.told().slowest());
  }

  @Test
  void everyMannerOfFailingIsToldBeforeOneIsToldTwice() {
    Slowest slowest = new Slowest();
    for (int i = 0; i < 1000; i++) {
      offer(slowest, failed(i, How.TIMEOUT, "zone-b"));
    }
    offer(slowest, failed(1000, How.REFUSED, "zone-b"));
    offer(slowest, failed(1001, How.TIMEOUT, "overload"));
    List<SlowRequests.Told> told = slowest.told().failed();
    assertEquals(SlowRequests.MOST, told.size());
    assertEquals(failed(0, How.TIMEOUT, "zone-b"), told.get(0));
    assertEquals(failed(17, How.TIMEOUT, "zone-b"), told.get(17));
    assertEquals(failed(1000, How.REFUSED, "zone-b"), told.get(18));
    assertEquals(failed(1001, How.TIMEOUT, "overload"), told.get(19));
  }

  @Test
  void howeverManyMannersThereAreOnlySomeAreKept() {
    Slowest slowest = new Slowest();
    for (int i = 0; i < 100; i++) {
      offer(slowest, failed(i, How.TIMEOUT, "failure-" + i));
    }
    assertEquals(SlowRequests.MOST, slowest.told().failed().size());
    assertFalse(slowest.wants(How.TIMEOUT, "failure-50"));
    assertTrue(slowest.wants(How.TIMEOUT, "failure-5"));
  }

  private static void offer(Slowest slowest, SlowRequests.Told request) {
    How how = request.how().orElseThrow();
    if (slowest.wants(how, request.why())) {
      slowest.failed(how, request);
    }
  }
}

package headroom.fleet.targets;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Cores shared by all; times worked out by hand. */
class SharingTest {

  /** A alone does 1 s by 1 s; both at half speed: B's 1 s is done at 3 s, A's last second at 4 s. */
  @Test
  void twoOnOneCoreGoAtHalfSpeed() {
    try (Bench bench = new Bench(Bench.service(1, 10).sharing(), 1)) {
      bench.at(0, "A", 3);
      bench.at(1, "B", 1);
      bench.until(2);
      assertEquals(1, bench.server(0).busy());
      assertEquals(0, bench.server(0).queued());
      assertEquals(1_000_000_000, bench.server(0).waitingSince());
      bench.until(10);
      assertEquals(List.of("B served 3.000", "A served 4.000"), bench.log());
      assertEquals(Long.MAX_VALUE, bench.server(0).waitingSince());
    }
  }

  /** No request gets more than one core: two on two do not disturb each other, three do. */
  @Test
  void cores() {
    try (Bench bench = new Bench(Bench.service(2, 10).sharing(), 1)) {
      bench.at(0, "A", 2);
      bench.at(0, "B", 3);
      bench.at(1, "C", 5);
      bench.until(10);
      // From 1 s on at 2/3: A's second second takes 1.5 s; then B and C have a core each.
      assertEquals(List.of("A served 2.500", "B served 3.500", "C served 6.500"), bench.log());
    }
  }

  @Test
  void theBoundIsOnWorkersAndQueueTogether() {
    try (Bench bench = new Bench(Bench.service(1, 1).sharing(), 1)) {
      bench.at(0, "A", 1);
      bench.at(0, "B", 1);
      bench.at(0, "C", 1);
      bench.at(2.5, "D", 1);
      bench.until(10);
      assertEquals(
          List.of("C full 0.000", "A served 2.000", "B served 2.000", "D served 3.500"),
          bench.log());
    }
  }

  /** Two together slow each other down 1.5 times on top: the rest of A is done at a third. */
  @Test
  void contentionActsAllTheTime() {
    try (Bench bench = new Bench(Bench.service(1, 10).sharing().contention(0.5, 0), 1)) {
      bench.at(0, "A", 2);
      bench.at(1, "B", 2);
      bench.until(20);
      assertEquals(List.of("A served 4.000", "B served 5.000"), bench.log());
    }
  }

  @Test
  void aColdInstanceTakesLonger() {
    try (Bench bench =
        new Bench(Bench.service(1, 10).sharing().warmUp(3, Duration.ofSeconds(60)), 1)) {
      bench.launchAt(5);
      bench.at(5, "A", 1, 0, 1);
      bench.at(5, "B", 1);
      bench.until(100);
      assertEquals(List.of("B served 6.000", "A served 8.000"), bench.log());
    }
  }

  @Test
  void allAreLostWithTheInstance() {
    try (Bench bench = new Bench(Bench.service(1, 10).sharing(), 1)) {
      bench.at(0, "A", 3);
      bench.at(0, "B", 3);
      bench.crashAt(1, 0);
      bench.until(10);
      assertEquals(List.of("B lost 1.000", "A lost 1.000"), bench.log());
    }
  }

  /** Frozen from 1 s to 3 s, at half speed until 5 s: A has 1 + 0 + 1 s by then. */
  @Test
  void whatIsDoneStaysDoneWhenTheSpeedChanges() {
    try (Bench bench = new Bench(Bench.service(1, 10).sharing(), 1)) {
      bench.at(0, "A", 3);
      bench.at(2, "B", 2);
      bench.speedAt(1, 0);
      bench.speedAt(3, 0.5);
      bench.speedAt(5, 1);
      bench.until(20);
      // From 3 s at 1/4 each, from 5 s at 1/2: A 1.0 + 0.5 + 1.5; B 0.5 + 1.5 by 8 s.
      assertEquals(List.of("A served 8.000", "B served 8.000"), bench.log());
    }
  }
}

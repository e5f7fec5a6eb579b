package headroom.scenarios.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How replications are made into tasks. */
class TaskSizeTest {

  private final TaskSize size = new TaskSize();

  @Test
  void beforeAnythingIsKnownEachIsATask() {
    assertEquals(1, size.replications());
    assertEquals(List.of(List.of(1), List.of(2), List.of(3)), size.tasks(List.of(1, 2, 3), 2));
  }

  @Test
  void shortOnesFillAQuarterOfASecond() {
    learn(10_000_000);

    assertEquals(24, size.replications(), 1);
    assertTrue(size.tasks(numbers(100), 2).stream().allMatch(task -> task.size() <= 25));
  }

  @Test
  void longOnesGoSinglyAgain() {
    learn(10_000_000);
    learn(2_000_000_000);

    assertEquals(1, size.replications());
  }

  @Test
  void fewAreSpreadOverTheSlots() {
    learn(10_000_000);

    assertEquals(List.of(List.of(1, 2), List.of(3, 4), List.of(5)), size.tasks(numbers(5), 3));
  }

  private void learn(long nanosEach) {
    for (int i = 0; i < 40; i++) {
      size.learn(7 * nanosEach, 7);
    }
  }

  private static List<Integer> numbers(int to) {
    return IntStream.rangeClosed(1, to).boxed().toList();
  }
}

package headroom.fleet.scaling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.NoSuchElementException;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SinceTest {

  @Test
  void isAQueueOfMomentsFromWhichTheYoungestGo() {
    Since since = new Since();
    Deque<Long> plain = new ArrayDeque<>();
    Random random = new Random(1);
    for (long now = 0; now < 20_000; now++) {
      if (random.nextBoolean() && !plain.isEmpty()) {
        assertEquals(plain.getFirst(), since.first());
        assertEquals(plain.removeFirst(), since.removeFirst());
      } else {
        int count = random.nextInt(12);
        while (plain.size() > count) {
          plain.removeLast();
        }
        while (plain.size() < count) {
          plain.addLast(now / 3);
        }
        since.become(count, now / 3);
      }
    }
    while (!plain.isEmpty()) {
      assertEquals(plain.removeFirst(), since.removeFirst());
    }
    assertThrows(NoSuchElementException.class, since::removeFirst);
    assertThrows(NoSuchElementException.class, since::first);
  }
}

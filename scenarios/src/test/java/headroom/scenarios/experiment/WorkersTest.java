package headroom.scenarios.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkersTest {

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7})
  void resultsComeInTheOrderOfTheirNumbers(int threads) throws InterruptedException {
    List<Integer> results = new ArrayList<>();
    try (Workers workers = new Workers(threads)) {
      workers.inOrder(3, 90, WorkersTest::slowWhenEven, results::add);
    }
    assertEquals(IntStream.rangeClosed(3, 90).boxed().toList(), results);
  }

  private static int slowWhenEven(int number) {
    long until = System.nanoTime() + (number % 2 == 0 ? 300_000 : 0);
    while (System.nanoTime() < until) {
      Thread.onSpinWait();
    }
    return number;
  }

  @Test
  void ofSeveralFailuresTheFirstByNumberIsTold() {
    CountDownLatch laterFailed = new CountDownLatch(1);
    try (Workers workers = new Workers(2)) {
      IllegalStateException failure = assertThrows(
          IllegalStateException.class,
          () -> workers.inOrder(1, 9, number -> fail(number, laterFailed), number -> {}));
      assertEquals("4", failure.getMessage());
    }
  }

  private static int fail(int number, CountDownLatch laterFailed) {
    if (number == 5) {
      laterFailed.countDown();
      throw new IllegalStateException("5");
    }
    if (number == 4) {
      await(laterFailed);
      throw new IllegalStateException("4");
    }
    return number;
  }

  @Test
  void resultsDoNotPileUpBehindASlowOne() throws InterruptedException {
    CountDownLatch release = new CountDownLatch(1);
    AtomicInteger begun = new AtomicInteger();
    try (Workers workers = new Workers(2)) {
      Thread waiting = new Thread(() -> {
        try {
          workers.inOrder(1, 1000, n -> begin(n, begun, release), n -> {});
        } catch (InterruptedException interrupted) {
          Thread.currentThread().interrupt();
        }
      });
      waiting.start();
      while (begun.get() < 8) {
        Thread.sleep(1);
      }
      Thread.sleep(50);
      assertEquals(8, begun.get());
      release.countDown();
      waiting.join();
      assertEquals(1000, begun.get());
    }
  }

  private static int begin(int number, AtomicInteger begun, CountDownLatch release) {
    begun.incrementAndGet();
    if (number == 1) {
      await(release);
    }
    return number;
  }

  @Test
  void anInterruptedCallerStopsWaiting() throws InterruptedException {
    CountDownLatch never = new CountDownLatch(1);
    List<Throwable> ends = new ArrayList<>();
    try (Workers workers = new Workers(1)) {
      Thread caller = new Thread(() -> {
        try {
          workers.inOrder(1, 2, number -> begin(1, new AtomicInteger(), never), n -> {});
        } catch (InterruptedException | RuntimeException end) {
          ends.add(end);
        }
      });
      caller.start();
      caller.interrupt();
      caller.join(10_000);
      assertEquals(1, ends.size());
      assertTrue(ends.get(0) instanceof InterruptedException, ends.get(0).toString());
    }
  }

  @Test
  void anInterruptionIsNoticedAlsoWhenEveryResultIsThere() {
    try (Workers workers = new Workers(1)) {
      Thread.currentThread().interrupt();
      assertThrows(
          InterruptedException.class, () -> workers.inOrder(1, 5, number -> number, n -> {}));
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException given) {
      throw new IllegalStateException("given up", given);
    }
  }
}

package headroom.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A run in its stride takes no memory, whether events fire or are cancelled for ever. */
@Isolated
class AllocationTest {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final int EVENTS = 300_000;

  private final Simulation simulation = Simulation.create();
  private final SplittableRandom random = new SplittableRandom(1);

  @ParameterizedTest
  @ValueSource(ints = {1, 10, 100, 10_000})
  void firingActionsTakesNoMemory(int pending) {
    Action again = new Action() {
      @Override
      public void fire(long nowNanos) {
        long delay = random.nextInt(8) == 0 ? 0 : 1 + random.nextLong(1_000_000);
        simulation.after(delay, Phase.WORK, this);
      }
    };
    for (int i = 0; i < pending; i++) {
      simulation.after(random.nextLong(1_000_000), Phase.WORK, again);
    }
    long second = 1_000_000_000L * Math.max(1, EVENTS / pending / 1000);
    simulation.runUntil(second / 2);
    assertLittle(allocated(() -> simulation.runUntil(second)));
    assertTrue(simulation.eventsFired() > 100_000, "fired " + simulation.eventsFired());
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 50, 1_000, 1_000_000_000, 1L << 50})
  void cancellingForEverTakesNoMemory(long delay) {
    for (int i = 0; i < 100; i++) {
      simulation.at(10L * i, Phase.WORK, now -> {});
    }
    Event timer = new Event() {
      @Override
      protected void fire(long nowNanos) {}
    };
    Runnable postpone = () -> {
      for (int i = 0; i < EVENTS; i++) {
        simulation.reschedule(timer, simulation.now() + delay + i % 3, Phase.CHANGE);
      }
    };
    postpone.run();
    assertLittle(allocated(postpone));
    simulation.runUntil(500);
    postpone.run();
    assertLittle(allocated(postpone));
  }

  /** While very many of one instant fire, what else is due at that instant comes and goes. */
  @Test
  void cancellingDuringAManifoldTieTakesNoMemory() {
    Event timer = new Event() {
      @Override
      protected void fire(long nowNanos) {}
    };
    for (int i = 0; i < 1_000; i++) {
      simulation.at(100, Phase.CHANGE, now -> {
        for (int k = 0; k < 300; k++) {
          simulation.reschedule(timer, now, Phase.OBSERVE);
        }
      });
    }
    assertLittle(allocated(() -> simulation.runUntil(100)));
    assertEquals(1_001, simulation.eventsFired());
  }

  private static long allocated(Runnable work) {
    long before = THREADS.getCurrentThreadAllocatedBytes();
    work.run();
    return THREADS.getCurrentThreadAllocatedBytes() - before;
  }

  // A hundred thousand events and more: less than one byte for each.
  private static void assertLittle(long bytes) {
    assertTrue(bytes < 100_000, "allocated " + bytes + " B");
  }
}

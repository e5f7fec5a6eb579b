package headroom.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.function.ToLongFunction;
import nl.tudelft.simulation.dsol.formalisms.eventscheduling.SimEventInterface;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The queue against a sorted set, over random schedules, cancels, looks ahead and stops between. */
class EventQueueTest {
  private static final long HOUR = 3_600_000_000_000L;

  /** How far ahead of now the next event lies, in nanoseconds. */
  enum Delays {
    EXPONENTIAL(random -> (long) (-1e6 * Math.log(1 - random.nextDouble()))),
    BIMODAL(random -> random.nextInt(10) > 0 ? random.nextLong(1_000_000) : random.nextLong(HOUR)),
    TIES(random -> 1000L * random.nextInt(10)),
    SAME_INSTANT(random -> 0),
    POWERS(random -> 1L << random.nextInt(62)),
    FAR(random -> random.nextLong(Long.MAX_VALUE / 2)),
    MIXED(random -> values()[random.nextInt(6)].ahead.applyAsLong(random));

    private final ToLongFunction<SplittableRandom> ahead;

    Delays(ToLongFunction<SplittableRandom> ahead) {
      this.ahead = ahead;
    }
  }

  @ParameterizedTest
  @EnumSource
  void firesAsASortedSetDoes(Delays delays) {
    for (int seed = 1; seed <= 60; seed++) {
      new Trial(delays, seed).run(4000);
    }
  }

  @ParameterizedTest
  @EnumSource
  void firesAsASortedSetDoesWithManyPending(Delays delays) {
    new Trial(delays, 1).fill(50_000).run(200_000);
  }

  /** One random history. */
  private static final class Trial {
    private final EventQueue queue = new EventQueue();
    private final TreeSet<Item> expected = new TreeSet<>();
    private final List<Item> idle = new ArrayList<>();
    private final List<Item> pending = new ArrayList<>();
    private final SplittableRandom random;
    private final Delays delays;
    private final String name;
    private final int wanted;
    private final int cancelPercent;
    private long now;
    private long sequence;

    Trial(Delays delays, int seed) {
      this.delays = delays;
      this.random = new SplittableRandom(seed);
      this.name = delays + ", seed " + seed;
      this.wanted = 1 << random.nextInt(11);
      this.cancelPercent = random.nextInt(3) * 40;
      this.now = random.nextInt(4) == 0 ? -random.nextLong(HOUR) : 0;
    }

    Trial fill(int count) {
      for (int i = 0; i < count; i++) {
        schedule();
      }
      return this;
    }

    void run(int steps) {
      for (int i = 0; i < steps; i++) {
        step();
        assertEquals(expected.size(), queue.size(), name);
      }
      while (!expected.isEmpty()) {
        fire();
      }
      assertNull(queue.poll(Long.MAX_VALUE), name);
    }

    private void step() {
      int dice = random.nextInt(100);
      if (dice < 2) {
        assertSame(expected.isEmpty() ? null : expected.first(), queue.peek(), name);
      } else if (dice < 5) {
        stopBetween();
      } else if (dice < 6) {
        burst();
      } else if (random.nextInt(2 * wanted) > pending.size() && pending.size() < 60_000) {
        schedule();
      } else if (random.nextInt(100) < cancelPercent) {
        cancel();
      } else {
        fire();
      }
    }

    private void burst() {
      for (int i = 0; i < 80; i++) {
        schedule();
      }
    }

    // Nothing may come out before its time, and the clock then stands at the limit.
    private void stopBetween() {
      long limit = later(delays.ahead.applyAsLong(random) / 8);
      while (!expected.isEmpty() && expected.first().at <= limit) {
        fire();
      }
      assertNull(queue.poll(limit), name);
      now = limit;
    }

    private long later(long ahead) {
      return now > Long.MAX_VALUE - ahead ? Long.MAX_VALUE : now + ahead;
    }

    private void schedule() {
      Item item = idle.isEmpty() ? new Item() : idle.remove(idle.size() - 1);
      long ahead = delays.ahead.applyAsLong(random);
      item.at = later(ahead);
      item.phase = Phase.values()[random.nextInt(4)];
      item.sequence = sequence++;
      item.index = pending.size();
      pending.add(item);
      expected.add(item);
      queue.add(item, item.at, item.phase.firstOrder());
    }

    private void cancel() {
      if (!pending.isEmpty()) {
        Item item = pending.get(random.nextInt(pending.size()));
        queue.cancel(item);
        expected.remove(item);
        forget(item);
      }
    }

    private void fire() {
      if (!expected.isEmpty()) {
        Item item = expected.pollFirst();
        assertSame(item, queue.poll(item.at), name);
        assertFalse(item.isPending(), name);
        now = item.at;
        forget(item);
      }
    }

    private void forget(Item item) {
      Item last = pending.remove(pending.size() - 1);
      if (last != item) {
        pending.set(item.index, last);
        last.index = item.index;
      }
      idle.add(item);
    }
  }

  /** An event that knows when it should come, by plain comparison. */
  private static final class Item extends Event {
    private long at;
    private Phase phase = Phase.CHANGE;
    private long sequence;
    private int index;

    @Override
    public int compareTo(SimEventInterface<Long> other) {
      Item that = (Item) other;
      int byTime = Long.compare(at, that.at);
      int byPhase = byTime != 0 ? byTime : phase.compareTo(that.phase);
      return byPhase != 0 ? byPhase : Long.compare(sequence, that.sequence);
    }

    @Override
    protected void fire(long nowNanos) {}
  }
}

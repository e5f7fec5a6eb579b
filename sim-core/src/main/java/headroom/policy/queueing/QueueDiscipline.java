package headroom.policy.queueing;

import headroom.problem.Problem;
import headroom.problem.Problems;
import java.time.Duration;
import java.util.List;

/** Who of those that wait is served next, and who is not served at all. */
public sealed interface QueueDiscipline {

  /** First in, first out. */
  record Fifo() implements QueueDiscipline {}

  /** Last in, first out. */
  record Lifo() implements QueueDiscipline {}

  /**
   * First in, first out until so many wait, then last in, first out until none waits any more.
   *
   * @param above waiting requests above which the order turns
   */
  record AdaptiveLifo(int above) implements QueueDiscipline {

    public static List<Problem> problems(int above) {
      return Problems.of()
          .require("above", above >= 0, "must be 0 or more, was " + above, "for example 10")
          .list();
    }

    public AdaptiveLifo {
      Problems.throwIfAny(problems(above));
    }
  }

  /**
   * Drops from the front while requests have waited longer than a target for a whole interval,
   * ever faster: interval / sqrt(drops) (Nichols and Jacobson; RFC 8289 §5). The last that waits is
   * never dropped: the server would only be idle.
   *
   * @param target waiting time that is fine
   * @param interval how long it may be exceeded
   */
  record CoDel(Duration target, Duration interval) implements QueueDiscipline {

    public static final CoDel DEFAULT = new CoDel(Duration.ofMillis(5), Duration.ofMillis(100));

    /** Intervals since the last drop within which a new spell goes on where the last one ended. */
    private static final int SAME_TROUBLE = 16;

    /** What one queue remembers; times in nanoseconds. */
    public static final class Memory {
      /** When waits will have been too long for a whole interval; 0 when they are fine. */
      private long patienceEnds;

      private boolean dropping;
      private long nextDrop;
      private boolean justDropped;
      private int drops;
      private int dropsAtStart;

      private Memory() {}

      /** True while waits have been too long for an interval and more. */
      public boolean dropping() {
        return dropping;
      }
    }

    public static List<Problem> problems(Duration target, Duration interval) {
      return Problems.of()
          .require("target", target.toNanos() > 0, "must be above 0", "for example 5ms")
          .require(
              "interval",
              interval.compareTo(target) > 0,
              "must be longer than the target",
              "for example 100ms")
          .list();
    }

    public CoDel {
      Problems.throwIfAny(problems(target, interval));
    }

    /** The memory of a queue in which nobody has waited yet. */
    public Memory memory() {
      return new Memory();
    }

    /**
     * Whether the request just taken from the front is dropped; then the next one is asked about.
     *
     * @param waitedNanos how long it has waited
     * @param lastOfAll true when nobody waits behind it
     */
    public boolean drops(Memory memory, long waitedNanos, long nowNanos, boolean lastOfAll) {
      if (!tooLongTooOften(memory, waitedNanos, nowNanos, lastOfAll)) {
        memory.dropping = false;
        memory.justDropped = false;
        return false;
      }
      if (!memory.dropping) {
        startDropping(memory, nowNanos);
        return true;
      }
      return dropsAgain(memory, nowNanos);
    }

    /** Notes that nobody waits. */
    public void emptied(Memory memory) {
      memory.patienceEnds = 0;
      memory.dropping = false;
      memory.justDropped = false;
    }

    private boolean tooLongTooOften(
        Memory memory, long waitedNanos, long nowNanos, boolean lastOfAll) {
      if (waitedNanos < target.toNanos() || lastOfAll) {
        memory.patienceEnds = 0;
        return false;
      }
      if (memory.patienceEnds == 0) {
        memory.patienceEnds = nowNanos + interval.toNanos();
        return false;
      }
      return nowNanos >= memory.patienceEnds;
    }

    private void startDropping(Memory memory, long nowNanos) {
      int before = memory.drops - memory.dropsAtStart;
      boolean sameTrouble = nowNanos - memory.nextDrop < SAME_TROUBLE * interval.toNanos();
      memory.dropping = true;
      memory.drops = before > 1 && sameTrouble ? before : 1;
      memory.dropsAtStart = memory.drops;
      memory.nextDrop = nowNanos + spacing(memory.drops);
    }

    private boolean dropsAgain(Memory memory, long nowNanos) {
      if (memory.justDropped) {
        // Only now, as in the RFC: had the one behind it not waited too long, the spell were over
        // and the time of its last drop would have to stand.
        memory.nextDrop += spacing(memory.drops);
        memory.justDropped = false;
      }
      if (nowNanos < memory.nextDrop) {
        return false;
      }
      memory.drops++;
      memory.justDropped = true;
      return true;
    }

    private long spacing(int drops) {
      return (long) (interval.toNanos() / Math.sqrt(drops));
    }
  }

  /** First in, first out, but those whose caller has given up are passed over at no cost. */
  record DeadlineAware() implements QueueDiscipline {}
}

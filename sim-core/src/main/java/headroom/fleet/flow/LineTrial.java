package headroom.fleet.flow;

import headroom.policy.queueing.QueueDiscipline;
import headroom.policy.queueing.QueueDiscipline.AdaptiveLifo;
import headroom.policy.queueing.QueueDiscipline.CoDel;
import headroom.policy.queueing.QueueDiscipline.DeadlineAware;
import headroom.policy.queueing.QueueDiscipline.Lifo;
import headroom.random.Chance;
import headroom.random.Distribution;
import headroom.random.Exponential;
import headroom.random.Gamma;
import headroom.random.Sampler;
import headroom.random.Stream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One station that serves by a discipline of which no formula is known, request by request: as many
 * as tell its waits. The luck is the same for every load and every run.
 */
final class LineTrial {

  private static final int REQUESTS = 240_000;
  private static final int FORGOTTEN = REQUESTS / 10;
  private static final int MOST_PLACES = 5000;
  private static final double NANOS = 1e9;
  private static final Chance LUCK = new Chance(1);

  private final Stream gapLuck = LUCK.of("line-trial", "gaps");
  private final Stream workLuck = LUCK.of("line-trial", "work");
  private final Sampler gaps;
  private final Sampler work;
  private final double each;
  private final double speed;
  private final double patience;
  private final boolean alwaysLast;
  private final int turnsAbove;
  private final boolean passesOver;
  private final @Nullable CoDel coDel;
  private final CoDel.@Nullable Memory memory;

  // Who is served until when, the first to end on top; and who waits since when.
  private final double[] ends;
  private int busy;
  private final double[] line;
  private int first;
  private int waiting;
  private boolean turned;

  private final double[] waits = new double[REQUESTS];
  private int waited;
  private int served;
  private int refused;
  private int dropped;
  private double droppedAfter;
  private double waitedInAll;
  private double area;
  private double worked;
  private double since;
  private boolean counts;

  /**
   * An idle station.
   *
   * @param speed a share of the usual one
   * @param ca2 squared coefficient of variation of the gaps
   * @param patience seconds for which whoever sends waits; infinite for ever
   */
  LineTrial(
      Distribution time,
      double speed,
      int workers,
      double places,
      double ca2,
      QueueDiscipline rule,
      double patience) {
    this.gaps =
        (ca2 == 1 ? new Exponential(1) : new Gamma(1, Math.sqrt(Math.max(ca2, 1e-4)))).sampler();
    this.work = time.sampler();
    this.each = time.mean() / speed / workers;
    this.speed = speed;
    this.patience = patience;
    this.ends = new double[workers];
    this.line = new double[(int) Math.min(MOST_PLACES, places)];
    this.alwaysLast = rule instanceof Lifo;
    this.turnsAbove = rule instanceof AdaptiveLifo law ? law.above() : Integer.MAX_VALUE;
    this.passesOver = rule instanceof DeadlineAware;
    this.coDel = rule instanceof CoDel law ? law : null;
    this.memory = coDel == null ? null : coDel.memory();
  }

  /**
   * What a load came to, of all requests but those at first.
   *
   * @param waiting how many waited, on average
   * @param busy workers at work, as a share of all
   * @param refused the share that found no place
   * @param dropped of those taken, the share that was not served
   * @param dropSeconds after how long those left, on average
   * @param waitShare of those served, the share that waited
   * @param waitSeconds mean wait of those served
   * @param waits of those served who waited, in order
   */
  record Result(
      double waiting,
      double busy,
      double refused,
      double dropped,
      double dropSeconds,
      double waitShare,
      double waitSeconds,
      double[] waits) {}

  Result run(double load) {
    double now = 0;
    double began = 0;
    for (int i = 0; i < REQUESTS; i++) {
      now += gaps.sample(gapLuck.at(i)) * each / load;
      while (busy > 0 && ends[0] <= now) {
        free(ends[0]);
      }
      if (i == FORGOTTEN) {
        counts = true;
        began = now;
        since = now;
        area = 0;
      }
      come(now);
    }
    flow(now);
    double length = now - began;
    int came = REQUESTS - FORGOTTEN;
    int taken = Math.max(1, served + dropped);
    return new Result(
        area / length,
        Math.min(1, worked / length / ends.length),
        (double) refused / came,
        (double) dropped / taken,
        dropped > 0 ? droppedAfter / dropped : 0,
        (double) waited / Math.max(1, served),
        waitedInAll / Math.max(1, served),
        sorted());
  }

  private double[] sorted() {
    double[] all = Arrays.copyOf(waits, waited);
    Arrays.sort(all);
    return all;
  }

  private void flow(double now) {
    area += waiting * (now - since);
    since = now;
  }

  private void come(double now) {
    if (busy < ends.length) {
      start(0, now);
    } else if (waiting < line.length) {
      flow(now);
      line[(first + waiting++) % line.length] = now;
      turned |= waiting > turnsAbove;
    } else if (counts) {
      refused++;
    }
  }

  private int number;

  private void start(double wait, double now) {
    double takes = work.sample(workLuck.at(number++)) / speed;
    if (counts) {
      served++;
      worked += takes;
      if (wait > 0) {
        waits[waited++] = wait;
        waitedInAll += wait;
      }
    }
    push(now + takes);
  }

  /** A worker is free: the next one, or nobody. */
  private void free(double now) {
    pop();
    while (waiting > 0) {
      flow(now);
      waiting--;
      double came;
      if (alwaysLast || turned) {
        came = line[(first + waiting) % line.length];
      } else {
        came = line[first];
        first = (first + 1) % line.length;
      }
      turned &= waiting > 0;
      double wait = now - came;
      if (!isLeftOut(wait, now)) {
        start(Math.max(wait, 1e-12), now);
        return;
      }
      if (counts) {
        dropped++;
        droppedAfter += wait;
      }
    }
    if (coDel != null && memory != null) {
      coDel.emptied(memory);
    }
  }

  private boolean isLeftOut(double wait, double now) {
    if (passesOver) {
      return wait >= patience;
    }
    return coDel != null
        && memory != null
        && coDel.drops(memory, (long) (wait * NANOS), (long) (now * NANOS), waiting == 0);
  }

  private void push(double end) {
    int at = busy++;
    while (at > 0 && ends[(at - 1) / 2] > end) {
      ends[at] = ends[(at - 1) / 2];
      at = (at - 1) / 2;
    }
    ends[at] = end;
  }

  private void pop() {
    double moved = ends[--busy];
    int at = 0;
    for (int next = 1; next < busy; next = 2 * at + 1) {
      next = next + 1 < busy && ends[next + 1] < ends[next] ? next + 1 : next;
      if (ends[next] >= moved) {
        break;
      }
      ends[at] = ends[next];
      at = next;
    }
    ends[at] = moved;
  }
}

package headroom.fleet.flow;

import headroom.policy.limit.ConcurrencyLimit;
import headroom.policy.queueing.QueueDiscipline;
import headroom.policy.queueing.QueueDiscipline.AdaptiveLifo;
import headroom.policy.queueing.QueueDiscipline.CoDel;
import headroom.policy.queueing.QueueDiscipline.DeadlineAware;
import headroom.policy.queueing.QueueDiscipline.Lifo;
import headroom.random.Chance;
import headroom.random.Exponential;
import headroom.random.Gamma;
import headroom.random.Sampler;
import headroom.random.Stream;
import headroom.workload.Contention;
import headroom.workload.Service;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One station that serves by rules of which no formula is known, request by request: as many as tell
 * its waits. The luck is the same for every load and every run.
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
  private final double usual;
  private final double each;
  private final double speed;
  private final double patience;
  private final boolean alwaysLast;
  private final int turnsAbove;
  private final boolean passesOver;
  private final Contention contention;
  private final double instances;
  private final @Nullable ConcurrencyLimit limit;
  private final ConcurrencyLimit.@Nullable Memory limits;
  private final @Nullable CoDel coDel;
  private final CoDel.@Nullable Memory memory;

  // Who is served until when, the first to end on top; and who waits since when.
  private final double[] ends;
  private final double[] entered;
  private int busy;
  private final double[] line;
  private int first;
  private int waiting;
  private boolean turned;

  private final double[] waits = new double[REQUESTS];
  private int waited;
  private int served;
  private int refused;
  private int shed;
  private int dropped;
  private double droppedAfter;
  private double waitedInAll;
  private double area;
  private double worked;
  private double slowed;
  private int number;
  private double since;
  private boolean counts;

  /**
   * An idle station.
   *
   * @param speed a share of the usual one
   * @param workers of one instance, or of all that share a line
   * @param ca2 squared coefficient of variation of the gaps
   * @param patience seconds for which whoever sends waits; infinite for ever
   */
  LineTrial(
      Service service, double speed, int workers, double places, double ca2, double patience) {
    QueueDiscipline rule = service.discipline();
    this.contention = service.contention();
    this.instances = Math.max(1, (double) workers / service.workers());
    this.limit = service.concurrencyLimit().orElse(null);
    this.limits = limit == null ? null : limit.memory();
    this.gaps =
        (ca2 == 1 ? new Exponential(1) : new Gamma(1, Math.sqrt(Math.max(ca2, 1e-4)))).sampler();
    this.work = service.time().sampler();
    this.usual = service.time().mean() / speed;
    this.each = usual * slowdown(workers) / workers;
    this.speed = speed;
    this.patience = patience;
    this.ends = new double[workers];
    this.entered = new double[workers];
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
   * @param refused the share that was not let in
   * @param shed of those, the share that a limit kept out
   * @param dropped of those taken, the share that was not served
   * @param dropSeconds after how long those left, on average
   * @param waitShare of those served, the share that waited
   * @param waitSeconds mean wait of those served
   * @param stretch how many times as long work took as a request alone has it
   * @param waits of those served who waited, in order
   */
  record Result(
      double waiting,
      double busy,
      double refused,
      double shed,
      double dropped,
      double dropSeconds,
      double waitShare,
      double waitSeconds,
      double stretch,
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
        (double) (refused + shed) / came,
        (double) shed / Math.max(1, refused + shed),
        (double) dropped / taken,
        dropped > 0 ? droppedAfter / dropped : 0,
        (double) waited / Math.max(1, served),
        waitedInAll / Math.max(1, served),
        slowed / Math.max(1, served),
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
    if (busy >= ends.length && waiting >= line.length) {
      refused += counts ? 1 : 0;
    } else if (limit != null
        && limits != null
        && busy + waiting >= limit.limit(limits) * instances) {
      shed += counts ? 1 : 0;
    } else if (busy < ends.length) {
      start(now, now);
    } else {
      flow(now);
      line[(first + waiting++) % line.length] = now;
      turned |= waiting > turnsAbove;
    }
  }

  private double slowdown(int busyWorkers) {
    return contention.slowdown((int) Math.max(1, Math.round(busyWorkers / instances)));
  }

  private void start(double came, double now) {
    double slower = slowdown(busy + 1);
    double takes = work.sample(workLuck.at(number++)) / speed * slower;
    if (counts) {
      served++;
      worked += takes;
      slowed += slower;
      if (now > came) {
        waits[waited++] = now - came;
        waitedInAll += now - came;
      }
    }
    push(now + takes, came);
  }

  private void left(double came, boolean served, double now) {
    if (limit != null && limits != null) {
      int there = (int) Math.round((busy + waiting + 1) / instances);
      limit.left(limits, (long) ((now - came) * NANOS), there, !served, (long) (now * NANOS));
    }
  }

  /** A worker is free: the next one, or nobody. */
  private void free(double now) {
    double served = entered[0];
    pop();
    left(served, true, now);
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
        start(came, now);
        return;
      }
      left(came, false, now);
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

  private void push(double end, double came) {
    int at = busy++;
    while (at > 0 && ends[(at - 1) / 2] > end) {
      put(at, ends[(at - 1) / 2], entered[(at - 1) / 2]);
      at = (at - 1) / 2;
    }
    put(at, end, came);
  }

  private void put(int at, double end, double came) {
    ends[at] = end;
    entered[at] = came;
  }

  private void pop() {
    double moved = ends[--busy];
    double came = entered[busy];
    int at = 0;
    for (int next = 1; next < busy; next = 2 * at + 1) {
      next = next + 1 < busy && ends[next + 1] < ends[next] ? next + 1 : next;
      if (ends[next] >= moved) {
        break;
      }
      put(at, ends[next], entered[next]);
      at = next;
    }
    put(at, moved, came);
  }
}

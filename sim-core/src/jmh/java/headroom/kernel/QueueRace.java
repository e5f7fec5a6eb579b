package headroom.kernel;

import headroom.kernel.Increments.Draw;
import headroom.kernel.Increments.Pattern;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import nl.tudelft.simulation.dsol.eventlists.EventListInterface;
import nl.tudelft.simulation.dsol.eventlists.EventListPriorityQueue;
import nl.tudelft.simulation.dsol.eventlists.RedBlackTree;

/**
 * Event queues side by side: each in turn, several rounds, medians of CPU time.
 *
 * <p>Rounds alternate because a shared machine drifts; CPU time of the thread is taken because it
 * is shared. Collecting garbage is not in it, which favours those that make some.
 */
final class QueueRace {
  private static final int ROUNDS = 5;
  private static final long ROUND_NANOS = 50_000_000;
  private static final int BATCH = 2_000;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final Pattern pattern;
  private final int pending;
  private final Draw draw;

  QueueRace(Pattern pattern, int pending, Draw draw) {
    this.pattern = pattern;
    this.pending = pending;
    this.draw = draw;
  }

  static String header() {
    return "| pattern | pending | ours | DSOL tree | DSOL queue | PriorityQueue | array heap"
        + " | ours : DSOL | ours : PriorityQueue |\n|---|--:|--:|--:|--:|--:|--:|--:|--:|";
  }

  /** One line of the table: millions of events a second, and ratios. */
  String row() {
    double[] rate = medians();
    double dsol = Math.max(rate[1], rate[2]);
    return String.format(
        Locale.ROOT,
        "| %s | %,d | %.1f | %s | %s | %.2f | %.2f | %.1f | %.1f |",
        pattern.name().toLowerCase(Locale.ROOT),
        pending,
        rate[0],
        orDash(rate[1]),
        orDash(rate[2]),
        rate[3],
        rate[4],
        rate[0] / dsol,
        rate[0] / rate[3]);
  }

  private static String orDash(double rate) {
    return rate > 0 ? String.format(Locale.ROOT, "%.2f", rate) : "–";
  }

  private double[] medians() {
    List<Contestant> contestants = new ArrayList<>();
    contestants.add(new OursContestant(increments(), pending));
    contestants.add(dsol(new RedBlackTree<>()));
    // DSOL's queue cancels by a search through all of it.
    boolean queue = !increments().cancels() || pending <= 1_000;
    contestants.add(queue ? dsol(new EventListPriorityQueue<>()) : null);
    contestants.add(new PriorityQueueContestant(increments(), pending));
    contestants.add(new ArrayHeapContestant(increments(), pending));
    for (Contestant contestant : contestants) {
      if (contestant != null) {
        contestant.run(isSlow(contestant) ? 100_000 : 3L * pending + 1_000_000);
      }
    }
    System.gc();
    double[][] rates = new double[contestants.size()][ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
      for (int i = 0; i < rates.length; i++) {
        Contestant contestant = contestants.get(i);
        rates[i][round] = contestant == null ? 0 : rate(contestant);
      }
    }
    return Arrays.stream(rates).mapToDouble(QueueRace::median).toArray();
  }

  private Contestant dsol(EventListInterface<Long> list) {
    return new DsolContestant(increments(), pending, list);
  }

  private Increments increments() {
    return new Increments(pattern, draw);
  }

  private boolean isSlow(Contestant contestant) {
    return contestant instanceof DsolContestant && pending > 1_000;
  }

  // Quick ones fire at least all that was pending, since a wheel's work comes in turns.
  private double rate(Contestant contestant) {
    long atLeast = isSlow(contestant) ? 0 : pending;
    long start = THREADS.getCurrentThreadCpuTime();
    long events = 0;
    long took = 0;
    while (took < ROUND_NANOS || events < atLeast) {
      contestant.run(BATCH);
      events += BATCH;
      took = THREADS.getCurrentThreadCpuTime() - start;
    }
    return 1e3 * events / took;
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}

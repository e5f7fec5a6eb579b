package headroom.kernel;

import headroom.kernel.Increments.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import nl.tudelft.simulation.dsol.eventlists.EventListPriorityQueue;
import nl.tudelft.simulation.dsol.eventlists.RedBlackTree;

/** Event queues side by side, in turn within one run, since the machine's speed drifts. */
public final class QueueRace {
  private static final int ROUNDS = 7;
  private static final long ROUND_NANOS = 60_000_000;
  private static final String[] NAMES = {"ours", "tree", "list", "PriorityQueue", "array heap"};

  private static final java.lang.management.ThreadMXBean THREADS =
      java.lang.management.ManagementFactory.getThreadMXBean();

  private QueueRace() {}

  public static void main(String[] args) {
    int[] sizes = {10, 1_000, 100_000, 1_000_000};
    String only = args.length > 0 ? args[0] : "";
    int max = args.length > 1 ? Integer.parseInt(args[1]) : 1_000_000;
    boolean quick = args.length > 2;
    System.out.println(
        "| pattern | pending | ours | DSOL tree | DSOL list | PriorityQueue | array heap | ours / DSOL | ours / PriorityQueue |");
    System.out.println("|---|---|---|---|---|---|---|---|---|");
    for (Pattern pattern : Pattern.values()) {
      for (int size : sizes) {
        if (pattern.name().startsWith(only) && size <= max) {
          System.out.println(row(pattern, size, race(pattern, size, quick)));
        }
      }
    }
  }

  private static double[] race(Pattern pattern, int pending, boolean quick) {
    List<Supplier<Contestant>> all = new ArrayList<>();
    all.add(() -> new OursContestant(new Increments(pattern), pending));
    boolean slow = pattern == Pattern.CANCELLED && pending > 1000;
    all.add(
        quick
            ? null
            : () -> new DsolContestant(new Increments(pattern), pending, new RedBlackTree<>()));
    all.add(
        quick || slow
            ? null
            : () -> new DsolContestant(
                new Increments(pattern), pending, new EventListPriorityQueue<>()));
    all.add(() -> new PriorityQueueContestant(new Increments(pattern), pending));
    all.add(() -> new ArrayHeapContestant(new Increments(pattern), pending));
    List<Contestant> contestants = new ArrayList<>();
    List<double[]> rates = new ArrayList<>();
    for (Supplier<Contestant> s : all) {
      Contestant c = s == null ? null : s.get();
      contestants.add(c);
      rates.add(new double[ROUNDS]);
      if (c != null) {
        c.run(
            c instanceof DsolContestant
                ? Math.min(2L * pending + 50_000, 400_000)
                : 3L * pending + 500_000);
      }
    }
    System.gc();
    for (int round = 0; round < ROUNDS; round++) {
      for (int i = 0; i < contestants.size(); i++) {
        Contestant c = contestants.get(i);
        if (c != null) {
          rates.get(i)[round] = rate(c, c instanceof DsolContestant ? 0 : pending);
        }
      }
    }
    return rates.stream().mapToDouble(QueueRace::median).toArray();
  }

  private static double rate(Contestant contestant, long atLeast) {
    long start = THREADS.getCurrentThreadCpuTime();
    long events = 0;
    long took;
    long batch = 2000;
    do {
      contestant.run(batch);
      events += batch;
      took = THREADS.getCurrentThreadCpuTime() - start;
    } while (took < ROUND_NANOS || events < atLeast);
    return 1e3 * events / took;
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    java.util.Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  private static String row(Pattern pattern, int pending, double[] r) {
    double dsol = Math.max(r[1], r[2]);
    return String.format(
        Locale.ROOT,
        "| %s | %,d | %.1f | %.2f | %.2f | %.2f | %.1f | %.1f | %.1f |",
        pattern,
        pending,
        r[0],
        r[1],
        r[2],
        r[3],
        r[4],
        r[0] / dsol,
        r[0] / r[3]);
  }
}

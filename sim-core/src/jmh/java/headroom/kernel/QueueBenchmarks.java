package headroom.kernel;

import headroom.kernel.Increments.Draw;
import headroom.kernel.Increments.Pattern;
import java.util.List;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Prints the table of docs/benchmarks.md, then what our queue allocates, by JMH. */
public final class QueueBenchmarks {
  private static final List<Integer> FEW = List.of(10, 1_000);
  private static final List<Integer> ALL = List.of(10, 1_000, 100_000, 1_000_000);

  private QueueBenchmarks() {}

  public static void main(String[] args) throws RunnerException {
    table("with each event", Draw.WITH_EACH_EVENT, ALL);
    // With more pending, the cache decides and the logarithm hardly matters.
    table("beforehand", Draw.BEFOREHAND, FEW);
    new Runner(new OptionsBuilder()
            .include(EventQueueBenchmark.class.getName())
            .addProfiler(GCProfiler.class)
            .build())
        .run();
  }

  private static void table(String drawn, Draw draw, List<Integer> sizes) {
    for (Pattern pattern : Pattern.values()) {
      new QueueRace(pattern, 1_000, draw).row(); // compiles everything
    }
    System.out.println("\nMillion events per CPU second, increments drawn " + drawn + ":\n");
    System.out.println(QueueRace.header());
    for (Pattern pattern : Pattern.values()) {
      for (int pending : sizes) {
        System.out.println(new QueueRace(pattern, pending, draw).row());
      }
    }
  }
}

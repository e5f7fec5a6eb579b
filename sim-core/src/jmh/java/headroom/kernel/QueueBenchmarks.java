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
  private static final List<Integer> PENDING = List.of(10, 1_000, 100_000, 1_000_000);

  private QueueBenchmarks() {}

  public static void main(String[] args) throws RunnerException {
    for (Draw draw : Draw.values()) {
      System.out.println(
          "\nIncrements drawn " + draw + ", million events per second of CPU time\n");
      System.out.println(QueueRace.header());
      for (Pattern pattern : Pattern.values()) {
        for (int pending : PENDING) {
          System.out.println(new QueueRace(pattern, pending, draw).row(true));
        }
      }
    }
    new Runner(new OptionsBuilder()
            .include(EventQueueBenchmark.class.getName())
            .addProfiler(GCProfiler.class)
            .build())
        .run();
  }
}

package headroom.scenarios;

import headroom.Engine;
import headroom.scenarios.experiment.EngineProvider;
import headroom.scenarios.experiment.ProgressListener;
import headroom.scenarios.experiment.RemoteEngine;
import headroom.scenarios.experiment.Replications;
import headroom.scenarios.experiment.RunFunction;
import headroom.scenarios.experiment.Runner;
import headroom.scenarios.experiment.Trial;
import java.util.Arrays;
import java.util.Locale;
import java.util.ServiceLoader;

/**
 * Replications on Spark's {@code local[2]} against two threads, in alternation in one process, once
 * Spark has started; what the start takes is told. Needs the Spark module on its class path.
 */
public final class ClusterBenchmark {

  private ClusterBenchmark() {}

  public static void main(String[] args) throws InterruptedException {
    int replications = args.length > 0 ? Integer.parseInt(args[0]) : 400;
    int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 5;
    Trial trial = BenchmarkScenarios.study(BenchmarkScenarios.STATION)
        .base()
        .withReplications(Replications.fixed(replications));
    EngineProvider spark = ServiceLoader.load(EngineProvider.class).stream()
        .map(ServiceLoader.Provider::get)
        .filter(each -> each.name().equals("spark"))
        .findFirst()
        .orElseThrow();
    long before = System.nanoTime();
    try (RemoteEngine cluster = spark.connect("local[2]")) {
      cluster.run(trial.scenario(), 1, false);
      System.out.printf(Locale.ROOT, "start-up %.1f s%n", (System.nanoTime() - before) / 1e9);
      double[] ratios = new double[rounds];
      for (int round = -1; round < rounds; round++) {
        double threads = run(trial, ClusterBenchmark::local, 2);
        double tasks = run(trial, cluster, cluster.callers());
        System.out.printf(
            Locale.ROOT,
            "%d replications%s: threads %.2f s, Spark %.2f s, %.3f times as long%n",
            replications,
            round < 0 ? " (to warm up)" : "",
            threads,
            tasks,
            tasks / threads);
        if (round >= 0) {
          ratios[round] = tasks / threads;
        }
      }
      Arrays.sort(ratios);
      System.out.printf(Locale.ROOT, "median %.3f times as long%n", ratios[rounds / 2]);
    }
  }

  private static headroom.results.Run local(
      headroom.spec.Scenario scenario, long seed, boolean shown) {
    return shown ? Engine.show(scenario, seed) : Engine.run(scenario, seed);
  }

  private static double run(Trial trial, RunFunction engine, int threads)
      throws InterruptedException {
    long before = System.nanoTime();
    new Runner(engine, threads, ProgressListener.NONE).run(trial, 1);
    return (System.nanoTime() - before) / 1e9;
  }
}

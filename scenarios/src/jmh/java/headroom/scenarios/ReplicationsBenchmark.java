package headroom.scenarios;

import headroom.Engine;
import headroom.scenarios.experiment.ProgressListener;
import headroom.scenarios.experiment.ReplicationSeed;
import headroom.scenarios.experiment.Replications;
import headroom.scenarios.experiment.Runner;
import headroom.scenarios.experiment.Trial;
import headroom.spec.Scenario;
import java.util.Locale;

/**
 * What two threads gain over one: replications of an experiment, against the bare loop over
 * {@code Engine.run}, one copy of it and two at once. Wall-clock seconds, in alternation in one
 * process, so that both meet the same machine; the median of the rounds.
 */
public final class ReplicationsBenchmark {

  private ReplicationsBenchmark() {}

  public static void main(String[] args) throws InterruptedException {
    int replications = args.length > 0 ? Integer.parseInt(args[0]) : 1000;
    int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 5;
    Trial trial = BenchmarkScenarios.study(BenchmarkScenarios.STATION)
        .base()
        .withReplications(Replications.fixed(replications));
    bare(trial.scenario(), replications / 10, 2);
    double[] ratios = new double[rounds];
    for (int round = 0; round < rounds; round++) {
      double one = bare(trial.scenario(), replications, 1);
      double two = bare(trial.scenario(), replications, 2);
      double single = run(trial, 1);
      double both = run(trial, 2);
      ratios[round] = single / both / (one / two);
      System.out.printf(
          Locale.ROOT,
          "%d replications: bare loop %.2f s, two copies %.2f s (gain %.3f); experiment on one"
              + " thread %.2f s, on two %.2f s (gain %.3f): %.3f of it%n",
          replications,
          one,
          two,
          one / two,
          single,
          both,
          single / both,
          ratios[round]);
    }
    java.util.Arrays.sort(ratios);
    System.out.printf(Locale.ROOT, "median %.3f of the gain%n", ratios[rounds / 2]);
  }

  /** Seconds of so many runs, shared out to so many loops that know nothing of each other. */
  private static double bare(Scenario scenario, int runs, int copies) throws InterruptedException {
    long before = System.nanoTime();
    Thread[] loops = new Thread[copies];
    for (int copy = 0; copy < copies; copy++) {
      int first = copy;
      loops[copy] = new Thread(() -> {
        for (int number = first + 1; number <= runs; number += copies) {
          Engine.run(scenario, ReplicationSeed.of(scenario.seed(), number));
        }
      });
      loops[copy].start();
    }
    for (Thread loop : loops) {
      loop.join();
    }
    return (System.nanoTime() - before) / 1e9;
  }

  private static double run(Trial trial, int threads) throws InterruptedException {
    long before = System.nanoTime();
    new Runner(
            (scenario, seed, shown) ->
                shown ? Engine.show(scenario, seed) : Engine.run(scenario, seed),
            threads,
            ProgressListener.NONE)
        .run(trial, 1);
    return (System.nanoTime() - before) / 1e9;
  }
}

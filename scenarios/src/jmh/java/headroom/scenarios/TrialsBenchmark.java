package headroom.scenarios;

import headroom.Engine;
import headroom.results.Run;
import headroom.scenarios.experiment.Journal;
import headroom.scenarios.experiment.ProgressListener;
import headroom.scenarios.experiment.Study;
import headroom.scenarios.experiment.StudyOutcome;
import headroom.scenarios.experiment.StudyRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A sweep of 10,000 trials, ten of each of a thousand variants: every variant read and checked,
 * every trial journalled. A trial is the run of a small station that then takes its time up to 50 ms.
 * Prints what share of the threads' time was not a trial's; to be run with {@code -Xmx512m}.
 */
public final class TrialsBenchmark {

  private static final long TRIAL_NANOS = 50_000_000;

  private TrialsBenchmark() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    int variants = args.length > 0 ? Integer.parseInt(args[0]) : 1000;
    int threads = args.length > 1 ? Integer.parseInt(args[1]) : 2;
    Path folder = Files.createTempDirectory("trials");
    AtomicLong inTrials = new AtomicLong();
    long before = System.nanoTime();
    Study study = BenchmarkScenarios.study(text(variants));
    double reading = (System.nanoTime() - before) / 1e9;
    long size;
    StudyOutcome outcome;
    try (Journal journal = Journal.open(folder.resolve("journal"), "benchmark", false)) {
      outcome = new StudyRunner(
              (scenario, seed, shown) -> {
                long began = System.nanoTime();
                Run run = Engine.run(scenario, seed);
                while (System.nanoTime() - began < TRIAL_NANOS) {
                  Thread.onSpinWait();
                }
                inTrials.addAndGet(System.nanoTime() - began);
                return run;
              },
              threads,
              "benchmark",
              journal,
              ProgressListener.NONE)
          .run(study);
      journal.finish();
      size = Files.size(folder.resolve("journal"));
    }
    double all = (System.nanoTime() - before) / 1e9;
    double busy = inTrials.get() / 1e9 / threads;
    System.out.printf(
        Locale.ROOT,
        "%d trials on %d threads: %.1f s, of which reading %.1f s; in trials %.1f s, outside %.2f %%;"
            + " journal %.1f MB, heap now %.0f MB%n",
        outcome.trials(),
        threads,
        all,
        reading,
        busy,
        100 * (1 - busy / all),
        size / 1e6,
        (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) / 1e6);
    Files.delete(folder.resolve("journal"));
    Files.delete(folder);
  }

  private static String text(int variants) {
    String queues = IntStream.rangeClosed(1, variants)
        .mapToObj(String::valueOf)
        .collect(Collectors.joining(", "));
    return """
        scenario: many
        lasts: 10m
        workloads: {users: {to: web, rate: 10/s}}
        groups: {web: {type: m5.large, size: {min: 2}, serves: {workers: 2, time: 100ms}}}
        experiment: {replications: 10, vary: {groups.web.serves.queue: [QUEUES]}}
        """.replace("QUEUES", queues);
  }
}

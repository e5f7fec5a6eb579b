package headroom.reports.cli;

import headroom.Engine;
import headroom.reports.export.FileOptions;
import headroom.reports.export.Results;
import headroom.reports.export.ResultsFolder;
import headroom.scenarios.experiment.Outcome;
import headroom.scenarios.experiment.ProgressListener;
import headroom.scenarios.experiment.Runner;
import headroom.scenarios.experiment.Trial;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * How long writing all files of a year-long hybrid run takes, the first time in a process, as a user
 * has it; to be run with {@code -Xmx512m}. Arguments: names of scenarios of the library.
 */
public final class ReportBenchmark {

  private ReportBenchmark() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    for (String name : args.length > 0 ? List.of(args) : List.of("black-friday", "year-of-elb")) {
      Trial trial = new ScenarioShelf()
          .read(name, List.of("experiment.replications=1"), false)
          .trial();
      long began = System.nanoTime();
      Outcome outcome = new Runner(
              (scenario, seed, shown) ->
                  shown ? Engine.show(scenario, seed) : Engine.run(scenario, seed),
              1,
              ProgressListener.NONE)
          .run(trial, 1);
      double simulated = (System.nanoTime() - began) / 1e9;
      written(name, outcome, simulated);
    }
  }

  private static void written(String name, Outcome outcome, double simulated) throws IOException {
    ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
    Path folder = Files.createTempDirectory("report");
    long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    long began = System.nanoTime();
    new Results(outcome, FileOptions.USUAL).writeTo(ResultsFolder.at(folder.resolve("out")));
    System.out.printf(
        Locale.ROOT,
        "%s: simulated in %.1f s, all files in %.2f s (%.2f s of CPU), page %.2f MB, heap at most %.0f MB%n",
        name,
        simulated,
        (System.nanoTime() - began) / 1e9,
        (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpu) / 1e9,
        Files.size(folder.resolve("out").resolve(Results.REPORT)) / 1e6,
        heapAtMost() / 1e6);
  }

  /** Of all pools together, dead objects included. */
  private static double heapAtMost() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .mapToDouble(pool -> pool.getPeakUsage().getUsed())
        .sum();
  }
}

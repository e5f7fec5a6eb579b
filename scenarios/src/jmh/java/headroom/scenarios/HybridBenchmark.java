package headroom.scenarios;

import headroom.Engine;
import headroom.billing.Bill;
import headroom.results.Run;
import headroom.scenarios.experiment.Trial;
import java.lang.management.ManagementFactory;
import java.util.Locale;

/**
 * The year of the library's black-friday, billed, as a hybrid with and without strata, against what
 * requests would take: one ordinary day of it simulated, and the year's requests at the same cost
 * each. CPU seconds of one thread.
 */
public final class HybridBenchmark {

  private HybridBenchmark() {}

  private record Measured(Run run, double seconds) {
    double offered() {
      return figure("requests.offered");
    }

    double figure(String name) {
      return run.figure(name).orElseThrow();
    }
  }

  public static void main(String[] args) {
    // The first day of the year has no sale, no failure that was planned, and the mean load.
    Measured day = measured(
        "traffic-model=requests",
        "lasts=1d",
        "failures=[]",
        "groups.web" + ".scaling=[{target-tracking: {metric: cpu, target: 50%}}]");
    double each = day.seconds() / day.offered();
    System.out.printf(
        Locale.ROOT,
        "a day of requests: %,.0f in %.1f s, %.3f us each%n",
        day.offered(),
        day.seconds(),
        each * 1e6);
    tell("four of those alike", each, best("hybrid.simulate-alike=4"));
    tell("all windows simulated", each, best("hybrid.simulate-alike=all"));
    tell("flow", each, best("traffic-model=flow"));
  }

  private static Measured best(String set) {
    Measured first = measured(set);
    Measured second = measured(set);
    return first.seconds() < second.seconds() ? first : second;
  }

  private static void tell(String what, double each, Measured year) {
    double requests = each * year.offered();
    System.out.printf(
        Locale.ROOT,
        "%s: %,.0f requests, %.0f + %.0f windows, %.2f s; requests would take %,.0f s: %,.0f times"
            + " as long%n",
        what,
        year.offered(),
        year.run().figure("traffic.windows").orElse(0.0),
        year.run().figure("traffic.windows-corrected").orElse(0.0),
        year.seconds(),
        requests,
        requests / year.seconds());
  }

  private static Measured measured(String... sets) {
    Trial trial = BenchmarkScenarios.library("black-friday", sets);
    long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    Run run = Engine.run(trial.scenario(), 1);
    Bill.of(run, trial.priceBook()).total();
    long took = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before;
    return new Measured(run, took / 1e9);
  }
}

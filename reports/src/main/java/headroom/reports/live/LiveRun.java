package headroom.reports.live;

import headroom.reports.export.Results;
import headroom.results.Metric;
import headroom.results.Run;
import headroom.scenarios.experiment.Outcome;
import headroom.scenarios.experiment.ProgressListener;
import headroom.scenarios.experiment.RunFunction;
import headroom.scenarios.experiment.Runner;
import headroom.scenarios.experiment.Trial;
import headroom.scenarios.experiment.Verdict;
import headroom.spec.Scenario;
import headroom.statistics.Estimate;
import headroom.statistics.Estimates;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** A scenario that is being simulated, or was: what is known of it so far. */
final class LiveRun {

  private final Trial trial;
  private final RunFunction engine;
  private final int threads;
  private final Thread thread = new Thread(this::simulate, "live-run");
  private final List<SortedMap<Metric, Double>> figures = new ArrayList<>();
  private Optional<Run> shown = Optional.empty();
  private Optional<Outcome> outcome = Optional.empty();
  private String failure = "";
  private String report = "";
  private int planned;

  LiveRun(Trial trial, RunFunction engine, int threads) {
    this.trial = trial;
    this.engine = engine;
    this.threads = threads;
    this.planned = trial.experiment().replications().atLeast();
  }

  LiveRun start() {
    thread.setDaemon(true);
    thread.start();
    return this;
  }

  /** Gives it up. */
  void stop() {
    thread.interrupt();
  }

  private void simulate() {
    try {
      ProgressListener listener = (done, most) -> plan(most);
      finish(new Runner(this::replicate, threads, listener).run(trial, 1));
    } catch (InterruptedException stopped) {
      fail("given up");
    } catch (RuntimeException | Error broken) {
      fail(String.valueOf(broken.getMessage()));
    }
  }

  private Run replicate(Scenario scenario, long seed, boolean isShown) {
    Run run = engine.run(scenario, seed, isShown);
    SortedMap<Metric, Double> all = new TreeMap<>(run.metrics());
    all.putAll(trial.accounting().metrics(run, trial.priceBook()));
    add(run, all, isShown);
    return run;
  }

  private synchronized void add(Run run, SortedMap<Metric, Double> all, boolean isShown) {
    figures.add(all);
    if (isShown) {
      shown = Optional.of(run);
    }
  }

  private synchronized void plan(int most) {
    planned = most;
  }

  private synchronized void finish(Outcome done) {
    outcome = Optional.of(done);
  }

  private synchronized void fail(String why) {
    failure = why;
  }

  synchronized int done() {
    return figures.size();
  }

  synchronized int planned() {
    return planned;
  }

  synchronized String failure() {
    return failure;
  }

  synchronized Optional<Run> shown() {
    return shown;
  }

  synchronized boolean isFinished() {
    return outcome.isPresent() || !failure.isEmpty();
  }

  /** Of what has arrived, in whatever order; at the end the very figures of {@code run}. */
  synchronized SortedMap<Metric, Estimate> estimates() {
    return outcome
        .map(Outcome::estimates)
        .orElseGet(() -> figures.isEmpty()
            ? new TreeMap<>()
            : Estimates.of(List.copyOf(figures), trial.scenario().window().seconds()));
  }

  synchronized List<Verdict> verdicts() {
    return outcome.map(Outcome::verdicts).orElse(List.of());
  }

  /** Replication by replication, once all are there. */
  synchronized Optional<List<SortedMap<Metric, Double>>> replications() {
    return outcome.map(all -> all.replications().stream()
        .map(headroom.scenarios.experiment.Replication::figures)
        .toList());
  }

  /** The report of {@code run}, once it is finished. */
  synchronized Optional<String> report() {
    if (report.isEmpty()) {
      report = outcome.map(done -> new Results(done).report()).orElse("");
    }
    return Optional.of(report).filter(text -> !text.isEmpty());
  }
}

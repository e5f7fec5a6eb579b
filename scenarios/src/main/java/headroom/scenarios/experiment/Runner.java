package headroom.scenarios.experiment;

import headroom.billing.Bill;
import headroom.billing.Breakdown;
import headroom.billing.OpenHours;
import headroom.problem.Problems;
import headroom.results.Metric;
import headroom.results.Run;
import headroom.spec.Scenario;
import headroom.statistics.Estimate;
import headroom.statistics.Estimates;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Runs the replications of a trial on several threads; what comes out does not depend on how many,
 * since every replication has a seed of its own and all are merged in order.
 *
 * @param engine what runs one replication
 * @param threads how many replications run at once
 * @param progress hears how far it is
 */
public record Runner(RunFunction engine, int threads, ProgressListener progress) {

  public Runner {
    Problems.throwIfAny(Problems.of()
        .require("threads", threads >= 1, "must be at least 1, was " + threads)
        .list());
  }

  /**
   * Runs as many replications as the trial asks for.
   *
   * @param shown number of the replication that records timeline and events; one that the trial did
   *     not come to is run besides, only to be shown
   * @throws ReplicationFailed when one failed: of several the first by number
   * @throws InterruptedException when the calling thread was interrupted; nothing goes on then
   */
  public Outcome run(Trial trial, int shown) throws InterruptedException {
    try (Workers workers = new Workers(threads)) {
      Trial ready =
          new SettlingSearch(engine, "", TrialStore.NONE, progress).settled(trial, workers);
      return run(ready, shown, workers);
    }
  }

  private Outcome run(Trial trial, int shown, Workers workers) throws InterruptedException {
    StoppingRule rule = new StoppingRule(trial.experiment().replications());
    Collected collected = new Collected();
    double seconds = trial.scenario().window().seconds();
    WatchedFigures watched = WatchedFigures.of(trial.experiment());
    progress.onWatched("", () -> watched.estimates(collected.figures(), seconds, rule.risk()));
    SortedMap<Metric, Estimate> estimates;
    do {
      int done = collected.size();
      int next = rule.nextLook(done);
      workers.inOrder(done + 1, next, number -> replicate(trial, number, number == shown), part -> {
        collected.add(part);
        progress.onProgress(collected.size(), next);
      });
      estimates = Estimates.of(collected.figures(), seconds, rule.risk());
    } while (!rule.isEnough(collected.size(), estimates));
    Run shownRun = shownRun(collected, workers, trial, shown);
    Optional<Run> first = trial.experiment().technique().batches() > 0
        ? Optional.of(shown == 1 ? shownRun : run(trial, 1, true))
        : Optional.empty();
    Refinement refinement = new Refiner(trial, collected, estimates, rule.risk()).refine(first);
    return outcome(trial, collected, refinement, shown, shownRun);
  }

  private Run shownRun(Collected collected, Workers workers, Trial trial, int shown)
      throws InterruptedException {
    if (collected.shown().isPresent()) {
      return collected.shown().get();
    }
    List<Run> besides = new ArrayList<>();
    workers.inOrder(shown, shown, number -> run(trial, number, true), besides::add);
    return besides.get(0);
  }

  private Part replicate(Trial trial, int number, boolean isShown) {
    Run run = run(trial, number, isShown);
    SortedMap<Metric, Double> figures = new TreeMap<>(run.metrics());
    SortedMap<Metric, Double> costs = trial.accounting().metrics(run, trial.priceBook());
    figures.putAll(costs);
    return new Part(
        new Replication(number, seed(trial, number), figures),
        run.latency(),
        trial
            .others()
            .figures(
                run,
                trial,
                costs,
                other -> run(mirrored(trial, other, number), trial, number, false)),
        control(trial, number),
        Breakdown.all(Bill.of(run, trial.priceBook()), trial.accounting()),
        trial.isAdvised()
            ? Optional.of(OpenHours.of(run.usage(), run.window(), trial.priceBook()))
            : Optional.empty(),
        isShown ? Optional.of(run) : Optional.empty());
  }

  /** What the queue that theory answers measures on the luck of a replication. */
  private Optional<Double> control(Trial trial, int number) {
    if (trial.experiment().technique().variates() != Technique.Variates.CONTROL) {
      return Optional.empty();
    }
    Scenario queue = ReferenceQueue.of(trial.scenario()).scenario();
    return run(queue, trial, number, false).metrics().entrySet().stream()
        .filter(entry -> entry.getKey().flat().equals("latency.mean"))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  private Run run(Trial trial, int number, boolean isShown) {
    return run(mirrored(trial, trial.scenario(), number), trial, number, isShown);
  }

  /** Every second replication of antithetic pairs mirrors the luck of the one before. */
  private static Scenario mirrored(Trial trial, Scenario scenario, int number) {
    boolean isMirror = number % 2 == 0
        && trial.experiment().technique().variates() == Technique.Variates.ANTITHETIC;
    return isMirror ? scenario.toBuilder().mirrored(true).build() : scenario;
  }

  private Run run(Scenario scenario, Trial trial, int number, boolean isShown) {
    try {
      return engine.run(scenario, seed(trial, number), isShown);
    } catch (Throwable failure) {
      String name = trial.scenario().name();
      throw new ReplicationFailed(name, number, seed(trial, number), failure);
    }
  }

  private static long seed(Trial trial, int number) {
    boolean isPaired = trial.experiment().technique().variates() == Technique.Variates.ANTITHETIC;
    return ReplicationSeed.of(trial.scenario().seed(), isPaired ? (number + 1) / 2 : number);
  }

  private static Outcome outcome(
      Trial trial, Collected collected, Refinement refinement, int shown, Run shownRun) {
    SortedMap<Metric, Estimate> estimates = refinement.estimates();
    Judge judge =
        new Judge(estimates, collected.size(), trial.scenario().window().seconds());
    Technique technique = trial.experiment().technique();
    List<Verdict> verdicts = trial.experiment().expectations().stream()
        .map(judge::verdict)
        .map(verdict -> verdict.needing(technique.replicationsFor(verdict.replicationsNeeded())))
        .toList();
    return new Outcome(
        trial,
        collected.replications(),
        estimates,
        refinement,
        collected.latency(),
        shown,
        shownRun,
        Bill.of(shownRun, trial.priceBook()),
        trial.others().compared(collected.others(), trial.scenario()),
        Advice.of(collected.open(), trial.priceBook()),
        InvoiceSplit.of(trial.experiment().technique().independent(collected.splits())),
        verdicts);
  }
}

package headroom.scenarios.experiment;

import headroom.billing.CostMetrics;
import headroom.results.Metric;
import headroom.results.Run;
import headroom.scenarios.experiment.Verdict.State;
import headroom.statistics.Estimates;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.DoubleFunction;

/**
 * Finds by bisection where along a range an expectation begins or ceases to be met. Each value that
 * is tried is judged by its interval; all of them hold at once in 95 % of searches (Bonferroni).
 * What the search takes for granted is that there is one such place.
 *
 * @param engine what runs one replication
 * @param threads how many replications run at once
 * @param progress hears after each try how many have been made, and how many may be at most
 */
public record BreakEven(RunFunction engine, int threads, ProgressListener progress) {

  private static final double RISK = 0.05;
  private static final double NARROW = 0.01;

  /**
   * Where it is sought.
   *
   * @param from the first value
   * @param to the last value, above the first
   * @param whole whether only whole numbers are tried
   */
  public record Range(double from, double to, boolean whole) {

    /** Tries at most: both ends, and one for each halving. */
    int tries() {
      int tries = 2;
      for (double width = to - from; width > narrow(); width /= 2) {
        tries++;
      }
      return tries;
    }

    private double narrow() {
      return whole ? 1 : NARROW * (to - from);
    }

    private double middle(double low, double high) {
      double middle = low + (high - low) / 2;
      return whole ? Math.floor(middle) : middle;
    }
  }

  /**
   * One value that was tried.
   *
   * @param value the value
   * @param verdict what became of the expectation there
   */
  public record Try(double value, Verdict verdict) {}

  /**
   * What came out.
   *
   * @param low the largest value known to be before the place, or the first of the range
   * @param high the smallest known to be behind it, or the last of the range
   * @param tries every value that was tried, in order
   */
  public record Finding(Try low, Try high, List<Try> tries) {

    public Finding {
      tries = List.copyOf(tries);
    }

    /** Whether one end meets the expectation for certain and the other misses it. */
    public boolean isBetween() {
      return low.verdict().state() != high.verdict().state()
          && low.verdict().state() != State.UNDECIDED
          && high.verdict().state() != State.UNDECIDED;
    }

    /** Whether the search stopped at a value of which the replications did not decide. */
    public boolean isUndecided() {
      return tries.get(tries.size() - 1).verdict().state() == State.UNDECIDED;
    }
  }

  /**
   * Searches a range.
   *
   * @param trials makes the trial of a value; its first expectation is judged
   */
  public Finding search(Range range, DoubleFunction<Trial> trials) throws InterruptedException {
    try (Workers workers = new Workers(threads)) {
      Search search = new Search(range, settled(range, trials, workers), workers);
      Try low = search.at(range.from());
      Try high = search.at(range.to());
      Finding finding = new Finding(low, high, search.tries);
      while (finding.isBetween()
          && !finding.isUndecided()
          && finding.high().value() - finding.low().value() > range.narrow()) {
        Try middle =
            search.at(range.middle(finding.low().value(), finding.high().value()));
        finding = search.narrowed(finding, middle);
      }
      return finding;
    }
  }

  /** One warm-up for all values, where it is to be found: the longer one of both ends. */
  private DoubleFunction<Trial> settled(Range range, DoubleFunction<Trial> trials, Workers workers)
      throws InterruptedException {
    List<Trial> ends = List.of(trials.apply(range.from()), trials.apply(range.to()));
    Technique.refuse(ends.get(0));
    if (!ends.get(0).awaitsWarmUp()) {
      return trials;
    }
    Settling found = new SettlingSearch(engine, "", TrialStore.NONE, progress).of(ends, workers);
    return value -> trials.apply(value).settled(found);
  }

  private final class Search {
    private final Range range;
    private final DoubleFunction<Trial> trials;
    private final Workers workers;
    private final List<Try> tries = new ArrayList<>();

    Search(Range range, DoubleFunction<Trial> trials, Workers workers) {
      this.range = range;
      this.trials = trials;
      this.workers = workers;
    }

    Try at(double value) throws InterruptedException {
      Trial trial = trials.apply(value);
      List<SortedMap<Metric, Double>> figures = new ArrayList<>();
      int replications = trial.experiment().replications().atLeast();
      workers.inOrder(1, replications, number -> figures(trial, number), figures::add);
      double seconds = trial.scenario().window().seconds();
      Judge judge =
          new Judge(Estimates.of(figures, seconds, RISK / range.tries()), figures.size(), seconds);
      Try made = new Try(value, judge.verdict(trial.experiment().expectations().get(0)));
      tries.add(made);
      progress.onWatched(
          "the last try", () -> made.verdict().estimate().stream().toList());
      progress.onProgress(tries.size(), range.tries());
      return made;
    }

    private SortedMap<Metric, Double> figures(Trial trial, int number) {
      long seed = ReplicationSeed.of(trial.scenario().seed(), number);
      try {
        Run run = engine.run(trial.scenario(), seed, false);
        SortedMap<Metric, Double> figures = new TreeMap<>(run.metrics());
        figures.putAll(CostMetrics.of(run, trial.priceBook()));
        return figures;
      } catch (RuntimeException failure) {
        throw new ReplicationFailed(trial.scenario().name(), number, seed, failure);
      }
    }

    private Finding narrowed(Finding before, Try middle) {
      State state = middle.verdict().state();
      if (state == before.low().verdict().state()) {
        return new Finding(middle, before.high(), tries);
      }
      return state == before.high().verdict().state()
          ? new Finding(before.low(), middle, tries)
          : new Finding(before.low(), before.high(), tries);
    }
  }
}

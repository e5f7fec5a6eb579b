package headroom.results;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Adds up what becomes of expected requests, under the names that {@link RunRecorder} uses. */
public final class FlowRecorder {

  private final Window window;
  private final double availability;
  private final long slowNanos;
  private final Possible possible;
  private final FlowMinutes minutes;
  private final Optional<FlowShowing> showing;
  private final SortedMap<String, RateAccount> accounts = new TreeMap<>();
  private final Optional<Metastability> watch;
  private final Recorder log;

  /**
   * @param window the time that counts
   * @param availability success share below which a minute is bad
   * @param slowNanos latency that 99 % of a minute's answers must stay within; Long.MAX_VALUE if
   *     no limit was promised
   * @param possible what can happen to requests, so what there are figures of
   * @param showing collects the timeline, if this run is to be shown
   * @param log hears what else happens, and when the fleet gets stuck
   */
  public FlowRecorder(
      Window window,
      double availability,
      long slowNanos,
      Possible possible,
      Optional<Showing> showing,
      RunRecorder log) {
    this.window = window;
    this.availability = availability;
    this.slowNanos = slowNanos;
    this.possible = possible;
    this.minutes = new FlowMinutes(window);
    this.showing = showing.map(s -> new FlowShowing(s, window));
    this.watch = log.watch();
    this.log = log;
  }

  /** Where to tell what becomes of a workload's requests. */
  public FlowAccount account(String workload) {
    return accountOf(workload);
  }

  /** The same account, where its entries are to be read and corrected. */
  public TalliedAccount tallied(String workload) {
    return accountOf(workload);
  }

  /** Where to tell what becomes of those of its requests that are simulated one by one. */
  public Account seen(String workload) {
    return new SeenAccount(accountOf(workload), slowSeconds());
  }

  private RateAccount accountOf(String workload) {
    return accounts.computeIfAbsent(workload, name -> new RateAccount(window, minutes, showing));
  }

  /** Writes which share of the requests was simulated one by one, if there were any. */
  public void reportSimulated(SortedMap<Metric, Double> into) {
    FlowCounts total = total();
    if (total.offered > 0) {
      into.put(
          Metric.value("traffic", "simulated-requests", "", Unit.ONE),
          total.simulated / total.offered);
    }
  }

  /** What a request must stay within, in seconds; infinite when nothing was promised. */
  public double slowSeconds() {
    return slowNanos == Long.MAX_VALUE ? Double.POSITIVE_INFINITY : slowNanos / 1e9;
  }

  /** At a minute's end: whether each destination of requests had a healthy target. */
  public void targetsSeen(long nowNanos, boolean healthy, String whyNot) {
    if (!healthy && nowNanos > window.fromNanos()) {
      minutes.withoutTarget(nowNanos, whyNot);
    }
  }

  /** True when {@link #observe} is to be called every ten seconds. */
  public boolean wantsPulse() {
    return watch.isPresent();
  }

  /** Looks at the fleet, to find out whether it stays down though its trigger is over. */
  public void observe(long nowNanos, Pulse pulse) {
    if (watch.isPresent() && nowNanos >= window.fromNanos()) {
      Metastability watching = watch.get();
      watching.observe(LoadReading.of(nowNanos, heard(), watching.groups(), pulse), log);
    }
  }

  private List<Accounts.Heard> heard() {
    List<Accounts.Heard> heard = new ArrayList<>();
    accounts.forEach((workload, account) -> {
      FlowCounts counts = account.counts();
      heard.add(new Accounts.Heard(workload, (long) counts.offered, (long) counts.succeeded, (long)
          (counts.offered + counts.retries)));
    });
    return heard;
  }

  private FlowCounts total() {
    FlowCounts total = new FlowCounts();
    accounts.values().forEach(account -> total.add(account.counts()));
    return total;
  }

  /** Expected requests of the counted time without an outcome so far. */
  public double inFlight() {
    return total().inFlight();
  }

  /** Expected requests of the counted time so far. */
  public double offered() {
    return total().offered;
  }

  public LatencySketch latency() {
    return total().latency.sketch();
  }

  /** Writes what became of the requests, and which minutes were bad; to be asked at the end. */
  public void report(SortedMap<Metric, Double> into) {
    FlowCounts total = total();
    total.report("", possible, into);
    total.failures(possible, into);
    if (accounts.size() > 1) {
      accounts.forEach(
          (name, account) -> account.counts().report("workloads." + name, possible, into));
    }
    MinuteFigures.report(minutes.downtime(availability), window, into);
    finished().ifPresent(watched -> watched.report(into));
  }

  /** When the fleet stayed down though its trigger was over. */
  public List<MetastableEpisode> metastable() {
    return finished().map(Metastability::episodes).orElse(List.of());
  }

  private Optional<Metastability> finished() {
    watch.ifPresent(watching -> watching.finish(window.toNanos()));
    return watch;
  }

  /** The timeline, if this run is shown. */
  public Optional<Timeline> timeline() {
    return showing.map(s -> s.timeline((begin, end) -> minutes.downtime(availability, begin, end)));
  }
}

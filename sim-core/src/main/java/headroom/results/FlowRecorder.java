package headroom.results;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Adds up what becomes of expected requests, under the names that {@link RunRecorder} uses. */
public final class FlowRecorder {

  private static final String WORKLOADS = "workloads.";

  private final Window window;
  private final double availability;
  private final long slowNanos;
  private final Possible possible;
  private final FlowMinutes minutes;
  private final Optional<FlowShowing> showing;
  private final SortedMap<String, SortedMap<String, RateAccount>> accounts = new TreeMap<>();
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
    return account(workload, "", 0);
  }

  /** The same of a class of its requests, each of which is worth so many US dollars. */
  public FlowAccount account(String workload, String requestClass, double value) {
    return accountOf(workload, requestClass, value);
  }

  /** The same account, where its entries are to be read and corrected. */
  public TalliedAccount tallied(String workload) {
    return accountOf(workload, "", 0);
  }

  /** Where to tell what becomes of those of its requests that are simulated one by one. */
  public Account seen(String workload, String requestClass, double value) {
    return new SeenAccount(accountOf(workload, requestClass, value), slowSeconds());
  }

  private RateAccount accountOf(String workload, String requestClass, double value) {
    return accounts
        .computeIfAbsent(workload, name -> new TreeMap<>())
        .computeIfAbsent(requestClass, name -> new RateAccount(window, minutes, showing, value));
  }

  private Stream<RateAccount> all() {
    return accounts.values().stream().flatMap(classes -> classes.values().stream());
  }

  private static FlowCounts sum(Stream<RateAccount> accounts) {
    FlowCounts sum = new FlowCounts();
    accounts.forEach(account -> sum.add(account.counts()));
    return sum;
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
    accounts.forEach((workload, classes) -> {
      FlowCounts counts = sum(classes.values().stream());
      heard.add(new Accounts.Heard(workload, (long) counts.offered, (long) counts.succeeded, (long)
          (counts.offered + counts.retries)));
    });
    return heard;
  }

  private FlowCounts total() {
    return sum(all());
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
    accounts.forEach((name, classes) -> report(WORKLOADS + name, classes, into));
    values(into);
    MinuteFigures.report(minutes.downtime(availability), window, into);
    AvailabilityFigures.report(minutes.bad(availability), availability, window, into);
    finished().ifPresent(watched -> watched.report(into));
  }

  private void report(
      String workload, SortedMap<String, RateAccount> classes, SortedMap<Metric, Double> into) {
    if (accounts.size() > 1) {
      sum(classes.values().stream()).report(workload, possible, into);
    }
    classes.forEach((name, account) -> {
      if (!name.isEmpty()) {
        account.counts().report(workload + ".classes." + name, possible, into);
      }
    });
  }

  /** What requests are worth, where some of them are worth something. */
  private void values(SortedMap<Metric, Double> into) {
    if (all().allMatch(account -> account.value() == 0)) {
      return;
    }
    value("", all().toList(), into);
    accounts.forEach((name, classes) -> {
      if (accounts.size() > 1) {
        value(WORKLOADS + name, classes.values(), into);
      }
      classes.forEach((requestClass, account) -> {
        if (!requestClass.isEmpty()) {
          value(WORKLOADS + name + ".classes." + requestClass, List.of(account), into);
        }
      });
    });
  }

  private static void value(
      String subject, Iterable<RateAccount> accounts, SortedMap<Metric, Double> into) {
    double offered = 0;
    double succeeded = 0;
    double lost = 0;
    for (RateAccount account : accounts) {
      offered += account.value() * account.counts().offered;
      succeeded += account.value() * account.counts().succeeded;
      lost += account.value() * account.counts().failed;
    }
    Accounts.value(subject, "offered", offered, into);
    Accounts.value(subject, "succeeded", succeeded, into);
    Accounts.value(subject, "lost", lost, into);
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

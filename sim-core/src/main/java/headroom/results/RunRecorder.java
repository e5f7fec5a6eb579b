package headroom.results;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;

/** Counts what becomes of the requests of one run and keeps what is asked to be shown. */
public final class RunRecorder implements Recorder {

  private final Window window;
  private final double availability;
  private final long slowNanos;
  private final Possible possible;
  private final Optional<Showing> showing;
  private final Minutes minutes;
  private final Accounts accounts = new Accounts();
  private final Optional<Metastability> watch;

  /**
   * @param window the time that counts
   * @param availability success share below which a minute is bad
   * @param slowNanos latency that 99 % of a minute's answers must stay within; Long.MAX_VALUE if
   *     no limit was promised
   * @param possible what can happen to requests, so what there are figures of
   * @param showing collects timeline and event log, if this run is to be shown
   */
  public RunRecorder(
      Window window,
      double availability,
      long slowNanos,
      Possible possible,
      Optional<Showing> showing) {
    this.window = window;
    this.availability = availability;
    this.slowNanos = slowNanos;
    this.possible = possible;
    this.showing = showing;
    this.minutes = new Minutes(window);
    this.watch = possible.metastability().map(Metastability::new);
  }

  @Override
  public Account account(String workload, String requestClass, double value) {
    RequestAccount account = new RequestAccount(
        workload, requestClass, value, window.fromNanos(), slowNanos, minutes, showing);
    accounts.add(account);
    return account;
  }

  @Override
  public void targetsSeen(long nowNanos, boolean healthy, String whyNot) {
    if (!healthy && nowNanos > window.fromNanos()) {
      minutes.withoutTarget(nowNanos, whyNot);
    }
  }

  @Override
  public boolean readsEvents() {
    // Failures, which the watch hears of, are told in any case.
    return showing.isPresent();
  }

  @Override
  public void happened(long nowNanos, EventLog.Kind kind, String subject, String what, String why) {
    if (showing.isPresent()) {
      showing.get().happened(nowNanos, kind, subject, what, why);
    }
    if (kind == EventLog.Kind.FAILURE && watch.isPresent()) {
      watch.get().struck(subject, why);
    }
  }

  /** What finds out whether the fleet gets stuck; empty when nothing could keep it there. */
  Optional<Metastability> watch() {
    return watch;
  }

  /** True when {@link #observe} is to be called every ten seconds. */
  public boolean wantsPulse() {
    return watch.isPresent();
  }

  /** Looks at the fleet, to find out whether it stays down though its trigger is over. */
  public void observe(long nowNanos, Pulse pulse) {
    if (watch.isPresent() && nowNanos >= window.fromNanos()) {
      Metastability watching = watch.get();
      watching.observe(LoadReading.of(nowNanos, accounts.heard(), watching.groups(), pulse), this);
    }
  }

  /** Requests of the counted time without an outcome so far. */
  public long inFlight() {
    return accounts.inFlight();
  }

  /** What collects timeline and event log, if this run is shown. */
  public Optional<Showing> showing() {
    return showing;
  }

  /** Latencies of all answered requests. */
  public LatencySketch latency() {
    return accounts.total().latency;
  }

  /** Writes what became of the requests, and which minutes were bad; to be asked at the end. */
  public void report(SortedMap<Metric, Double> into) {
    Counts total = accounts.total();
    RequestFigures figures = new RequestFigures("", total, possible, into);
    figures.common();
    figures.failures();
    figures.composition();
    accounts.report(possible, into);
    MinuteFigures.report(minutes.downtime(availability), window, into);
    AvailabilityFigures.report(minutes.bad(availability), availability, window, into);
    finished().ifPresent(watched -> watched.report(into));
  }

  /** The timeline, if this run is shown. */
  public Optional<Timeline> timeline() {
    return showing.map(
        s -> s.timeline((begin, end) -> minutes.downtime(availability, begin, end), partsSeen()));
  }

  private Set<Part> partsSeen() {
    Set<Part> parts = new TreeSet<>(possible.parts());
    double[] shares = accounts.total().composition.shares();
    for (Part part : Part.values()) {
      if (shares[part.ordinal()] > 0) {
        parts.add(part);
      }
    }
    return parts;
  }

  /** The event log, if this run is shown. */
  public Optional<EventLog> events() {
    return showing.map(Showing::events);
  }

  /** Single requests worth a look, if this run is shown. */
  public Optional<SlowRequests> slowRequests() {
    return showing.map(shown -> shown.slowest().told());
  }

  /** When the fleet stayed down though its trigger was over. */
  public List<MetastableEpisode> metastable() {
    return finished().map(Metastability::episodes).orElse(List.of());
  }

  private Optional<Metastability> finished() {
    watch.ifPresent(watching -> watching.finish(window.toNanos()));
    return watch;
  }
}

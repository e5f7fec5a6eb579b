package headroom.fleet.flow;

import headroom.results.Why;
import headroom.workload.Call;
import headroom.workload.CallStep;
import headroom.workload.Service;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the requests of a station are to it, kind by kind, and what a worker is kept for on average.
 *
 * <p>A kind is a class of request, or "" where classes make no difference.
 */
final class StationWork {

  private final FlowStation station;
  private final Service service;
  private final ServiceTime time;
  private final boolean composed;
  private final Map<String, Work> byKind = new LinkedHashMap<>();
  private final List<Work> all = new ArrayList<>();
  // Where classes make no difference; asked for many times a step.
  private @Nullable Work ofNoKind;
  private final Map<Call, FlowCache> caches = new LinkedHashMap<>();
  private final @Nullable Ranks ranks;
  private final boolean sheds;
  private boolean asked;
  private double[] shares = new double[0];
  private double mean;
  private double felt;
  private double kept;
  private double cv2;

  StationWork(FlowStation station, Service service, ServiceTime time, boolean ails) {
    this.station = station;
    this.service = service;
    this.time = time;
    this.composed = ails || isComposed(service);
    this.sheds = ShedLaw.isNeeded(service);
    this.ranks = Ranks.areTold(service) ? Ranks.of(service) : null;
    this.mean = time.mean();
    this.felt = mean;
    this.cv2 = time.cv2();
  }

  /** True when requests keep a worker for more, or others for longer, than the service's own time. */
  static boolean isComposed(Service service) {
    return !service.calls().isEmpty() || tellsClassesApart(service);
  }

  private static boolean tellsClassesApart(Service service) {
    return Ranks.areTold(service)
        || service.classes().stream().anyMatch(rule -> rule.time().isPresent());
  }

  /** True when what a request keeps a worker for is not the service's own time alone. */
  boolean isComposed() {
    return composed;
  }

  /** Somebody asks. */
  void asks(FlowClient client) {
    asked |= composed || client.isCall() || client.hedging() != null;
  }

  /** True when somebody wants to know how requests end by their {@link Work#reply}. */
  boolean isAsked() {
    return asked;
  }

  /** Who goes first; null where nobody does. */
  @Nullable
  Ranks ranks() {
    return ranks;
  }

  /** True when some go first. */
  boolean isRanked() {
    return ranks != null;
  }

  /** Mean wait of all who are served. */
  double meanWait(Standing standing) {
    return ranks == null ? standing.waitSeconds() : ranks.meanSeconds();
  }

  boolean has(String kind) {
    return byKind.containsKey(kind);
  }

  /** Adds a kind of request; its calls are added to what is returned. */
  Work add(String kind) {
    ServiceTime own = service.classes().stream()
        .filter(rule -> rule.requestClass().equals(kind))
        .flatMap(rule -> rule.time().stream())
        .findFirst()
        .map(ServiceTime::new)
        .orElse(time);
    Work work = new Work(station, own, ranks == null ? 0 : ranks.line(kind));
    byKind.put(kind, work);
    ofNoKind = kind.isEmpty() ? work : ofNoKind;
    all.add(work);
    shares = new double[all.size()];
    return work;
  }

  /** The cache in front of a call, whoever makes it; null when there is none. */
  @Nullable
  FlowCache cacheOf(Call call) {
    return call.cache()
        .map(rule -> caches.computeIfAbsent(call, any -> new FlowCache(rule)))
        .orElse(null);
  }

  /** True while a cache fills or empties by more than a step so long would see. */
  boolean isMoving(double seconds) {
    for (FlowCache cache : caches.values()) {
      if (cache.isMoving(seconds)) {
        return true;
      }
    }
    return false;
  }

  /** How long the cache takes to fill that fills fastest, in seconds. */
  double fillSeconds() {
    double least = Double.POSITIVE_INFINITY;
    for (FlowCache cache : caches.values()) {
      least = Math.min(least, cache.fillSeconds());
    }
    return least;
  }

  /** All caches lose a share of what they hold. */
  void loseCaches(double share, String cause) {
    caches.forEach((call, cache) -> {
      double before = cache.warmth();
      cache.lose(share);
      edges().forEach(edge -> edge.pressed(cache, before, cause));
    });
  }

  Stream<FlowCache> caches() {
    return caches.values().stream();
  }

  Work of(String kind) {
    Work work = kind.isEmpty() ? ofNoKind : byKind.get(kind);
    if (work == null) {
      throw new IllegalStateException(station.name() + " knows no requests of kind " + kind);
    }
    return work;
  }

  /** True when requests of a class are the same to it as others, its calls left out. */
  static boolean isBlind(Service service, String requestClass) {
    boolean own = service.classes().stream()
        .filter(rule -> rule.requestClass().equals(requestClass))
        .anyMatch(rule -> rule.time().isPresent() || rule.priority() > 0);
    return !own
        && service.calls().stream()
            .map(CallStep::calls)
            .flatMap(List::stream)
            .allMatch(call -> call.classes().isEmpty());
  }

  /** Begins a look at what arrives. */
  void forget() {
    java.util.Arrays.fill(shares, 0);
  }

  /** So many of a kind arrive. */
  void arrive(String kind, double requests) {
    if (composed) {
      shares[all.size() == 1 ? 0 : all.indexOf(of(kind))] += requests;
    }
  }

  /** Begins the work of so many requests a second, of the kinds that arrive. */
  void begin(double perSecond) {
    double arrived = arrived();
    double sum = 0;
    for (int i = 0; i < shares.length; i++) {
      sum += begun(i, arrived);
    }
    for (int i = 0; i < shares.length; i++) {
      Work work = all.get(i);
      if (work.callsOthers()) {
        work.begin(sum > 0 ? perSecond * begun(i, arrived) / sum : 0);
      }
    }
  }

  /** Weighs kinds by how many of them begin, where some go first. */
  private double begun(int kind, double sum) {
    if (ranks == null || sum <= 0 || !station.step().isFluid()) {
      return shares[kind];
    }
    return shares[kind] * ranks.begun(all.get(kind).line());
  }

  /** Tells how much comes of each line, where that makes a difference to how much is taken. */
  void tellMix(StationLaws laws) {
    double sum = arrived();
    if (sheds && ranks != null && sum > 0) {
      double[] mix = new double[ranks.lines()];
      for (int i = 0; i < shares.length; i++) {
        mix[all.get(i).line()] += shares[i] / sum;
      }
      laws.mixIs(mix);
    }
  }

  /** How those of a kind end that find no place. */
  Outcome refusal(String kind, Room room) {
    return ranks != null && sheds ? ranks.refusal(service, kind) : room.beyond();
  }

  /** The share of those of a kind that finds no place. */
  double refusedShare(String kind) {
    StationStep step = station.step();
    return ranks == null ? step.refusedShare() : step.refusedShare(ranks.line(kind));
  }

  /** Finds out who goes first. */
  private void rank(Ranks lines, double sum) {
    lines.forget();
    StationStep step = station.step();
    for (int i = 0; i < shares.length && sum > 0; i++) {
      Work work = all.get(i);
      double taken = shares[i] / sum * step.rate() * (1 - step.refusedShare(work.line()));
      lines.take(work.line(), taken, work.holdSeconds());
    }
    lines.look(step, station.backlog());
  }

  private double arrived() {
    double sum = 0;
    for (double share : shares) {
      sum += share;
    }
    return sum;
  }

  /** Works out what its requests come to; returns by how much their mean time has changed. */
  double compose(double speed, double slack) {
    double sum = 0;
    double seconds = 0;
    double squares = 0;
    for (int i = 0; i < shares.length; i++) {
      all.get(i).compose(speed, slack);
    }
    double arrived = ranks == null ? 0 : arrived();
    if (ranks != null) {
      rank(ranks, arrived);
    }
    for (int i = 0; i < shares.length; i++) {
      Work work = all.get(i);
      // Without any requests each kind is as likely as the others.
      double weight = Math.max(begun(i, arrived), 1e-12);
      sum += weight;
      seconds += weight * work.holdSeconds();
      squares += weight * work.holdSquare();
    }
    double before = mean;
    if (composed && sum > 0) {
      mean = seconds / sum;
      cv2 = Math.max(0, squares / sum / (mean * mean) - 1);
    }
    return Math.abs(mean - before) / mean;
  }

  /** Works out when its requests end, each kind in its line. */
  void reply(double slack) {
    Ranks lines = Objects.requireNonNull(ranks);
    for (Work work : all) {
      int line = work.line();
      work.reply(
          slack, lines.waitShare(line), lines.waitSeconds(line), mean -> lines.times(line, mean));
    }
  }

  /** Works out when its requests end, if a share of them waits, for so long on average. */
  void reply(double slack, double share, double meanWait, Work.WaitLaw law) {
    for (int i = 0; i < all.size(); i++) {
      all.get(i).reply(slack, share, meanWait, law);
    }
  }

  /** Mean seconds for which a worker is kept, as felt in the step. */
  double holdSeconds() {
    return felt;
  }

  /**
   * Works out for how long a worker is kept as far as it is felt in a step: where requests begin to
   * be kept for longer, workers run out only as fast as such requests come. The number kept goes by
   * dB/dt = begun - B/H, implicit in time.
   */
  void feel(double arriving, double workers, double seconds) {
    double begun = Math.min(arriving, kept / mean + (workers - kept) / seconds);
    felt = begun > 0 ? (kept / begun + seconds) / (1 + seconds / mean) : mean;
  }

  /** For how long a request can have been under way here at most, on average (Little's law). */
  double mostSeconds(double arriving, double waiting) {
    boolean counts = composed && service.holdsWorker();
    return counts ? (kept + waiting) / Math.max(arriving, 1e-9) : Double.POSITIVE_INFINITY;
  }

  /** So many workers are kept at a step's end. */
  void keeps(double workers) {
    kept = workers;
  }

  double holdCv2() {
    return cv2;
  }

  /** Mean seconds of those who are taken. */
  double meanSeconds() {
    double longest = 0;
    for (Work work : all) {
      longest = Math.max(longest, work.reply().mean());
    }
    return longest;
  }

  /** The cause of harm done here, by its own account: where that is a state, what hurt its calls. */
  String why(String own) {
    if (!composed || !Why.isState(own)) {
      return own;
    }
    String ailment = station.symptoms().cause();
    if (!ailment.isEmpty()) {
      return ailment;
    }
    // Workers that wait for others make a queue here.
    for (Work work : all) {
      String theirs = work.why();
      if (!Why.isState(theirs)) {
        return theirs;
      }
    }
    return own;
  }

  private Stream<CallEdge> edges() {
    return all.stream()
        .flatMap(work -> work.stages().stream())
        .flatMap(stage -> stage.edges().stream());
  }

  /** Lets a step pass for the caches. */
  void commit(double begin, double seconds) {
    for (FlowCache cache : caches.values()) {
      double asked = 0;
      double answered = 0;
      for (CallEdge edge : edges().filter(edge -> edge.cache() == cache).toList()) {
        asked += edge.begun();
        answered += edge.begun() * Attempts.course(edge.asked(), false).good();
      }
      cache.pass(begin, seconds, asked * seconds, asked > 0 ? answered / asked : 0);
    }
  }
}

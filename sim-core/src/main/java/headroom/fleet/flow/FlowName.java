package headroom.fleet.flow;

import headroom.fleet.instances.Instance;
import headroom.fleet.routing.HourlyTraffic;
import headroom.fleet.routing.NameReport;
import headroom.fleet.routing.PlaceChecks;
import headroom.kernel.Simulation;
import headroom.policy.routing.HealthCheck;
import headroom.random.Stream;
import headroom.results.EventLog;
import headroom.results.Recorder;
import headroom.results.Window;
import headroom.spec.DnsName;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A name as rates: what its servers have answered and since when, and which share of requests goes by
 * which of those answers.
 */
final class FlowName {

  // A bound of what is kept: beyond it the two oldest answers become one.
  private static final int MOST = 512;

  private final DnsName rule;
  private final AnswerAges ages;
  private final Recorder recorder;
  private final Window window;
  private final List<FlowPlace> places = new ArrayList<>();
  private final List<Origin> askers = new ArrayList<>();
  private final List<NameVersion> versions = new ArrayList<>();
  private final Set<Instance> strangers = new LinkedHashSet<>();
  private final double[] hourly;
  private double queries;
  private double stale;
  private double astray;
  // Of the step at hand.
  private long from = -1;
  private long to = -1;
  private double asks;
  private NameVersion mixture = NameVersion.none(0);

  FlowName(DnsName rule, Recorder recorder, Window window) {
    this.rule = rule;
    this.ages = new AnswerAges(rule);
    this.recorder = recorder;
    this.window = window;
    this.hourly = new double[Math.toIntExact(window.toNanos() / HourlyTraffic.HOUR) + 1];
  }

  List<FlowPlace> places() {
    return places;
  }

  /** Adds what it points to. */
  void pointTo(FlowPlace place) {
    places.add(place);
  }

  /** Requests of an origin look it up. */
  void isAskedBy(Origin origin) {
    askers.add(origin);
  }

  /** Everything it points to is there: resolvers know it, and checks begin. */
  void start(Simulation simulation, Stream phases) {
    if (places.isEmpty()) {
      return;
    }
    versions.clear();
    versions.add(current(Double.NEGATIVE_INFINITY));
    versions.get(0).recount(this::isUp, strangers);
    rule.healthCheck().ifPresent(check -> check(check, simulation, phases));
  }

  private void check(HealthCheck check, Simulation simulation, Stream phases) {
    for (int i = 0; i < places.size(); i++) {
      FlowPlace place = places.get(i);
      if (place.door().rule() != null) {
        PlaceChecks.Found found = (well, now) -> changes(now, () -> found(place, well, now));
        new PlaceChecks(check, simulation, place.door()::hasHealthyTarget, found)
            .start(phases.at(i));
      }
    }
  }

  private void found(FlowPlace place, boolean well, long now) {
    place.healthy = well;
    recorder.happened(
        now,
        well ? EventLog.Kind.HEALTHY : EventLog.Kind.UNHEALTHY,
        "dns." + rule.name(),
        rule.pointsTo().get(places.indexOf(place)) + (well ? " answers" : " does not answer"),
        well ? "" : place.door().station().group().why(null));
  }

  /** Something of the record, or of who answers at its addresses, changes. */
  void changes(long now, Runnable change) {
    places.get(0).door().station().part().advance(now);
    change.run();
    NameVersion next = current(now / 1e9);
    if (!versions.isEmpty() && !versions.get(versions.size() - 1).isLike(next)) {
      versions.add(next);
      if (versions.size() > MOST) {
        versions.get(1).begins(versions.get(0).begin());
        versions.remove(0);
      }
    }
    versions.forEach(version -> version.recount(this::isUp, strangers));
    from = -1;
  }

  /** An address of an instance that is gone belongs to somebody else. */
  void isStrangers(Instance instance, long now) {
    if (versions.stream().anyMatch(version -> version.names(instance))) {
      changes(now, () -> strangers.add(instance));
    }
  }

  private boolean isUp(Instance instance) {
    return places.stream()
        .anyMatch(place -> place.door() instanceof NamedDoor door && door.isUp(instance));
  }

  /** The answer that its servers give now. */
  private NameVersion current(double begin) {
    int count = places.size();
    boolean[] healthy = new boolean[count];
    double[] shares = new double[count];
    List<List<Instance>> addresses = new ArrayList<>();
    boolean any = places.stream().anyMatch(FlowPlace::isAnswered);
    double sum = 0;
    for (int i = 0; i < count; i++) {
      FlowPlace place = places.get(i);
      healthy[i] = place.isAnswered();
      addresses.add(place.addresses());
      shares[i] = healthy[i] || !any ? place.size() : 0;
      sum += shares[i];
    }
    if (!rule.routing().answersAll()) {
      shares = rule.routing().shares(healthy);
    } else if (sum == 0) {
      shares[0] = 1;
    } else {
      for (int i = 0; i < count; i++) {
        shares[i] /= sum;
      }
    }
    return new NameVersion(begin, shares, addresses, places);
  }

  /** Finds out by which answers requests between two moments go. */
  private void look(long begin, long end) {
    if (begin == from && end == to) {
      return;
    }
    from = begin;
    to = end;
    double seconds = (end - begin) / 1e9;
    double firsts = 0;
    for (Origin asker : askers) {
      firsts += asker.firsts(begin, end);
    }
    double perResolver = firsts / seconds / rule.resolvers().count();
    asks = ages.asks(perResolver);
    mixture = NameVersion.none(places.size());
    double since = 1;
    for (int v = 0; v < versions.size(); v++) {
      double later = v + 1 == versions.size()
          ? 0
          : ages.since(versions.get(v + 1).begin(), begin / 1e9, end / 1e9, perResolver);
      mixture.add(versions.get(v), Math.max(0, since - later));
      since = later;
    }
    forget(begin / 1e9);
    for (int i = 0; i < places.size(); i++) {
      if (places.get(i).door() instanceof NamedDoor door) {
        double share = Math.max(1e-300, mixture.share(i));
        door.leads(mixture.silent(i) / share, mixture.unnamed(i) / share, whyGone(i));
      }
    }
  }

  private String whyGone(int place) {
    NameVersion last = versions.get(versions.size() - 1);
    return versions.stream()
        .filter(version -> version.stale(place) > 0)
        .findFirst()
        .orElse(last)
        .whyGone(place, this::isUp);
  }

  private void forget(double now) {
    while (versions.size() > 1 && ages.isForgotten(now - versions.get(1).begin())) {
      versions.remove(0);
      strangers.removeIf(gone -> versions.stream().noneMatch(version -> version.names(gone)));
    }
  }

  /** The share of requests between two moments that is led to a place. */
  double share(int place, long begin, long end) {
    look(begin, end);
    return mixture.share(place);
  }

  /** When shares have to be looked at again. */
  long nextLook(long at) {
    if (versions.size() < 2) {
      return Long.MAX_VALUE;
    }
    double last = versions.get(versions.size() - 1).begin();
    return at + Math.max(1, (long) (ages.step(at / 1e9 - last) * 1e9));
  }

  /** So many requests of the step at hand were led to a place. */
  void led(int place, double requests) {
    if (from >= window.fromNanos() && mixture.share(place) > 0) {
      double each = requests / mixture.share(place);
      hourly[(int) (from / HourlyTraffic.HOUR)] += requests * asks;
      queries += requests * asks;
      stale += each * mixture.stale(place);
      astray += each * mixture.strangers(place);
    }
  }

  boolean hasHealthyTarget() {
    return places.stream().anyMatch(place -> place.door().hasHealthyTarget());
  }

  NameReport report() {
    return new NameReport(rule, queries, hourly.clone(), stale, astray);
  }
}

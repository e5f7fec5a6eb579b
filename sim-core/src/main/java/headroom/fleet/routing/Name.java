package headroom.fleet.routing;

import headroom.fleet.targets.ServerGroup;
import headroom.fleet.traffic.Attempt;
import headroom.fleet.traffic.Destination;
import headroom.fleet.traffic.Kinds;
import headroom.kernel.Simulation;
import headroom.random.Chance;
import headroom.random.Stream;
import headroom.results.EventLog;
import headroom.results.How;
import headroom.results.Recorder;
import headroom.results.ResourceUsage;
import headroom.results.Usage;
import headroom.spec.DnsName;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongPredicate;

/** A name at work: its record, the checks of what it points to, and the caches of the resolvers. */
public final class Name implements Destination {

  private static final int CHOICE_OF_ADDRESS = 16;

  private final DnsName rule;
  private final Network network;
  private final Simulation simulation;
  private final Chance chance;
  private final Recorder recorder;
  private final Kinds kinds;
  private final Caches caches;
  private final NameCounts counts;
  private final List<Place> places = new ArrayList<>();
  private final List<NamedGroup> groups = new ArrayList<>();
  private final long countsFrom;
  private final long endNanos;
  private Answer all = Answer.EMPTY;
  private Answer[] each = {};
  private boolean[] healthy = {};

  /** A name that points nowhere yet. */
  public Name(
      DnsName rule,
      Network network,
      Simulation simulation,
      Chance chance,
      Recorder recorder,
      Kinds kinds,
      long countsFrom,
      long endNanos) {
    this.rule = rule;
    this.network = network;
    this.simulation = simulation;
    this.chance = chance;
    this.recorder = recorder;
    this.kinds = kinds;
    this.counts = new NameCounts(countsFrom, endNanos);
    this.caches = new Caches(rule, chance);
    this.countsFrom = countsFrom;
    this.endNanos = endNanos;
  }

  /** Adds a balancer that it points to, which has one address for ever. */
  public void pointTo(Balancer balancer) {
    Place place = new Place(balancer, kinds.numbersAt(balancer));
    place.told().add(new Address() {
      @Override
      public void send(Attempt request, long now) {
        balancer.accept(request, now);
      }

      @Override
      public boolean isSilent() {
        return false;
      }
    });
    places.add(place);
  }

  /** Adds a group that it points to; to be told before the group has instances. */
  public void pointTo(ServerGroup group) {
    Stream phases = chance.of(rule.name(), "health-check").of(group.instances().name());
    NamedGroup door = new NamedGroup(rule, group, network, simulation, phases, counts, countsFrom, endNanos);
    Place place = new Place(door, kinds.numbersAt(door));
    door.listen(new NamedGroup.Listener() {
      @Override
      public void add(Address address, long now) {
        place.told().add(address);
        review();
      }

      @Override
      public void remove(Address address, long now) {
        place.told().remove(address);
        review();
      }
    });
    groups.add(door);
    places.add(place);
  }

  /** Everything it points to is there: resolvers know it, and checks begin. */
  public void start() {
    review();
    caches.fill(this::answer);
    rule.healthCheck().ifPresent(check -> {
      Stream phase = chance.of(rule.name(), "health-check");
      for (int i = 0; i < places.size(); i++) {
        Place place = places.get(i);
        if (place.door() instanceof Balancer) {
          new PlaceChecks(
                  check,
                  simulation,
                  place.door()::hasHealthyTarget,
                  (well, now) -> found(place, well, now))
              .start(phase.at(i));
        }
      }
    });
  }

  private void found(Place place, boolean well, long now) {
    place.healthy = well;
    review();
    recorder.happened(
        now,
        well ? EventLog.Kind.HEALTHY : EventLog.Kind.UNHEALTHY,
        "dns." + rule.name(),
        rule.pointsTo().get(places.indexOf(place)) + (well ? " answers" : " does not answer"),
        well ? "" : place.door().whyNone());
  }

  /** The record has changed: makes the answers that are given from now on. */
  private void review() {
    int count = places.size();
    healthy = new boolean[count];
    each = new Answer[count];
    List<Answer> parts = new ArrayList<>();
    boolean any = places.stream().anyMatch(Place::isAnswered);
    for (int i = 0; i < count; i++) {
      Place place = places.get(i);
      healthy[i] = place.isAnswered();
      each[i] = Answer.of(place);
      if (healthy[i] || !any) {
        parts.add(each[i]);
      }
    }
    all = Answer.together(parts);
  }

  private Answer answer(double luck) {
    return rule.routing().answersAll() ? all : each[rule.routing().choose(healthy, luck)];
  }

  public DnsName rule() {
    return rule;
  }

  /** What has been counted of it. */
  public NameReport report() {
    return new NameReport(
        rule, (double) counts.queries(), counts.hourly(), (double) counts.stale, (double)
            counts.strangers);
  }

  /** What its groups sent to the internet. */
  public List<Usage.TransferUsage> transfers() {
    return groups.stream().map(NamedGroup::transfer).toList();
  }

  /** What came to the instances of its groups, and of it what crossed zones. */
  public List<ResourceUsage> besides() {
    return groups.stream().flatMap(group -> group.besides().stream()).toList();
  }

  @Override
  public void accept(Attempt attempt, long now) {
    int resolver = caches.of(attempt.sender());
    if (caches.isFresh(resolver, now)) {
      resolved(attempt, now);
      return;
    }
    counts.query(now);
    long known = now + caches.lookupNanos(resolver, now);
    caches.keep(resolver, this::answer, known, now);
    if (known > now) {
      attempt.waitFor(this::resolved, known);
    } else {
      resolved(attempt, now);
    }
  }

  private void resolved(Attempt attempt, long now) {
    attempt.isResolved(now);
    Answer answer = caches.answer(caches.of(attempt.sender()));
    if (answer.size() == 0) {
      attempt.fail(How.DNS, whyNone(), now);
      return;
    }
    int first = (int) (attempt.luck(CHOICE_OF_ADDRESS) * answer.size());
    send(attempt, answer, first, 0, now);
  }

  private void send(Attempt attempt, Answer answer, int first, int number, long now) {
    int index = (first + number) % answer.size();
    Address address = answer.address(index);
    attempt.classBy(answer.classNumbers(index));
    boolean goesOn = rule.tryNext().isPresent() && number + 1 < answer.size();
    if (goesOn && address.isSilent()) {
      long until = now + rule.tryNext().orElseThrow().toNanos();
      attempt.waitFor((late, at) -> next(late, answer, first, number + 1, at), until);
    }
    address.send(attempt, now);
  }

  private void next(Attempt attempt, Answer answer, int first, int number, long now) {
    attempt.leaves(now);
    send(attempt, answer, first, number, now);
  }

  @Override
  public void resume(Attempt attempt, long now) {
    throw new IllegalStateException("rates do not look up names");
  }

  @Override
  public int classNumber(String requestClass) {
    return places.get(0).door().classNumber(requestClass);
  }

  @Override
  public void pressedBy(String cause, LongPredicate active) {
    places.forEach(place -> place.door().pressedBy(cause, active));
  }

  /** The least of its balancers' when it points to nothing else. */
  @Override
  public long answersWithinNanos() {
    return places.stream()
        .mapToLong(place -> place.door().answersWithinNanos())
        .max()
        .orElse(Long.MAX_VALUE);
  }

  @Override
  public boolean hasHealthyTarget() {
    return places.stream().anyMatch(place -> place.door().hasHealthyTarget());
  }

  @Override
  public String whyNone() {
    return places.get(0).door().whyNone();
  }
}

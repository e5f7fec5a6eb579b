package headroom.fleet.flow;

import headroom.fleet.instances.Instance;
import headroom.fleet.instances.InstanceListener;
import headroom.fleet.targets.ServerGroup;
import headroom.random.Stream;
import headroom.spec.LoadBalancer;
import headroom.workload.Service;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the instances of one group do for requests, as rates.
 *
 * <p>While it keeps up its number waiting relaxes toward the balance of its load: dX/dt = arrivals
 * taken - served(X), where served(X) is the throughput whose balance has X waiting (the pointwise
 * stationary fluid flow approximation; Wang, Tipper and Banerjee 1996). When it does not, or stands
 * still, what waits is a {@link FluidQueue}.
 */
final class FlowStation {

  private final ServerGroup group;
  private final Service service;
  private final ServiceTime time;
  private final StationWork work;
  private final Room room;
  private final List<FlowClient> clients = new ArrayList<>();
  private final StationLaws laws;
  private final Backlog backlog;
  private final List<FlowDoor> doors = new ArrayList<>();
  private final List<FlowStation> callees = new ArrayList<>();
  private final @Nullable FlowAiling ailing;
  private FlowPart part;
  private double changed;
  private double worth = 1;
  private int slots;
  private boolean beginsSlowly;

  private final UserSlope users = new UserSlope();
  private final StationMeter meter;
  private final int number;
  private final String zone;
  private final StationStep step;
  private final FlowSurge surge;

  FlowStation(ServerGroup group, FlowPart part, Stream luck, boolean mayAil) {
    this(group, part, new StationMeter(group, luck), 0, "", mayAil);
  }

  /**
   * Instances of a group.
   *
   * @param meter what all its stations tell
   * @param number which of them this is
   * @param zone the zone of its instances; empty for all zones
   */
  FlowStation(
      ServerGroup group,
      FlowPart part,
      StationMeter meter,
      int number,
      String zone,
      boolean mayAil) {
    this.group = group;
    this.number = number;
    this.zone = zone;
    this.part = part;
    this.service = group.service();
    this.time = new ServiceTime(service.time());
    this.work = new StationWork(this, service, time, mayAil);
    this.room = Room.of(service);
    this.backlog = new Backlog(new BacklogFate(this, time), service, work.ranks());
    this.meter = meter;
    this.laws = new StationLaws(service, room, work.isComposed() ? null : time);
    this.step = new StationStep(service, room, time, work, laws, backlog);
    this.surge = new FlowSurge(step, laws, backlog, meter, service.queue());
    this.ailing = mayAil ? new FlowAiling(this) : null;
  }

  String name() {
    return group.instances().name();
  }

  ServerGroup group() {
    return group;
  }

  /** Whether an instance is one of its own. */
  boolean has(Instance instance) {
    return zone.isEmpty() || instance.zoneName().equals(zone);
  }

  /** Lets somebody hear of its instances. */
  void listen(InstanceListener listener) {
    group.instances().listen(zone.isEmpty() ? listener : new InZone(zone, listener));
  }

  /** The share of its instances in each zone that has some. */
  SortedMap<String, Double> zones() {
    return zone.isEmpty() ? meter.zones() : new TreeMap<>(Collections.singletonMap(zone, 1.0));
  }

  FlowPart part() {
    return part;
  }

  void joins(FlowPart other) {
    part = other;
  }

  List<FlowClient> clients() {
    return clients;
  }

  /** Whom it calls. */
  List<FlowStation> callees() {
    return callees;
  }

  List<FlowDoor> doors() {
    return doors;
  }

  void add(FlowDoor door) {
    doors.add(door);
    beginsSlowly |= door.beginsSlowly();
    step.pools(step.isPooled() || door.isPooling());
    LoadBalancer rule = door.rule();
    surge.isKeptBy(rule);
    step.pools(step.isPooled() || surge.sharesWaits());
    laws.choosesOfTwo(door.choosesOfTwo());
    laws.splitByChance(rule != null && rule.routing().isByChance());
  }

  /** Adds a client; its slots come after those of the clients before. */
  void add(FlowClient client) {
    clients.add(client);
    users.add(client);
    work.asks(client);
    backlog.isAwaited(client.timeoutSeconds());
    laws.areAwaited(client.timeoutSeconds());
    slots += client.attempts();
  }

  int slots() {
    return slots;
  }

  /** How irregular arrivals are: the squared coefficient of variation of their gaps. */
  void arrivals(double cv2) {
    laws.arrivals(cv2, step.isPooled());
    step.pools(step.isPooled());
  }

  BalanceLaw law(int number) {
    return laws.get(number);
  }

  /** What its requests are to it. */
  StationWork work() {
    return work;
  }

  /** What requests of one kind are to it. */
  Work work(String kind) {
    return work.of(kind);
  }

  /** The step that it is in. */
  StationStep step() {
    return step;
  }

  /** How it stands just now. */
  Standing standing() {
    return step.standing();
  }

  double speed() {
    return step.speed();
  }

  /** Changes how fast every instance works, as a share of the usual. */
  void setSpeed(double share, long now) {
    part.advance(now);
    step.setSpeed(share);
    worth = group.worthOf(1);
  }

  /** Hears that a door's healthy targets are about to change in number. */
  void changes(long now, int healthy, int by) {
    changed += (double) Math.abs(by) / Math.max(1, healthy);
    part.changes(now, healthy, changed, step);
  }

  /** Begins a step with so many instances at work. */
  void begin(double instances, double beginSeconds, double lengthSeconds) {
    changed = 0;
    if (ailing != null) {
      ailing.look((long) ((beginSeconds + lengthSeconds / 2) * 1e9), lengthSeconds);
    }
    users.tell(step, laws);
    // What waits, waits before workers: an instance with twice as many is two.
    step.begin(instances * worth, beginSeconds, lengthSeconds);
  }

  /** Who of its instances serves badly; null where none ever does. */
  @Nullable
  FlowAiling ailing() {
    return ailing;
  }

  /** When what its requests find is to be looked at again. */
  long nextLook(long at) {
    long next = ailing == null ? Long.MAX_VALUE : ailing.nextLook(at);
    if (beginsSlowly) {
      for (FlowDoor door : doors) {
        next = Math.min(next, door.nextLook(at));
      }
    }
    return next;
  }

  /** How often that has changed which its requests find. */
  int symptomChanges() {
    return ailing == null ? 0 : ailing.changes();
  }

  /** What its requests find that is not as usual. */
  Symptoms symptoms() {
    return ailing == null ? Symptoms.NONE : ailing.symptoms();
  }

  /** How one of its instances serves. */
  Symptoms.Kind kindOf(Instance instance, long now) {
    return ailing == null ? Symptoms.Kind.USUAL : ailing.of(instance, now);
  }

  /** Instances at work in the step, each as many as it is worth by its workers. */
  double instances() {
    return step.instances();
  }

  /** Finds out what comes of so many attempts a second that reach its working instances. */
  void solve(double attemptsPerSecond) {
    step.solve(attemptsPerSecond);
  }

  /** Makes the calls that the requests of the step need whose work begins. */
  void callOthers() {
    work.begin(step.begun());
  }

  /** Works out what its requests come to; returns by how much their mean time has changed. */
  double compose(double slack) {
    if (!work.isAsked()) {
      return 0;
    }
    double change = work.compose(step.speed(), slack);
    if (work.isRanked()) {
      work.reply(slack);
    } else if (!step.isFluid()) {
      Standing standing = step.standing();
      double share = step.instances() <= 0 ? 0 : standing.delayedShare();
      work.reply(slack, share, standing.secondsOfThoseWho(share), standing::waits);
    } else {
      work.reply(slack, 1, step.backlogWait() + step.besidesSeconds(), Times::constant);
    }
    return change;
  }

  /** How those end of a client that it does not take. */
  Outcome refusal(FlowClient client) {
    return work.refusal(client.kind(), room);
  }

  Backlog backlog() {
    return backlog;
  }

  /** Takes the step; what its clients sent waits in the backlog when there is one. */
  void commit() {
    if (step.isFluid()) {
      flow();
    } else {
      step.settle();
      double served = step.taken() * (1 - step.droppedShare()) * step.seconds();
      meter.worked(step.busyWorkers() * step.seconds(), served);
      for (FlowClient client : clients) {
        meter.inVain(client.total() * Hedging.inVain(client));
      }
      double wait = served * work.meanWait(step.standing());
      // Where all share nobody waits: they are all served.
      double sharing = service.sharing() ? 0 : surge.partAtTargets();
      meter.waited(sharing * step.queued() * step.seconds(), sharing * wait, served);
      surge.commit();
      backlog.isGone();
    }
    work.keeps(step.busyWorkers());
    if (ailing != null) {
      ailing.commit();
    }
    work.commit(step.beginSeconds(), step.seconds());
    step.tell(number, meter);
  }

  double gapCv2() {
    return laws.gapCv2();
  }

  /** Lets the backlog grow and shrink for a step. */
  private void flow() {
    // It was counted as finished when it came.
    meter.worked(0, -backlog.inherits(step, slots));
    double before = backlog.content();
    double served = backlog.flow(clients, slots, step);
    if (backlog.since() == Long.MAX_VALUE) {
      step.setQueued(0);
    }
    double mean = (before + backlog.content()) / 2;
    meter.waited(mean * surge.partAtTargets() * step.seconds(), 0, 0);
    surge.commit();
    meter.worked(backlog.busySeconds(step, served), served + step.full().look());
  }

  /** A share of all that is under way is lost with an instance. */
  void loses(double share, String cause, long now) {
    if (!part.isSuspended()) {
      StationLoss.of(this, share, cause, now);
    }
  }

  /** The failure, or the state, that harm done here is put down to. */
  String why() {
    return work.why(group.whySince(backlog.since()));
  }

  /** How long an instance is waited for that takes no more. */
  long drainNanos() {
    double whole = step.drainSeconds(service.holdsWorker());
    return (long) (Draining.seconds(step.underWay(), whole, clients) * 1e9);
  }

  /** Goes on from where another of the same group is. */
  void copyFrom(FlowStation other) {
    step.setSpeed(other.speed());
    worth = other.worth;
    step.setQueued(other.step.queued());
    step.setFluid(other.step.isFluid());
    step.full().copyFrom(other.step.full());
    backlog.copyFrom(other.backlog);
  }

  double waitingTold() {
    return step.isFluid() ? 0 : step.queued();
  }

  /** Goes on with so many waiting, which are told by somebody else. */
  void resume(double waitingNow) {
    backlog.isGone();
    step.resume(waitingNow);
  }

  ServiceTime time() {
    return time;
  }

  Service service() {
    return service;
  }

  /** The balance of so many instances. */
  BalanceLaw lawOf(double instances) {
    return laws.of(instances, step.speed());
  }

  boolean isPooled() {
    return step.isPooled();
  }

  StationMeter meter() {
    return meter;
  }

  /** What waits before it. */
  FlowSurge surge() {
    return surge;
  }

  /** Requests waiting at its instances. */
  double waiting() {
    double all = backlog.content() > 0 ? backlog.content() : step.queued();
    return all * surge.partAtTargets();
  }
}

package headroom.fleet.flow;

import headroom.fleet.targets.ServerGroup;
import headroom.random.Stream;
import headroom.workload.Service;
import java.util.ArrayList;
import java.util.List;

/**
 * What the instances of one group do for requests, as rates.
 *
 * <p>While it keeps up its number waiting relaxes toward the balance of its load: dX/dt = arrivals
 * taken - served(X), where served(X) is the throughput whose balance has X waiting (the pointwise
 * stationary fluid flow approximation; Wang, Tipper and Banerjee 1996). When it does not, or stands
 * still, what waits is a {@link FluidQueue}.
 */
final class FlowStation {

  // Fewer waiting places than this never make a backlog worth the name.
  private static final int FEW_PLACES = 20;
  private static final double RELAXED_FROM = 0.97;

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
  private FlowPart part;
  private boolean pooled;
  private int slots;

  private double speed = 1;

  // The step at hand, then the last one.
  private double servers;
  private double capacity;
  private double rate;
  private boolean fluid;
  private double refusedShare;
  private double queued;
  private double begin;
  private double seconds;
  private final StationMeter meter;
  private final Standing standing;

  FlowStation(ServerGroup group, FlowPart part, Stream luck) {
    this.group = group;
    this.part = part;
    this.service = group.service();
    this.time = new ServiceTime(service.time());
    this.work = new StationWork(this, service, time);
    this.room = Room.of(service);
    this.backlog = new Backlog(new BacklogFate(this, time));
    this.meter = new StationMeter(service, luck);
    this.laws = new StationLaws(room, work.isComposed() ? null : time);
    this.standing = new Standing(laws.of(1, speed));
  }

  String name() {
    return group.instances().name();
  }

  ServerGroup group() {
    return group;
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
    pooled |= door.isPooling();
  }

  /** Adds a client; its slots come after those of the clients before. */
  void add(FlowClient client) {
    clients.add(client);
    work.asks(client);
    backlog.isAwaited(client.timeoutSeconds());
    slots += client.attempts();
  }

  int slots() {
    return slots;
  }

  /** How irregular arrivals are: the squared coefficient of variation of their gaps. */
  void arrivals(double cv2) {
    laws.arrivals(cv2, pooled);
    standing.holds(laws.of(1, speed));
  }

  QueueLaw law(int number) {
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

  /** How it stands just now. */
  Standing standing() {
    return standing;
  }

  double speed() {
    return speed;
  }

  /** Changes how fast every instance works, as a share of the usual. */
  void setSpeed(double share, long now) {
    part.advance(now);
    speed = share;
  }

  /** Begins a step with so many instances at work. */
  void begin(double instances, double beginSeconds, double lengthSeconds) {
    servers = instances;
    begin = beginSeconds;
    seconds = lengthSeconds;
    capacity = instances * room.workers() * speed / time.mean();
    if (instances > 0 && speed > 0 && !work.isComposed()) {
      standing.holds(laws.of(instances, speed));
    }
  }

  /** Takes law and capacity from what a worker is kept for just now. */
  private void stand() {
    work.feel(rate, servers * room.workers(), seconds);
    capacity = speed == 0 ? 0 : servers * room.workers() / work.holdSeconds();
    if (capacity > 0) {
      standing.holds(laws.ofUnits(servers, work.holdCv2()), work.holdSeconds());
    }
  }

  /** Instances at work in the step. */
  double instances() {
    return servers;
  }

  /** Finds out what comes of so many attempts a second that reach its working instances. */
  void solve(double attemptsPerSecond) {
    rate = attemptsPerSecond;
    if (work.isComposed()) {
      stand();
    }
    fluid = servers > 0
        && (backlog.content() > 0
            || speed == 0
            || (rate > capacity && room.places() >= FEW_PLACES));
    if (servers <= 0) {
      refusedShare = 0;
      standing.setLoad(0);
    } else if (fluid) {
      double held = speed == 0 ? room.workers() : 0;
      double left = (room.places() + held) * servers - backlog.content() + capacity * seconds;
      refusedShare = Math.max(0, 1 - Math.max(0, left) / Math.max(rate * seconds, 1e-300));
      standing.setLoad(Math.min(RELAXED_FROM, capacity > 0 ? rate / capacity : RELAXED_FROM));
    } else {
      double units = pooled ? 1 : servers;
      standing.setLoad(Relaxation.load(
          standing.law(), queued / units, capacity / units * seconds, rate / capacity));
      refusedShare = standing.refusedShare();
    }
  }

  /** Makes the calls that the requests of the step need whose work begins. */
  void callOthers() {
    double taken = rate * (1 - refusedShare);
    work.begin(
        servers <= 0 ? 0 : fluid ? Math.min(capacity, taken + backlog.content() / seconds) : taken);
  }

  /** Works out what its requests come to; returns by how much their mean time has changed. */
  double compose(double slack) {
    if (!work.isAsked()) {
      return 0;
    }
    double change = work.compose(speed, slack);
    if (!fluid) {
      double share = servers <= 0 ? 0 : standing.waitShare();
      work.reply(slack, share, standing.secondsOfThoseWho(share), standing::waits);
      return change;
    }
    double wait = backlog.waitSeconds(rate * (1 - refusedShare), capacity, begin, seconds);
    work.reply(slack, 1, wait, Times::constant);
    return change;
  }

  /** True when what it takes waits in a backlog. */
  boolean isFluid() {
    return fluid;
  }

  boolean isNearItsLimit() {
    return fluid || standing.load() > RELAXED_FROM;
  }

  /** How those end that it does not take. */
  Outcome refusal() {
    return room.beyond();
  }

  double refusedShare() {
    return refusedShare;
  }

  Backlog backlog() {
    return backlog;
  }

  /** The wait of whoever comes now, at the usual speed, in seconds. */
  double expectedWait() {
    double each = work.isComposed() ? work.holdSeconds() : time.mean();
    double usual = Math.max(servers, 1) * room.workers() / each;
    return fluid ? backlog.content() / usual : standing.waitSeconds();
  }

  double longestWait() {
    return capacity > 0 ? room.places() * servers / capacity : Double.POSITIVE_INFINITY;
  }

  /** Requests under way at one working instance. */
  double underWay() {
    double waiting = fluid ? backlog.content() : standing.queue() * (pooled ? 1 : servers);
    return (waiting + busyWorkers()) / Math.max(1, servers);
  }

  /** Attempts being served, which are told already; those waiting in balance are, too. */
  double busyWorkers() {
    double all = servers * room.workers();
    if (fluid) {
      return backlog.content() > 0 || rate > capacity
          ? all
          : capacity > 0 ? all * rate / capacity : 0;
    }
    return all * Math.min(1, standing.load() * (1 - refusedShare));
  }

  /** Takes the step; what its clients sent waits in the backlog when there is one. */
  void commit() {
    if (fluid) {
      flow();
    } else {
      queued = standing.queue() * (pooled ? 1 : servers);
      double served = rate * seconds * (1 - refusedShare);
      meter.worked(busyWorkers() * seconds, served);
      for (FlowClient client : clients) {
        meter.inVain(client.total() * client.ends().share(Outcome.LATE));
      }
      meter.waited(queued * seconds, served * standing.waitSeconds(), served);
      backlog.isGone();
    }
    work.keeps(busyWorkers());
    work.commit(begin, seconds);
    randomness();
  }

  private double servingSeconds() {
    return work.isComposed() ? work.holdSeconds() : time.mean() / Math.max(speed, 1e-9);
  }

  /** What it takes to say how many wait at one moment. */
  QueueChance.Moment moment() {
    double queues = pooled ? 1 : servers;
    double cv2s = laws.gapCv2() + work.holdCv2();
    double workers = room.workers() * servers / queues;
    double relax = QueueChance.relaxSeconds(servingSeconds(), cv2s, standing.load(), workers);
    return QueueChance.Moment.of(standing, queues, queued / queues, relax);
  }

  double gapCv2() {
    return laws.gapCv2();
  }

  private void randomness() {
    double serving = servingSeconds();
    double cv2 = work.holdCv2();
    double each = serving * serving * (laws.gapCv2() + cv2);
    boolean random = capacity > 0 && !isNearItsLimit();
    double taken = rate * (1 - refusedShare);
    meter.isRandom(random ? taken * each : 0, serving * (1 + cv2));
  }

  /** Lets the backlog grow and shrink for a step. */
  private void flow() {
    double before = backlog.content();
    double served = backlog.flow(clients, slots, capacity, begin, seconds);
    if (backlog.since() == Long.MAX_VALUE) {
      queued = 0;
    }
    meter.waited((before + backlog.content()) / 2 * seconds, 0, 0);
    double workers = servers * room.workers() * seconds;
    meter.worked(backlog.busySeconds(workers, speed, capacity, served, seconds), served);
  }

  /** A share of all that is under way is lost with an instance. */
  void loses(double share, String cause, long now) {
    if (part.isSuspended()) {
      return;
    }
    if (backlog.content() > 0) {
      backlog.lose(share, cause, now / 1e9);
    } else {
      double most = work.mostSeconds(rate, queued);
      for (FlowClient client : clients) {
        client.loses(share, Math.min(most, client.answers().meanSeconds(this)), cause, now);
      }
    }
    queued *= 1 - share;
  }

  /** The failure, or the state, that harm done here is put down to. */
  String why() {
    return work.why(group.whySince(backlog.since()));
  }

  /** How long the requests of an instance that takes no more are expected to need. */
  long drainNanos() {
    double there = underWay();
    double atWork = Math.min(there, room.workers());
    // Who waits is served one after the other; then the last ones are.
    double turns = (there - atWork) / room.workers() + Waiting.longest(atWork);
    double least = service.holdsWorker() ? 0 : Math.min(1, there) * work.meanSeconds();
    return (long) (Math.min(1e9, Math.max(least, servingSeconds() * turns)) * 1e9);
  }

  /** Goes on from where another of the same group is. */
  void copyFrom(FlowStation other) {
    speed = other.speed;
    queued = other.queued;
    fluid = other.fluid;
    backlog.copyFrom(other.backlog);
  }

  double waitingTold() {
    return fluid ? 0 : queued;
  }

  /** Goes on with so many waiting, which are told by somebody else. */
  void resume(double waitingNow) {
    queued = waitingNow;
    backlog.isGone();
    fluid = backlog.content() > 0;
  }

  ServiceTime time() {
    return time;
  }

  Service service() {
    return service;
  }

  /** The balance of so many instances. */
  QueueLaw lawOf(double instances) {
    return laws.of(instances, speed);
  }

  boolean isPooled() {
    return pooled;
  }

  StationMeter meter() {
    return meter;
  }

  double waiting() {
    return backlog.content() > 0 ? backlog.content() : queued;
  }
}

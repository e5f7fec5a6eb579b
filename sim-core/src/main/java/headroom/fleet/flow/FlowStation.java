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
  private static final double MOST_LOAD = 10;
  private static final double SETTLED = 1e-4;
  private static final double RELAXED_FROM = 0.97;

  private final ServerGroup group;
  private final Service service;
  private final ServiceTime time;
  private final double places;
  private final List<FlowClient> clients = new ArrayList<>();
  private final StationLaws laws;
  private final FluidQueue backlog = new FluidQueue();
  private final BacklogFate fate;
  private final List<FlowDoor> doors = new ArrayList<>();
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
  private long fluidSince = Long.MAX_VALUE;
  private double begin;
  private double seconds;

  private final StationMeter meter;
  private final Standing standing;

  FlowStation(ServerGroup group, FlowPart part, Stream luck) {
    this.group = group;
    this.part = part;
    this.service = group.service();
    this.time = new ServiceTime(service.time());
    this.places = service.queue();
    this.fate = new BacklogFate(this, time);
    this.meter = new StationMeter(service, luck);
    this.laws = new StationLaws(service, time);
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
    capacity = instances * service.workers() * speed / time.mean();
    if (instances > 0 && speed > 0) {
      standing.holds(laws.of(instances, speed));
    }
  }

  /** Finds out what comes of so many attempts a second that reach its working instances. */
  void solve(double attemptsPerSecond) {
    rate = attemptsPerSecond;
    fluid = servers > 0
        && (backlog.content() > 0 || speed == 0 || (rate > capacity && places >= FEW_PLACES));
    if (servers <= 0) {
      refusedShare = 0;
      standing.setLoad(0);
    } else if (fluid) {
      double held = speed == 0 ? service.workers() : 0;
      double room = (places + held) * servers - backlog.content() + capacity * seconds;
      refusedShare = Math.max(0, 1 - Math.max(0, room) / Math.max(rate * seconds, 1e-300));
      standing.setLoad(Math.min(RELAXED_FROM, capacity > 0 ? rate / capacity : RELAXED_FROM));
    } else {
      standing.setLoad(balance(rate / capacity));
      refusedShare = standing.refusedShare();
    }
  }

  /** The load whose balance the station is nearest to at the step's end. */
  private double balance(double offered) {
    QueueLaw law = standing.law();
    double units = pooled ? 1 : servers;
    double waiting = queued / units;
    double served = capacity / units * seconds;
    double limited = Math.min(offered, MOST_LOAD);
    if (Math.abs(law.queueAt(limited) - waiting) < SETTLED * served) {
      return limited;
    }
    double low = 0;
    double high = MOST_LOAD;
    for (int i = 0; i < 50; i++) {
      double middle = (low + high) / 2;
      double taken = 1 - law.refusedAt(middle);
      double excess = law.queueAt(middle) + served * (middle - offered) * taken - waiting;
      if (excess > 0) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return (low + high) / 2;
  }

  /** True when what it takes in this step waits in a backlog. */
  boolean isFluid() {
    return fluid;
  }

  /** True when a long step may be too long. */
  boolean isNearItsLimit() {
    return fluid || standing.load() > RELAXED_FROM;
  }

  double refusedShare() {
    return refusedShare;
  }

  double backlog() {
    return backlog.content();
  }

  /** The wait of whoever comes now, at the usual speed, in seconds. */
  double expectedWait() {
    double usual = Math.max(servers, 1) * service.workers() / time.mean();
    return fluid ? backlog.content() / usual : standing.waitSeconds();
  }

  double longestWait() {
    return capacity > 0 ? places * servers / capacity : Double.POSITIVE_INFINITY;
  }

  /** Requests under way at one working instance. */
  double underWay() {
    double waiting = fluid ? backlog.content() : standing.queue() * (pooled ? 1 : servers);
    return (waiting + busyWorkers()) / Math.max(1, servers);
  }

  private double busyWorkers() {
    double all = servers * service.workers();
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
        meter.inVain(client.late());
      }
      meter.waited(queued * seconds, served * standing.waitSeconds(), served);
      fluidSince = Long.MAX_VALUE;
    }
    randomness();
  }

  private void randomness() {
    double serving = time.mean() / Math.max(speed, 1e-9);
    double each = serving * serving * (laws.gapCv2() + time.cv2());
    boolean random = capacity > 0 && !isNearItsLimit();
    double taken = rate * (1 - refusedShare);
    meter.isRandom(random ? taken * each : 0, serving * (1 + time.cv2()));
  }

  /** Lets the backlog grow and shrink for a step. */
  private void flow() {
    if (fluidSince == Long.MAX_VALUE) {
      fluidSince = (long) (begin * 1e9);
    }
    double before = backlog.content();
    double[] bySlot = new double[slots];
    double[] ages = new double[slots];
    double mass = 0;
    for (FlowClient client : clients) {
      mass += client.fill(bySlot, ages);
    }
    if (mass > 0) {
      backlog.add(new FluidQueue.Cohort(begin, begin + seconds, mass, bySlot, ages));
    }
    double there = backlog.content();
    backlog.serve(capacity * seconds, begin, begin + seconds, fate);
    double served = there - backlog.content();
    backlog.expire(begin + seconds, fate);
    if (backlog.content() <= 1e-9 * Math.max(1, capacity)) {
      fluidSince = Long.MAX_VALUE;
      queued = 0;
    }
    meter.waited((before + backlog.content()) / 2 * seconds, 0, 0);
    meter.worked(busySeconds(served), served);
  }

  private double busySeconds(double served) {
    double workers = servers * service.workers() * seconds;
    if (speed == 0) {
      return Math.min(workers, backlog.content() * seconds);
    }
    if (backlog.content() > 0) {
      return workers;
    }
    return served == 0 ? 0 : Math.min(workers, workers * served / (capacity * seconds));
  }

  /** A share of all that is under way is lost with an instance. */
  void loses(double share, String cause, long now) {
    if (part.isSuspended()) {
      return;
    }
    if (backlog.content() > 0) {
      fate.loses(cause, now / 1e9);
      backlog.lose(share, fate);
    } else {
      for (FlowClient client : clients) {
        client.loses(share, standing.meanSeconds(client.timeoutSeconds()), cause, now);
      }
    }
    queued *= 1 - share;
  }

  /** The failure, or the state, that harm done here is put down to. */
  String why() {
    return group.whySince(fluidSince);
  }

  /** How long the requests of an instance that takes no more are expected to need. */
  long drainNanos() {
    double there = underWay();
    double mean = standing.meanSeconds(Double.POSITIVE_INFINITY)
        + (capacity > 0 ? backlog.content() / capacity : 0);
    // The longest of k exponential times is about 1 + 1/2 + ... + 1/k of them.
    double longest = 0;
    for (int k = 1; k <= Math.min(there, 100); k++) {
      longest += 1.0 / k;
    }
    return (long) (Math.min(1e9, mean * (there < 1 ? there : longest)) * 1e9);
  }

  /** Adds what was measured of its instances while somebody else saw to their requests. */
  void absorb(Measured measured) {
    meter.worked(measured.busySeconds(), 0);
    meter.waited(measured.queueSeconds(), measured.waitedSeconds(), measured.served());
    // Chance is in what was measured.
    meter.isRandom(0, 0);
  }

  /** Corrects what was measured of waits while rates saw to its requests. */
  void correctWaits(Measured by) {
    meter.waited(by.queueSeconds(), by.waitedSeconds(), by.served());
  }

  /** Goes on from where another of the same group is. */
  void copyFrom(FlowStation other) {
    speed = other.speed;
    queued = other.queued;
    fluid = other.fluid;
    fluidSince = other.fluidSince;
    backlog.copyFrom(other.backlog);
  }

  BacklogFate fate() {
    return fate;
  }

  FluidQueue queue() {
    return backlog;
  }

  /** Attempts being served, and waiting in balance, which are told already. */
  double inService() {
    return busyWorkers();
  }

  double waitingTold() {
    return fluid ? 0 : queued;
  }

  /** Goes on with so many waiting, which are told by somebody else. */
  void resume(double waitingNow) {
    queued = waitingNow;
    fluidSince = Long.MAX_VALUE;
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
    return fluid ? backlog.content() : queued;
  }

  /** Attempts in the backlog that somebody waits for. */
  double alive() {
    return backlog.alive();
  }
}

package headroom.fleet.flow;

import headroom.fleet.instances.Instance;
import headroom.fleet.instances.InstanceListener;
import headroom.fleet.targets.ServerGroup;
import headroom.math.Elementary;
import headroom.random.Stream;
import headroom.results.LatencyBins;
import headroom.workload.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the instances of one group do for requests, as rates.
 *
 * <p>While it keeps up its number waiting relaxes toward the balance of its load: dX/dt = arrivals
 * taken - served(X), where served(X) is the throughput whose balance has X waiting (the pointwise
 * stationary fluid flow approximation; Wang, Tipper and Banerjee 1996). When it does not, or stands
 * still, what waits is a {@link FluidQueue}.
 */
final class FlowStation implements InstanceListener {

  // Fewer waiting places than this never make a backlog worth the name.
  private static final int FEW_PLACES = 20;
  private static final long MINUTE = 60_000_000_000L;
  private static final double MOST_LOAD = 10;
  private static final double SETTLED = 1e-4;
  private static final double RELAXED_FROM = 0.97;

  private final ServerGroup group;
  private final Service service;
  private final ServiceTime time;
  private final double places;
  private final List<FlowClient> clients = new ArrayList<>();
  private final Map<Long, QueueLaw> laws = new TreeMap<>();
  private final List<QueueLaw> lawsByNumber = new ArrayList<>();
  private final FluidQueue backlog = new FluidQueue();
  private final Backlogged fate = new Backlogged();
  private final List<FlowDoor> doors = new ArrayList<>();
  private FlowPart part;
  private double gapCv2 = 1;
  private double sizeFrom = Double.POSITIVE_INFINITY;
  private double sizeTo;
  private double sizeSpeed;
  private boolean pooled;
  private int slots;

  private double speed = 1;
  private int up;
  private long upSince;
  private double upArea;
  private double upAreaInAll;

  // The step at hand, then the last one.
  private double servers;
  private double capacity;
  private double rate;
  private double load;
  private QueueLaw law;
  private int level;
  private double fraction;
  private boolean fluid;
  private double refusedShare;
  private double queued;
  private long fluidSince = Long.MAX_VALUE;
  private double begin;
  private double seconds;

  private double busyArea;
  private double busyAreaInAll;
  private double queueAreaInAll;
  private double waitedInAll;
  private double servedInAll;
  private double finished;
  private double forNobody;
  private boolean counting;
  private long askedAt;
  private final Stream luck;

  FlowStation(ServerGroup group, FlowPart part, Stream luck) {
    this.group = group;
    this.luck = luck;
    this.part = part;
    this.service = group.service();
    this.time = new ServiceTime(service.time());
    this.places = service.queue();
    this.law = lawFor(1);
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
    gapCv2 = cv2;
    sizeTo = 0;
    laws.clear();
    lawsByNumber.clear();
    law = lawFor(1);
  }

  private QueueLaw lawFor(double count) {
    if (count >= sizeFrom && count < sizeTo && speed == sizeSpeed) {
      return law;
    }
    double of = LawSizes.nearest(count, pooled);
    sizeFrom = LawSizes.from(of);
    sizeTo = LawSizes.to(of, pooled);
    sizeSpeed = speed;
    int workers = (int) Math.min(1e9, pooled ? of * service.workers() : service.workers());
    double room = pooled ? of * places : places;
    double cv2 = pooled ? gapCv2 : gapCv2 / of;
    long key = ((long) of) * 1_000_003L + (long) (speed * 1_000_000);
    QueueLaw found = laws.get(key);
    if (found == null) {
      found = new QueueLaw(lawsByNumber.size(), time, Math.max(speed, 1e-9), workers, room, cv2);
      laws.put(key, found);
      lawsByNumber.add(found);
    }
    return found;
  }

  QueueLaw law(int number) {
    return lawsByNumber.get(number);
  }

  QueueLaw law() {
    return law;
  }

  int level() {
    return level;
  }

  /** How far the load lies from the level toward the next. */
  double part01() {
    return fraction;
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
      law = lawFor(instances);
    }
  }

  /** Finds out what comes of so many attempts a second that reach its working instances. */
  void solve(double attemptsPerSecond) {
    rate = attemptsPerSecond;
    fluid = servers > 0
        && (backlog.content() > 0 || speed == 0 || (rate > capacity && places >= FEW_PLACES));
    if (servers <= 0) {
      refusedShare = 0;
      setLoad(0);
    } else if (fluid) {
      double held = speed == 0 ? service.workers() : 0;
      double room = (places + held) * servers - backlog.content() + capacity * seconds;
      refusedShare = Math.max(0, 1 - Math.max(0, room) / Math.max(rate * seconds, 1e-300));
      setLoad(Math.min(RELAXED_FROM, capacity > 0 ? rate / capacity : RELAXED_FROM));
    } else {
      setLoad(balance(rate / capacity));
      refusedShare = law.refusedAt(load);
    }
  }

  /** The load whose balance the station is nearest to at the step's end. */
  private double balance(double offered) {
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

  private void setLoad(double value) {
    load = value;
    level = Math.min(QueueLaw.below(value), QueueLaw.LEVELS - 2);
    fraction = QueueLaw.part(value, level);
  }

  /** True when what it takes in this step waits in a backlog. */
  boolean isFluid() {
    return fluid;
  }

  /** True when a long step may be too long. */
  boolean isNearItsLimit() {
    return fluid || load > RELAXED_FROM;
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
    return fluid ? backlog.content() / usual : waitSeconds();
  }

  double longestWait() {
    return capacity > 0 ? places * servers / capacity : Double.POSITIVE_INFINITY;
  }

  /** Requests under way at one working instance. */
  double underWay() {
    double waiting = fluid ? backlog.content() : law.queueAt(load) * (pooled ? 1 : servers);
    return (waiting + busyWorkers()) / Math.max(1, servers);
  }

  private double busyWorkers() {
    double all = servers * service.workers();
    if (fluid) {
      return backlog.content() > 0 || rate > capacity
          ? all
          : capacity > 0 ? all * rate / capacity : 0;
    }
    return all * Math.min(1, load * (1 - refusedShare));
  }

  /** Takes the step; what its clients sent waits in the backlog when there is one. */
  void commit() {
    double busy;
    if (fluid) {
      busy = flow();
    } else {
      queued = law.queueAt(load) * (pooled ? 1 : servers);
      busy = busyWorkers() * seconds;
      finished += rate * seconds * (1 - refusedShare);
      for (FlowClient client : clients) {
        forNobody += client.late();
      }
      count(
          queued * seconds,
          rate * seconds * (1 - refusedShare) * waitSeconds(),
          rate * seconds * (1 - refusedShare));
      fluidSince = Long.MAX_VALUE;
    }
    busyArea += busy;
    busyAreaInAll += counting ? busy : 0;
  }

  private void count(double queueSeconds, double waited, double served) {
    if (counting) {
      queueAreaInAll += queueSeconds;
      waitedInAll += waited;
      servedInAll += served;
    }
  }

  private double waitSeconds() {
    return (1 - fraction) * law.waitSeconds(level) + fraction * law.waitSeconds(level + 1);
  }

  /** Lets the backlog grow and shrink for a step; returns busy worker-seconds. */
  private double flow() {
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
    finished += served;
    forNobody += served;
    backlog.expire(begin + seconds, fate);
    if (backlog.content() <= 1e-9 * Math.max(1, capacity)) {
      fluidSince = Long.MAX_VALUE;
      queued = 0;
    }
    count((before + backlog.content()) / 2 * seconds, 0, 0);
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
    if (backlog.content() > 0) {
      fate.cause = cause;
      fate.now = now / 1e9;
      backlog.lose(share, fate);
    } else {
      for (FlowClient client : clients) {
        client.loses(share, meanSeconds(client.timeoutSeconds()), cause, now);
      }
    }
    queued *= 1 - share;
  }

  /** Mean seconds of those who are taken and answered before a limit. */
  double meanSeconds(double limit) {
    double mean = (1 - fraction) * law.profile(level).meanSeconds()
        + fraction * law.profile(level + 1).meanSeconds();
    return Math.min(mean, limit);
  }

  /** The share of those taken that is answered within a time. */
  double within(double limit) {
    return (1 - fraction) * law.profile(level).within(limit)
        + fraction * law.profile(level + 1).within(limit);
  }

  void addLatencies(LatencyBins into, double later, double taken, double limit) {
    law.profile(level).addTo(into, later, taken * (1 - fraction), limit);
    if (fraction > 0) {
      law.profile(level + 1).addTo(into, later, taken * fraction, limit);
    }
  }

  /** The failure, or the state, that harm done here is put down to. */
  String why() {
    return group.whySince(fluidSince);
  }

  /** How long the requests of an instance that takes no more are expected to need. */
  long drainNanos() {
    double there = underWay();
    double mean =
        meanSeconds(Double.POSITIVE_INFINITY) + (capacity > 0 ? backlog.content() / capacity : 0);
    // The longest of k exponential times is about 1 + 1/2 + ... + 1/k of them.
    double longest = 0;
    for (int k = 1; k <= Math.min(there, 100); k++) {
      longest += 1.0 / k;
    }
    return (long) (Math.min(1e9, mean * (there < 1 ? there : longest)) * 1e9);
  }

  @Override
  public void inService(Instance instance, long now) {
    up(now, 1);
  }

  @Override
  public void crashed(Instance instance, long now) {
    if (instance.inServiceSince() >= 0) {
      up(now, -1);
    }
  }

  @Override
  public void terminated(Instance instance, long now) {
    if (instance.inServiceSince() >= 0 && instance.crashCause().isEmpty()) {
      up(now, -1);
    }
  }

  private void up(long now, int by) {
    tally(now);
    up += by;
  }

  private void tally(long now) {
    double area = (double) up * (now - upSince) / 1e9;
    upArea += area;
    upAreaInAll += counting ? area : 0;
    upSince = now;
  }

  int up() {
    return up;
  }

  /** Results count from now. */
  void startCounting(long now) {
    tally(now);
    counting = true;
  }

  /** Busy workers over workers since the last time this was asked; NaN when none was up. */
  double busySinceLastAsked(long now) {
    tally(now);
    double workers = upArea * service.workers();
    double busy = upArea > 0 ? Math.min(1, busyArea / workers + chance(now)) : Double.NaN;
    upArea = 0;
    busyArea = 0;
    askedAt = now;
    return Math.max(0, busy);
  }

  /**
   * By how much a measured mean differs from the expected one: the work that came in the time is a
   * random sum, of variance rate · time · E[S]² · (ca² + cs²), less what reaches beyond its end.
   */
  private double chance(long now) {
    double span = (now - askedAt) / 1e9;
    if (span <= 0 || rate <= 0 || capacity <= 0 || isNearItsLimit()) {
      return 0;
    }
    double serving = time.mean() / speed;
    double stays = span / (serving * (1 + time.cv2()));
    double inside = 1 - (1 - Elementary.exp(-stays)) / stays;
    double work = rate * (1 - refusedShare) * span * serving * serving * (gapCv2 + time.cv2());
    double deviation = Math.sqrt(work * inside) / (upArea * service.workers());
    return deviation * Elementary.inverseNormal(luck.at(now / MINUTE));
  }

  double meanBusy() {
    return Math.min(1, busyAreaInAll / (upAreaInAll * service.workers()));
  }

  double meanQueue(double windowSeconds) {
    return queueAreaInAll / windowSeconds;
  }

  double meanWaitSeconds() {
    return waitedInAll / servedInAll;
  }

  double finished() {
    return finished;
  }

  double finishedForNobody() {
    return forNobody;
  }

  double waiting() {
    return fluid ? backlog.content() : queued;
  }

  /** Attempts in the backlog that somebody waits for. */
  double alive() {
    return backlog.alive();
  }

  /** What becomes of attempts in the backlog, told to their clients. */
  private final class Backlogged implements FluidQueue.Fate {
    private String cause = "";
    private double now;

    private FlowClient clientOf(int slot) {
      for (FlowClient client : clients) {
        if (slot < client.firstSlot + client.attempts()) {
          return client;
        }
      }
      throw new IllegalStateException("no client has slot " + slot);
    }

    @Override
    public double patience(int slot) {
      return clientOf(slot).timeoutSeconds();
    }

    @Override
    public void begins(int slot, double mass, double age, double arrived, double begun) {
      FlowClient client = clientOf(slot);
      int k = slot - client.firstSlot;
      double left = client.timeoutSeconds() - (begun - arrived);
      forNobody -= mass;
      double late = 1;
      for (int i = 0; i < ServiceTime.POINTS; i++) {
        double serving = time.seconds(i) / speed;
        if (serving <= left) {
          double share = ServiceTime.SHARE[i];
          late -= share;
          client.answeredLater(k, mass * share, arrived, age, begun - arrived + serving, why());
        }
      }
      forNobody += mass * Math.max(0, late);
      if (late > 1e-9) {
        client.failedLater(
            k, Outcome.LATE, mass * late, arrived, age, client.timeoutSeconds(), why());
      }
    }

    @Override
    public void serves(double mass, double arrived, double begun) {
      count(0, mass * (begun - arrived), mass);
    }

    @Override
    public void expires(int slot, double mass, double age, double arrived) {
      FlowClient client = clientOf(slot);
      client.failedLater(
          slot - client.firstSlot,
          Outcome.LATE,
          mass,
          arrived,
          age,
          client.timeoutSeconds(),
          why());
    }

    @Override
    public void lost(int slot, double mass, double age, double arrived) {
      FlowClient client = clientOf(slot);
      client.failedLater(
          slot - client.firstSlot, Outcome.LOST, mass, arrived, age, now - arrived, cause);
    }
  }
}

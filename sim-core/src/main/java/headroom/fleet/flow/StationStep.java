package headroom.fleet.flow;

import headroom.math.Elementary;
import headroom.workload.Service;

/**
 * The step that a station is in: how many instances it has, how much comes, how much of it can be
 * served or finds no place, and what that makes wait.
 */
final class StationStep {

  // Fewer waiting places than this never make a backlog worth the name.
  static final int FEW_PLACES = 20;
  static final double RELAXED_FROM = 0.97;

  private final boolean sharing;
  // How many times as long work takes as alone while all workers are busy.
  private final double slowest;
  private final Room room;
  private final ServiceTime time;
  private final StationWork work;
  private final StationLaws laws;
  private final Backlog backlog;
  private final Standing standing;
  private final Feeling feeling = new Feeling(this);
  private final FullLine full;
  private boolean pooled;
  private double before;
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

  StationStep(
      Service service,
      Room room,
      ServiceTime time,
      StationWork work,
      StationLaws laws,
      Backlog backlog) {
    this.sharing = service.sharing();
    this.slowest = sharing ? 1 : service.contention().slowdown(room.workers());
    this.room = room;
    this.time = time;
    this.work = work;
    this.laws = laws;
    this.backlog = backlog;
    this.standing = new Standing(laws.of(1, speed));
    this.full = new FullLine(this, backlog);
  }

  /** From now on its instances share what waits, or do not. */
  void pools(boolean is) {
    pooled = is;
    standing.holds(laws.of(1, speed));
  }

  /** So many may wait before all instances, where none of them has a place. */
  void keepsBefore(double places) {
    before = places;
  }

  /** Waiting places of all instances. */
  double places() {
    return room.places() * servers;
  }

  /** Of those who wait, how many do so where none of the instances has a place. */
  double waitingBefore() {
    if (before == 0) {
      return 0;
    }
    if (flows()) {
      return Math.max(0, backlog.content() - places());
    }
    return queued * Elementary.pow(standing.factor(), places() / queues());
  }

  boolean isPooled() {
    return pooled;
  }

  /** How it stands just now. */
  Standing standing() {
    return standing;
  }

  double speed() {
    return speed;
  }

  /** The share of its usual speed at which a request is served while all workers are busy. */
  double pace() {
    return speed / slowest;
  }

  void setSpeed(double share) {
    speed = share;
  }

  /** Begins a step with so many instances at work. */
  void begin(double instances, double beginSeconds, double lengthSeconds) {
    servers = instances;
    feeling.forget();
    begin = beginSeconds;
    seconds = lengthSeconds;
    capacity = instances * room.workers() * speed / (time.mean() * slowest);
    if (instances > 0 && speed > 0 && !work.isComposed()) {
      BalanceLaw law = laws.of(instances, speed);
      standing.holds(law);
      capacity = law.capacity(instances, capacity);
    }
  }

  /** Takes law and capacity from what a worker is kept for just now. */
  private void stand() {
    // Who waits in a backlog begins as soon as a worker is free.
    work.feel(rate + backlog.content() / seconds, workers(), seconds);
    work.tellMix(laws);
    capacity = speed == 0 ? 0 : workers() / work.holdSeconds();
    if (capacity > 0) {
      standing.holds(laws.ofUnits(servers, work.holdCv2()), work.holdSeconds());
    }
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
            || full.drains()
            || (rate > capacity
                && places() + before >= FEW_PLACES * servers
                && !neverFlows()
                && !full.stands()));
    if (servers <= 0) {
      refusedShare = 0;
      standing.setLoad(0);
    } else if (fluid) {
      double held = speed == 0 ? room.workers() : 0;
      double left = (room.places() + held) * servers - backlog.content() + capacity * seconds;
      left += before;
      refusedShare = Math.max(0, 1 - Math.max(0, left) / Math.max(rate * seconds, 1e-300));
      standing.setLoad(Math.min(RELAXED_FROM, capacity > 0 ? rate / capacity : RELAXED_FROM));
    } else {
      standing.setLoad(Relaxation.load(
          standing.law(), queued / queues(), capacity / queues() * seconds, rate / capacity));
      refusedShare = standing.refusedShare();
    }
  }

  /** True when a full line can be in balance: of work that calls nobody, and does not come in bursts. */
  boolean mayStand() {
    return before == 0 && !work.isComposed() && laws.gapCv2() <= 1 && !neverFlows();
  }

  /** True when what comes too much is in balance, too. */
  private boolean neverFlows() {
    return sharing || laws.fall() || standing.law().leavesOut();
  }

  /** The share of a line's requests that finds no place. */
  double refusedShare(int line) {
    return fluid || servers <= 0 ? refusedShare : standing.refusedShare(line);
  }

  /** The share that finds no place at all where some are turned away before. */
  double fullShare() {
    return fluid || servers <= 0 ? 0 : standing.fullShare();
  }

  /** Of those taken, the share that is left out of the queue and never served. */
  double droppedShare() {
    return fluid || servers <= 0 ? 0 : standing.droppedShare();
  }

  /** Of those refused, the share that a limit keeps out. */
  double shedShare() {
    return fluid || servers <= 0 ? 0 : standing.shedShare();
  }

  /** Work a second that begins. */
  double begun() {
    if (servers <= 0) {
      return 0;
    }
    return fluid
        ? Math.min(capacity, taken() + backlog.content() / seconds)
        : taken() * (1 - droppedShare());
  }

  /** Takes the step where nothing waits in a backlog. */
  void settle() {
    queued = standing.queue() * queues();
  }

  /** Queues that fill of their own. */
  double queues() {
    return pooled ? 1 : servers;
  }

  /** Instances at work. */
  double instances() {
    return servers;
  }

  /** Workers of all instances at work. */
  double workers() {
    return servers * room.workers();
  }

  /** Mean seconds for which a worker is kept. */
  double holdSeconds() {
    return work.holdSeconds();
  }

  /**
   * Mean seconds until a worker of an instance is free while none is: what is left of one service where
   * there is one worker (1 + cv² of half of it), and the nearer to a turn the more there are, whose
   * ends then come like Poisson's.
   */
  double turnSeconds() {
    double each = room.workers();
    return work.holdSeconds() / each * (1 + (work.holdCv2() - 1) / (2 * each));
  }

  /** Work a second that can be done. */
  double capacity() {
    return capacity;
  }

  /** Attempts a second that reach it. */
  double rate() {
    return rate;
  }

  /** Attempts a second that find a place. */
  double taken() {
    return rate * (1 - refusedShare);
  }

  double refusedShare() {
    return refusedShare;
  }

  /** True when what it takes waits in a backlog. */
  boolean isFluid() {
    return fluid;
  }

  /** True while something waits in a backlog, or will. */
  boolean flows() {
    return fluid || backlog.content() > 0;
  }

  boolean isNearItsLimit() {
    return fluid || standing.load() > RELAXED_FROM;
  }

  double beginSeconds() {
    return begin;
  }

  double seconds() {
    return seconds;
  }

  /** How many wait in balance. */
  double queued() {
    return queued;
  }

  /** So many wait in balance from now on. */
  void setQueued(double waiting) {
    queued = waiting;
  }

  /** Goes on from where somebody else leaves off, with so many waiting. */
  void resume(double waiting) {
    queued = waiting;
    fluid = backlog.content() > 0;
    full.forget();
  }

  /** Whether its line is full, and in balance again. */
  FullLine full() {
    return full;
  }

  /** From now on what it takes waits in a backlog, or does not. */
  void setFluid(boolean is) {
    fluid = is;
  }

  /** How long those wait who come to a backlog and are served before what came earlier. */
  Waits soon() {
    double load = capacity > 0 ? rate / capacity : 0;
    int level = Math.max(1, Math.min(BalanceLaw.below(load), BalanceLaw.LEVELS - 2));
    return laws.of(servers, speed).waits(level);
  }

  /** How long those will have waited who come to a backlog. */
  double backlogWait() {
    return backlog.waitSeconds(taken(), capacity, begin, seconds);
  }

  /** The wait of whoever comes now, at the usual speed, in seconds. */
  double expectedWait() {
    double each = work.isComposed() ? work.holdSeconds() : time.mean();
    double alone = Math.max(servers, 1) * room.workers() / each;
    double usual = standing.law().capacity(Math.max(servers, 1), alone);
    return fluid ? backlog.content() / usual : standing.waitSeconds();
  }

  /** The wait of whoever comes now, in seconds. */
  double waitOfNext() {
    return fluid ? backlogWait() : standing.waitSeconds();
  }

  double longestWait() {
    return capacity > 0 ? (places() + before) / capacity : Double.POSITIVE_INFINITY;
  }

  /** True when so large a share of its instances more or fewer hardly changes anything. */
  boolean hardlyFeels(double share) {
    return feeling.hardly(share);
  }

  /** Requests under way at one working instance. */
  double underWay() {
    double waiting = fluid ? backlog.content() : standing.queue() * queues();
    return (waiting + busyWorkers()) / Math.max(1, servers);
  }

  /** Attempts being served, which are told already; those waiting in balance are, too. */
  double busyWorkers() {
    if (fluid) {
      return backlog.content() > 0 || rate > capacity
          ? workers()
          : capacity > 0 ? workers() * rate / capacity : 0;
    }
    if (standing.besidesSeconds() > 0) {
      // The law may be that of a few instances less or more.
      return Math.min(
          workers(), standing.load() * capacity * (1 - refusedShare) * servingSeconds());
    }
    return workers() * standing.law().busyAt(standing.load(), refusedShare);
  }

  /** Mean seconds for which a worker is kept. */
  double servingSeconds() {
    return work.isComposed()
        ? work.holdSeconds()
        : time.mean() / Math.max(speed, 1e-9) + besidesSeconds();
  }

  /** Of those, the seconds that are neither own work nor calls. */
  double besidesSeconds() {
    return fluid ? standing.law().besidesWhenFull() : standing.besidesSeconds();
  }

  /** Tells for how long instances were at work, and how random that was: by one of a group's stations. */
  void tell(int teller, StationMeter meter) {
    meter.atWork(servers, seconds, begin + seconds);
    double serving = servingSeconds();
    double cv2 = work.holdCv2();
    double each = serving * serving * (laws.gapCv2() + cv2);
    boolean random = capacity > 0 && !isNearItsLimit();
    meter.isRandom(teller, random ? taken() * each : 0, serving * (1 + cv2));
  }

  /** What it takes to say how many wait at one moment. */
  QueueChance.Moment moment() {
    double cv2s = laws.gapCv2() + work.holdCv2();
    double relax =
        QueueChance.relaxSeconds(servingSeconds(), cv2s, standing.load(), workers() / queues());
    return QueueChance.Moment.of(standing, queues(), queued / queues(), relax);
  }

  /** How long the requests of an instance that takes no more are expected to need. */
  double drainSeconds(boolean holdsWorker) {
    double there = underWay();
    double atWork = Math.min(there, room.workers());
    // Who waits is served one after the other; then the last ones are.
    double turns = (there - atWork) / room.workers() + Waiting.longest(atWork);
    double least = holdsWorker ? 0 : Math.min(1, there) * work.meanSeconds();
    return Math.min(1e9, Math.max(least, servingSeconds() * turns));
  }
}

package headroom.fleet.targets;

import headroom.fleet.instances.Instance;
import headroom.fleet.instances.InstanceGroup;
import headroom.fleet.instances.InstanceListener;
import headroom.fleet.targets.OwnSpeeds.Own;
import headroom.kernel.Simulation;
import headroom.random.Sampler;
import headroom.random.Stream;
import headroom.results.Level;
import headroom.workload.ClassRule;
import headroom.workload.Service;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/** The servers of one group: made when an instance comes into service, stopped when it crashes. */
public final class ServerGroup implements InstanceListener {

  private final InstanceGroup instances;
  private final Service service;
  private final double cpuWhenBusy;
  private final Sampler time;
  private final Demands demands;
  private final Pace pace;
  private final Speeds speeds;
  private final @Nullable Gate gate;
  private final Simulation simulation;
  private final long countsFrom;
  private final List<TargetListener> listeners = new ArrayList<>();
  private final Map<Integer, Server> servers = new LinkedHashMap<>();
  private final Blame blame = new Blame();
  private final Level queue = new Level();
  private final Level up = new Level();
  private final WaitedTime waits;
  private final Ailing ailing;
  private final Retired retired;
  private long requested;
  private boolean withoutServers;
  private final List<RoomListener> roomListeners = new ArrayList<>();

  /**
   * Makes a group without servers; those come with its instances.
   *
   * @param cpuWhenBusy CPU in use over vCPUs when all workers are busy; may exceed 1
   * @param serialLuck luck of the serial section, a job's own mixed into it
   */
  public ServerGroup(
      InstanceGroup instances,
      Service service,
      double cpuWhenBusy,
      Simulation simulation,
      Stream serialLuck,
      long countsFrom) {
    this.instances = instances;
    this.service = service;
    this.cpuWhenBusy = cpuWhenBusy;
    this.time = service.time().sampler();
    this.demands = new Demands(service);
    this.pace = new Pace(simulation);
    this.speeds = new Speeds(pace, service.workers());
    this.gate = service
        .serial()
        .map(section -> new Gate(section.sampler(), serialLuck, pace))
        .orElse(null);
    this.simulation = simulation;
    this.countsFrom = countsFrom;
    this.retired = new Retired(countsFrom);
    this.waits = new WaitedTime(countsFrom);
    this.ailing = new Ailing(instances, servers);
    instances.listen(this);
  }

  public InstanceGroup instances() {
    return instances;
  }

  public Service service() {
    return service;
  }

  /** The CPU in use, between 0 and 1, where a share of the workers is busy. */
  public double cpu(double busyShare) {
    return Math.min(1, busyShare * cpuWhenBusy);
  }

  /** The same of one instance. */
  double cpu(Instance instance, double busyShare) {
    return Math.min(1, busyShare * cpuWhenBusy * speeds.cpuOf(instance));
  }

  /** The same of a server, as far as its credits let it. */
  public double cpu(Server server, double busyShare) {
    return cpu(server.instance(), busyShare) * server.creditShare();
  }

  /** The same of all that are in service on average. */
  public double meanCpu(double busyShare) {
    return cpu(busyShare) * speeds.mean().cpu();
  }

  public void listen(TargetListener listener) {
    listeners.add(listener);
  }

  /** Every server whose instance is not yet gone, in order of coming into service. */
  public Iterable<Server> servers() {
    return servers.values();
  }

  /** The server on an instance; empty when it has none. */
  public Optional<Server> server(Instance instance) {
    return Optional.ofNullable(servers.get(instance.ordinal()));
  }

  /** Lets something else come between a server's own work and the answer; before there is any. */
  public void then(AfterWork something) {
    if (!servers.isEmpty()) {
      throw new IllegalStateException("group " + instances.name() + " serves already");
    }
    blame.then(something);
  }

  @Nullable
  AfterWork afterWork() {
    return blame.afterWork();
  }

  /** The number this group knows a class of request by; 0 when it makes no difference here. */
  public int classNumber(String requestClass) {
    List<ClassRule> rules = service.classes();
    for (int i = 0; i < rules.size(); i++) {
      if (rules.get(i).requestClass().equals(requestClass)) {
        return i + 1;
      }
    }
    return 0;
  }

  Sampler time() {
    return time;
  }

  Demands demands() {
    return demands;
  }

  Pace pace() {
    return pace;
  }

  @Nullable
  Gate gate() {
    return gate;
  }

  /** From now on all servers work at a share of their usual speed, and what is done stays done. */
  public void setSpeed(double speed, String cause, long now) {
    speeds.willBe(speed, now);
    double before = pace.speed();
    pace.change(speed);
    servers.values().forEach(server -> server.paceChanged(before, now));
    if (gate != null) {
      gate.paceChanged(before, now);
    }
    blame.trouble().slows(cause, speed < 1, now);
  }

  /** From now on instances differ: in workers by type, in speed by type, chance or their credits. */
  public void differ(OwnSpeeds own) {
    speeds.differ(own);
  }

  /** How many requests an instance serves at once. */
  public int workersOf(Instance instance) {
    return speeds.workersOf(instance);
  }

  /** The instances of the group's first type that so many in service are worth by their workers. */
  public double worthOf(double inService) {
    return inService * speeds.mean().workers();
  }

  /** The same in whole ones; a rounding error does not make it one less. */
  public int wholeWorth(long inService) {
    return (int) (worthOf((double) inService) + 1e-9);
  }

  /** CPU credits let an instance work at a share of its speed from now on. */
  void credited(Instance instance, double share, long now) {
    speeds
        .credits(instance, share, now)
        .ifPresent(next -> server(instance).ifPresent(server -> server.worksAs(next)));
  }

  /** Requests per second that so many servers can serve without end at the speed of just now. */
  public double capacityPerSecond(int inService) {
    return speeds.now() * service.capacityPerSecond(worthOf(inService));
  }

  long countsFrom() {
    return countsFrom;
  }

  /** A request for this group came to a door, whether or not there is a server for it. */
  public void request() {
    requested++;
  }

  /** Requests that came to its doors so far. */
  public long requested() {
    return requested;
  }

  /** Makes no servers: what its instances do is somebody else's account. */
  public void leaveOutServers(PaceListener listener) {
    withoutServers = true;
    // Nobody sees which request is an instance's first.
    instances.launchTimes().leaveOutFirstRequests();
    speeds.hear(listener);
  }

  /** Tells of changes of speed, before they happen. */
  public void hearPace(PaceListener listener) {
    speeds.hear(listener);
  }

  @Override
  public void inService(Instance instance, long now) {
    blame.trouble().inService(now);
    Own mine = speeds.comes(instance, now);
    if (withoutServers) {
      return;
    }
    Server server = Server.on(instance, this, simulation, now);
    server.worksAs(mine);
    servers.put(instance.ordinal(), server);
    up.change(now, server.workers());
    boolean known = now == 0;
    listeners.forEach(listener -> listener.arrived(server, known, now));
  }

  @Override
  public void outOfService(Instance instance, long now) {
    speeds.goes(instance, now);
  }

  @Override
  public void draining(Instance instance, long now) {
    Server server = withoutServers ? null : servers.get(instance.ordinal());
    if (server != null) {
      listeners.forEach(listener -> listener.leaving(server, now));
    }
  }

  @Override
  public void crashed(Instance instance, long now) {
    if (!instance.wasVacated()) {
      blame.trouble().strikes(instance.crashCause());
    }
    halted(instance, now);
  }

  @Override
  public void halted(Instance instance, long now) {
    Server server = servers.get(instance.ordinal());
    if (server != null && server.isUp()) {
      stop(server, now);
      listeners.forEach(listener -> listener.stopped(server, now));
    }
  }

  @Override
  public void terminated(Instance instance, long now) {
    Server server = withoutServers ? null : servers.remove(instance.ordinal());
    if (server != null) {
      stop(server, now);
      listeners.forEach(listener -> listener.gone(server, now));
    }
  }

  private void stop(Server server, long now) {
    if (!server.isUp()) {
      return;
    }
    server.stop(now);
    up.change(now, -server.workers());
    retired.add(server, now);
  }

  /** The failure, or the state, that harm done at a server is put down to. */
  public String why(@Nullable Server server) {
    return blame.why(server, simulation.now());
  }

  /** The failure, or the state, that harm done to what waits since a moment is put down to. */
  public String whySince(long since) {
    return blame.whySince(since, simulation.now());
  }

  /** Tells how many instances the group wants, which may be more than it has in service. */
  public void wanted(int instancesWanted, long now) {
    int inService = Math.toIntExact(instances.inServiceLevel().value());
    blame.trouble().hasInService(inService, instancesWanted, now);
  }

  /** A failure takes an instance away before it stops. */
  public void loses(String cause) {
    blame.trouble().strikes(cause);
  }

  /** Tells which failure keeps the group from getting instances; empty for none. */
  public void held(String cause) {
    blame.trouble().held(cause);
  }

  /** A failure elsewhere sends more here than usual for as long as {@code active} holds. */
  public void pressedBy(String cause, LongPredicate active) {
    blame.pressedBy(cause, active);
  }

  /** Tells whenever a server may have room for one more. */
  public void hearRoom(RoomListener listener) {
    roomListeners.add(listener);
  }

  void mayHaveRoom(Server server, long now) {
    // Without an iterator, which every request would make anew.
    for (int i = 0; i < roomListeners.size(); i++) {
      roomListeners.get(i).mayHaveRoom(server, now);
    }
  }

  void queueChanged(long now, int by) {
    queue.change(now, by);
  }

  void waited(long enteredAt, long now) {
    waits.add(enteredAt, now);
  }

  /** Results count from now. */
  public void startCounting(long now) {
    queue.reset(now);
    up.reset(now);
    servers.values().forEach(server -> server.startCounting(now));
  }

  /** Waiting requests over time. */
  public Level queue() {
    return queue;
  }

  /** Busy workers over workers, of all instances that were up in the counted time. */
  public double meanBusy(long now) {
    double area = retired.busyArea();
    for (Server server : servers.values()) {
      area += server.isUp() ? server.countedBusyArea(now) : 0;
    }
    return area / up.area(now);
  }

  /** How long requests have waited. */
  public WaitedTime waits() {
    return waits;
  }

  /** What makes its instances serve badly. */
  public Ailing ailing() {
    return ailing;
  }

  /** Busy worker-nanoseconds of all servers so far, those included that are gone. */
  public double busyNanos(long now) {
    double sum = retired.busyNanos();
    for (Server server : servers.values()) {
      sum += server.isUp() ? server.busyNanos(now) : 0;
    }
    return sum;
  }

  /** Little's law as an identity, over every server there is, and all there ever were together. */
  public void checkIdentity(long now) {
    retired.checkIdentity(servers.values(), "groups." + instances.name(), now);
  }
}

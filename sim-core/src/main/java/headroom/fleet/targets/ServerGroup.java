package headroom.fleet.targets;

import headroom.fleet.instances.Instance;
import headroom.fleet.instances.InstanceGroup;
import headroom.fleet.instances.InstanceListener;
import headroom.kernel.Simulation;
import headroom.math.LongSum;
import headroom.random.Sampler;
import headroom.random.Stream;
import headroom.results.Level;
import headroom.results.Why;
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
  private final @Nullable Gate gate;
  private final Simulation simulation;
  private final long countsFrom;
  private final List<TargetListener> listeners = new ArrayList<>();
  private final Map<Integer, Server> servers = new LinkedHashMap<>();
  private final Trouble trouble = new Trouble();
  private final Level queue = new Level();
  private final Level up = new Level();
  private final LongSum waited = new LongSum();
  private final Identity identity = new Identity();
  private long served;
  private long requested;
  private double retiredBusyArea;
  private double retiredBusyNanos;
  private @Nullable AfterWork afterWork;
  private boolean withoutServers;
  private @Nullable PaceListener paceListener;
  private @Nullable Pressure pressure;
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
    this.gate = service
        .serial()
        .map(section -> new Gate(section.sampler(), serialLuck, pace))
        .orElse(null);
    this.simulation = simulation;
    this.countsFrom = countsFrom;
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
    afterWork = something;
  }

  @Nullable
  AfterWork afterWork() {
    return afterWork;
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
    if (paceListener != null) {
      paceListener.paceChanges(speed, now);
    }
    double before = pace.speed();
    pace.change(speed);
    servers.values().forEach(server -> server.paceChanged(before, now));
    if (gate != null) {
      gate.paceChanged(before, now);
    }
    trouble.slows(cause, speed < 1, now);
  }

  /** Requests per second that so many servers can serve without end at the speed of just now. */
  public double capacityPerSecond(int inService) {
    return pace.speed() * service.capacityPerSecond(inService);
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
    paceListener = listener;
  }

  /** Tells of changes of speed, before they happen. */
  public void hearPace(PaceListener listener) {
    paceListener = listener;
  }

  @Override
  public void inService(Instance instance, long now) {
    trouble.inService(now);
    if (withoutServers) {
      return;
    }
    Server server = newServer(instance, now);
    servers.put(instance.ordinal(), server);
    up.change(now, 1);
    boolean known = now == 0;
    listeners.forEach(listener -> listener.arrived(server, known, now));
  }

  private Server newServer(Instance instance, long now) {
    if (service.sharing()) {
      return new SharingServer(instance, this, simulation, now);
    }
    boolean isPlain = afterWork == null
        && service.equals(new Service(service.workers(), service.queue(), service.time()));
    return isPlain
        ? new PlainServer(instance, this, simulation, now)
        : new WorkerServer(instance, this, simulation, now);
  }

  @Override
  public void draining(Instance instance, long now) {
    Server server = servers.get(instance.ordinal());
    if (server != null) {
      listeners.forEach(listener -> listener.leaving(server, now));
    }
  }

  @Override
  public void crashed(Instance instance, long now) {
    trouble.strikes(instance.crashCause());
    Server server = servers.get(instance.ordinal());
    if (server != null) {
      stop(server, now);
      listeners.forEach(listener -> listener.stopped(server, now));
    }
  }

  @Override
  public void terminated(Instance instance, long now) {
    Server server = servers.remove(instance.ordinal());
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
    up.change(now, -1);
    retiredBusyNanos += server.busyNanos(now);
    if (now >= countsFrom) {
      retiredBusyArea += server.countedBusyArea(now);
      identity.add(counted(server, now));
    }
  }

  private static Identity counted(Server server, long now) {
    Identity one = new Identity();
    one.add(server, now);
    one.check(server.instance().label());
    return one;
  }

  /** The failure, or the state, that harm done at a server is put down to. */
  public String why(@Nullable Server server) {
    if (server != null && !server.instance().crashCause().isEmpty()) {
      return server.instance().crashCause();
    }
    if (server != null && !server.isUp()) {
      // It was taken away: what it still worked on is lost for want of its capacity.
      return Why.CAPACITY;
    }
    String ailment = server == null ? "" : server.ailsBy(simulation.now());
    if (!ailment.isEmpty()) {
      return ailment;
    }
    return whySince(server == null ? Long.MAX_VALUE : server.waitingSince());
  }

  /** The failure, or the state, that harm done to what waits since a moment is put down to. */
  public String whySince(long since) {
    String why = trouble.why(since);
    if (!why.equals(Why.OVERLOAD)) {
      return why;
    }
    if (pressure != null && pressure.explains(since, simulation.now())) {
      return pressure.cause();
    }
    if (afterWork != null) {
      // Workers that wait for others make a queue here: it is put down to what hurt the others.
      String theirs = afterWork.troubleSince(since);
      return theirs.isEmpty() ? why : theirs;
    }
    return why;
  }

  /** Tells how many instances the group wants, which may be more than it has in service. */
  public void wanted(int instancesWanted, long now) {
    int inService = Math.toIntExact(instances.inServiceLevel().value());
    trouble.hasInService(inService, instancesWanted, now);
  }

  /** Tells which failure keeps the group from getting instances; empty for none. */
  public void held(String cause) {
    trouble.held(cause);
  }

  /** A failure elsewhere sends more here than usual for as long as {@code active} holds. */
  public void pressedBy(String cause, LongPredicate active) {
    pressure = new Pressure(cause, active);
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
    if (enteredAt >= countsFrom) {
      waited.add(now - enteredAt);
      served++;
    }
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
    double area = retiredBusyArea;
    for (Server server : servers.values()) {
      area += server.isUp() ? server.countedBusyArea(now) : 0;
    }
    return area / (up.area(now) * (double) service.workers());
  }

  /** Seconds in the queue, over requests that were served; NaN when there were none. */
  public double meanWaitSeconds() {
    return waited.value() / 1e9 / served;
  }

  /** Busy worker-nanoseconds of all servers so far, those included that are gone. */
  public double busyNanos(long now) {
    double sum = retiredBusyNanos;
    for (Server server : servers.values()) {
      sum += server.isUp() ? server.busyNanos(now) : 0;
    }
    return sum;
  }

  /** Nanoseconds that requests of the counted time have waited whose work has begun. */
  public double waitedNanos() {
    return waited.value();
  }

  /** How many those requests are. */
  public long served() {
    return served;
  }

  /** Little's law as an identity, over every server there is, and all there ever were together. */
  public void checkIdentity(long now) {
    if (now < countsFrom) {
      return;
    }
    Identity all = new Identity();
    all.add(identity);
    servers.values().stream().filter(Server::isUp).forEach(server -> all.add(counted(server, now)));
    all.check("groups." + instances.name());
  }
}

package headroom.fleet.flow;

import headroom.fleet.routing.NameReport;
import headroom.fleet.routing.Network;
import headroom.fleet.routing.TargetHealthListener;
import headroom.fleet.targets.ServerGroup;
import headroom.kernel.Simulation;
import headroom.random.Chance;
import headroom.random.Stream;
import headroom.results.FlowAccount;
import headroom.results.FlowRecorder;
import headroom.results.Metric;
import headroom.results.Recorder;
import headroom.results.ResourceUsage;
import headroom.results.Usage;
import headroom.results.Window;
import headroom.spec.DnsName;
import headroom.spec.Geography;
import headroom.spec.LoadBalancer;
import headroom.workload.Fallback;
import headroom.workload.RequestClass;
import headroom.workload.Workload;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;

/** Traffic of a whole scenario as rates: its parts, and what the rest of the fleet asks of them. */
public final class FlowTraffic {

  private final Simulation simulation;
  private final Chance chance;
  private final Recorder recorder;
  private final FlowRecorder requests;
  private final Geography places;
  private final Window window;
  private final FlowStations stations = new FlowStations();
  private final Map<String, FlowDoor> doors = new LinkedHashMap<>();
  private final List<FlowClient> clients = new ArrayList<>();
  private final Set<FlowPart> parts = new LinkedHashSet<>();
  private final FlowWays ways;
  private final CallTree kinds;
  private final FlowTwins twins;
  private final FlowNames names;
  private final Network network;
  private boolean besideRequests;

  public FlowTraffic(
      Simulation simulation,
      Chance chance,
      Recorder recorder,
      FlowRecorder requests,
      Geography places,
      Window window) {
    this.simulation = simulation;
    this.chance = chance;
    this.recorder = recorder;
    this.requests = requests;
    this.places = places;
    this.ways = new FlowWays(places);
    this.kinds = new CallTree(this::doorTo, ways);
    this.network = new Network(places);
    this.window = window;
    this.twins = new FlowTwins(simulation, chance, window);
    this.names = new FlowNames(simulation, chance, recorder, window);
  }

  /** There are requests beside these rates, and servers for them; to be told first of all. */
  public void stayBesideRequests() {
    besideRequests = true;
  }

  /** What may keep balancers from being changed; of all else only requests know. */
  public Network network() {
    return network;
  }

  /** Each connected part, as somebody sees it who takes over its traffic at times. */
  public List<FlowSeam> seams() {
    List<FlowSeam> seams = new ArrayList<>();
    for (FlowPart part : parts) {
      String name = part.stations().get(0).name();
      seams.add(new FlowSeam(part, twins.of(name), chance.of(name, "seam")));
    }
    return seams;
  }

  /**
   * Adds a group; to be told before whoever else listens to its instances.
   *
   * @param mayAil something may make its instances serve badly
   * @param byZone a balancer keeps to the zones of its instances
   */
  public void add(ServerGroup group, boolean mayAil, boolean byZone) {
    FlowPart part = new FlowPart();
    parts.add(part);
    Stream luck = chance.of(group.instances().name(), "measured-busy");
    List<FlowStation> each = stations.add(group, part, luck, mayAil, byZone);
    if (besideRequests) {
      twins.add(group);
    } else {
      FlowStations.standFor(group, each);
    }
  }

  /** Adds a load balancer in front of a group. */
  public void add(LoadBalancer rule, TargetHealthListener listener) {
    List<FlowStation> targets = stations.of(rule.targets());
    FlowStation station = targets.get(0);
    FlowMeter meter = FlowMeter.at(rule, station, places, window);
    if (targets.size() == 1) {
      FlowDoor door = new FlowDoor(rule, station, simulation, chance, recorder, listener, meter);
      open(rule, door);
      door.shiftBy(rule.zonalShifts());
    } else {
      FlowNodes nodes = new FlowNodes(rule.zoneHealth());
      for (FlowStation zone : targets) {
        nodes.add(new ZoneDoor(rule, zone, simulation, chance, recorder, listener, meter, nodes));
      }
      nodes.doors().forEach(door -> open(rule, door));
      nodes.doors().get(0).shiftBy(rule.zonalShifts());
    }
    if (besideRequests) {
      twins.add(rule);
    }
  }

  private void open(LoadBalancer rule, FlowDoor door) {
    doors.putIfAbsent(rule.name(), door);
    if (rule.type() == LoadBalancer.Type.PROXY) {
      door.opens();
    } else {
      door.opens(network, places.ofZone(door.station().group().instances().zoneName(0)));
    }
  }

  private FlowDoor open(String name, FlowDoor door) {
    door.opens();
    doors.put(name, door);
    return door;
  }

  private FlowStation station(String name) {
    return stations.first(name);
  }

  /** Adds a name; to be told when all it points to are known, and before they have instances. */
  public void add(DnsName rule) {
    names.add(rule);
  }

  /** All who get requests are there. */
  public void start() {
    names.start();
  }

  /** Adds a workload. */
  public void add(Workload workload) {
    Origins origins = new Origins(workload, window);
    if (workload.classes().isEmpty()) {
      FlowAccount account = requests.account(workload.name());
      PatientOrigin.strata(origins.all()).forEach(origin -> send(origin, "", account));
    }
    for (RequestClass one : workload.classes()) {
      FlowAccount account = requests.account(workload.name(), one.name(), one.value());
      PatientOrigin.strata(origins.of(one)).forEach(origin -> send(origin, one.name(), account));
    }
    if (besideRequests) {
      Origin origin = new Origin.OfWorkload(workload);
      twins.add(workload, (door, account) -> client(origin, "", door, account));
    }
  }

  /** Lets an origin's requests go where they are meant to. */
  private void send(Origin origin, String requestClass, FlowAccount account) {
    String to = Objects.requireNonNull(origin.workload()).to();
    FlowName name = names.of(to, doors::get, this::station);
    if (name == null) {
      spread(origin, requestClass, doorTo(to), account);
      return;
    }
    name.isAskedBy(origin);
    for (int i = 0; i < name.places().size(); i++) {
      FlowDoor door = name.places().get(i).door();
      connect(name.places().get(0).door().station(), door.station());
      spread(new NamedOrigin(origin, name, i), requestClass, door, account);
    }
    name.places().get(0).door().station().part().order();
  }

  /** Lets requests come to a door, or to the nodes that it is one of. */
  private void spread(Origin origin, String requestClass, FlowDoor door, FlowAccount account) {
    if (!(door instanceof ZoneDoor first)) {
      add(origin, requestClass, door, account);
      return;
    }
    FlowNodes nodes = first.nodes();
    for (int zone = 0; zone < nodes.doors().size(); zone++) {
      ZonedOrigin some = new ZonedOrigin(origin, nodes, zone);
      add(some, requestClass, nodes.doors().get(zone), account);
    }
  }

  private void add(Origin origin, String requestClass, FlowDoor door, FlowAccount account) {
    FlowStation station = door.station();
    String kind = kinds.at(station, requestClass);
    FlowClient client = client(origin, kind, door, account);
    station.add(client);
    station.part().add(client);
    clients.add(client);
    station.arrivals(Gaps.at(station, window.toNanos()));
  }

  private FlowClient client(Origin origin, String kind, FlowDoor door, FlowAccount account) {
    double way = ways.seconds(origin, door);
    double timeout = Math.max(0, door.timeoutOf(origin) - way);
    double slow = requests.slowSeconds();
    Answers answers = door.station().work().isComposed()
        ? new ReplyAnswers(account, kind, timeout, slow, window.fromNanos())
        : new LevelAnswers(account, timeout, slow, window.fromNanos());
    return new FlowClient(origin, kind, door, account, answers, way);
  }

  private FlowDoor doorTo(String name) {
    FlowDoor door = doors.get(name);
    if (door == null) {
      FlowMeter meter = FlowMeter.at(station(name), window);
      door = open(name, new FlowDoor(station(name), simulation, recorder, meter));
    }
    return door;
  }

  /** Adds what the instances of a group call; to be told when all doors are known. */
  public void addCalls(ServerGroup group) {
    List<FlowStation> callers = stations.of(group.instances().name());
    group.service().calls().stream().flatMap(step -> step.calls().stream()).forEach(call -> {
      callers.forEach(station -> connect(station, call.to()));
      if (call.fallback() instanceof Fallback.Instead other) {
        callers.forEach(station -> connect(station, other.to()));
      }
    });
    callers.get(0).part().order();
  }

  private void connect(FlowStation station, String to) {
    FlowStation callee = doorTo(to).station();
    station.callees().add(callee);
    connect(station, callee);
  }

  private void connect(FlowStation station, FlowStation callee) {
    FlowPart part = station.part();
    FlowPart other = callee.part();
    if (part != other) {
      part.join(other);
      parts.remove(other);
    }
  }

  /** Results count from now. */
  public void startCounting(long now) {
    // Steps begin short again: a retry counts by the mean age of its step's.
    parts.forEach(part -> part.advance(now));
    stations.startCounting(now);
    twins.startCounting(now);
  }

  /** Brings every part up to a moment. */
  public void advance(long now) {
    for (FlowPart part : parts) {
      part.look(now);
    }
  }

  /** Brings the part that a group belongs to up to a moment. */
  public void advance(String group, long now) {
    station(group).part().look(now);
  }

  /** True when some station was at its limit, or retries came or went, since a moment. */
  public boolean wasRestless(long sinceNanos) {
    for (FlowPart part : parts) {
      if (part.lastRestless() >= sinceNanos) {
        return true;
      }
    }
    return false;
  }

  /** Tells the recorder whether every destination has a healthy target. */
  public void observe(long now) {
    for (FlowClient client : clients) {
      if (!client.origin().finds(client.door())) {
        requests.targetsSeen(now, false, client.door().station().group().why(null));
        return;
      }
    }
    requests.targetsSeen(now, true, "");
  }

  /** The station of a group, as its metrics and figures need it. */
  public StationView view(String group) {
    return new StationView(stations.of(group), chance.of(group, "seen-waiting"));
  }

  /** What every request came to, as far as it is known at the end. */
  public void finish() {
    clients.forEach(client -> client.report());
  }

  /** Tells whom failures have hurt, where users come in sessions. */
  public void reportHurt(SortedMap<Metric, Double> into) {
    parts.forEach(part -> part.reportHurt(into));
  }

  /** What it has counted of work and calls so far. */
  public FlowCounts counts() {
    return new FlowCounts(stations.all(), parts);
  }

  /** The caches in front of a group's calls lose a share of what they hold. */
  public void loseCaches(String group, double share, String cause, long now) {
    stations.loseCaches(group, share, cause, now);
  }

  /** Requests that are known to be on their way, of the whole run. */
  public double underWay() {
    double sum = 0;
    for (FlowClient client : clients) {
      sum += client.pending();
    }
    for (FlowPart part : parts) {
      for (FlowStation station : part.stations()) {
        sum += station.backlog().alive();
      }
    }
    return sum;
  }

  /** Steps taken by all parts. */
  public long steps() {
    return parts.stream().mapToLong(FlowPart::steps).sum();
  }

  /** Requests of the counted window that came to a load balancer. */
  public double requestsAt(String balancer) {
    return door(balancer).meter().requests();
  }

  /** Requests of the counted window that a load balancer answered itself, for want of a target. */
  public double rejectedAt(String balancer) {
    return door(balancer).meter().rejected();
  }

  /** The mean number of requests of the counted window that waited at a load balancer itself. */
  public double surgeQueueAt(String balancer) {
    return door(balancer).station().meter().meanBefore(window.seconds());
  }

  /** Requests of the counted window that were turned away since that queue was full. */
  public double spilledAt(String balancer) {
    return door(balancer).meter().spilled();
  }

  private FlowDoor door(String name) {
    FlowDoor door = doors.get(name);
    if (door == null) {
      throw new IllegalStateException("no load balancer " + name);
    }
    return door;
  }

  /** What the load balancers did. */
  public List<Usage.BalancerUsage> balancers() {
    return DoorUsage.balancers(doors.values());
  }

  /** What came through doors, and of it what crossed zones. */
  public List<ResourceUsage> besides() {
    return everyDoor().flatMap(door -> door.meter().besides()).toList();
  }

  private java.util.stream.Stream<FlowDoor> everyDoor() {
    return java.util.stream.Stream.concat(doors.values().stream(), names.doors().stream());
  }

  /** What was sent to the internet. */
  public List<Usage.TransferUsage> transfers() {
    return everyDoor().map(FlowDoor::transfer).toList();
  }

  /** What has been counted of the names. */
  public List<NameReport> names() {
    return names.reports();
  }
}

package headroom.fleet.flow;

import headroom.fleet.instances.InstanceGroup;
import headroom.fleet.routing.TargetHealthListener;
import headroom.fleet.targets.ServerGroup;
import headroom.kernel.Simulation;
import headroom.random.Chance;
import headroom.results.FlowAccount;
import headroom.results.FlowRecorder;
import headroom.results.Recorder;
import headroom.results.ShadeAccount;
import headroom.results.Usage;
import headroom.results.Window;
import headroom.spec.LoadBalancer;
import headroom.workload.Gamma;
import headroom.workload.Regular;
import headroom.workload.Workload;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Traffic of a whole scenario as rates: its parts, and what the rest of the fleet asks of them. */
public final class FlowTraffic {

  private final Simulation simulation;
  private final Chance chance;
  private final Recorder recorder;
  private final FlowRecorder requests;
  private final Window window;
  private final Map<String, FlowStation> stations = new LinkedHashMap<>();
  private final Map<String, FlowDoor> doors = new LinkedHashMap<>();
  private final List<FlowClient> clients = new ArrayList<>();
  private final Set<FlowPart> parts = new LinkedHashSet<>();
  // In a hybrid, by group and by door.
  private final Map<String, FlowTwin> twins = new LinkedHashMap<>();
  private final Map<String, FlowDoor> twinDoors = new LinkedHashMap<>();
  private boolean besideRequests;

  public FlowTraffic(
      Simulation simulation,
      Chance chance,
      Recorder recorder,
      FlowRecorder requests,
      Window window) {
    this.simulation = simulation;
    this.chance = chance;
    this.recorder = recorder;
    this.requests = requests;
    this.window = window;
  }

  /** There are requests beside these rates, and servers for them; to be told first of all. */
  public void stayBesideRequests() {
    besideRequests = true;
  }

  /** Each connected part, as somebody sees it who takes over its traffic at times. */
  public List<FlowSeam> seams() {
    List<FlowSeam> seams = new ArrayList<>();
    for (FlowPart part : parts) {
      String name = part.stations().get(0).name();
      seams.add(new FlowSeam(part, twinOf(name), chance.of(name, "seam")));
    }
    return seams;
  }

  /** Adds a group; to be told before whoever else listens to its instances. */
  public void add(ServerGroup group) {
    FlowPart part = new FlowPart();
    FlowStation station =
        new FlowStation(group, part, chance.of(group.instances().name(), "measured-busy"));
    part.add(station);
    parts.add(part);
    stations.put(group.instances().name(), station);
    InstanceGroup instances = group.instances();
    instances.listen(station.meter());
    if (besideRequests) {
      addTwin(group);
    } else {
      group.leaveOutServers(station::setSpeed);
    }
  }

  private void addTwin(ServerGroup group) {
    FlowPart part = new FlowPart();
    String name = group.instances().name();
    FlowStation station = new FlowStation(group, part, chance.of(name, "measured-in-shade"));
    part.add(station);
    twins.put(name, new FlowTwin(part));
  }

  private FlowTwin twinOf(String group) {
    FlowTwin twin = twins.get(group);
    if (twin == null) {
      throw new IllegalStateException("no group " + group);
    }
    return twin;
  }

  private void addTwin(String name, FlowDoor door) {
    FlowStation station = door.station();
    station.add(door);
    station.part().add(door);
    station.group().instances().listen(door);
    twinDoors.put(name, door);
  }

  private FlowMeter newMeter() {
    return new FlowMeter(window.fromNanos(), window.toNanos());
  }

  private FlowStation twinStation(String group) {
    return twinOf(group).part().stations().get(0);
  }

  /** Adds a load balancer in front of a group. */
  public void add(LoadBalancer rule, TargetHealthListener listener) {
    FlowStation station = station(rule.targets());
    FlowMeter meter = new FlowMeter(window.fromNanos(), window.toNanos());
    FlowDoor door = new FlowDoor(rule, station, simulation, chance, recorder, listener, meter);
    open(rule.name(), door);
    if (besideRequests) {
      addTwin(
          rule.name(),
          new FlowDoor(
              rule,
              twinStation(rule.targets()),
              simulation,
              chance,
              FlowTwin.BLIND,
              FlowTwin.DEAF,
              newMeter()));
    }
  }

  private FlowDoor open(String name, FlowDoor door) {
    FlowStation station = door.station();
    station.add(door);
    station.part().add(door);
    station.group().instances().listen(door);
    doors.put(name, door);
    return door;
  }

  private FlowStation station(String name) {
    FlowStation station = stations.get(name);
    if (station == null) {
      throw new IllegalStateException("no group " + name);
    }
    return station;
  }

  /** Adds a workload. */
  public void add(Workload workload) {
    FlowDoor door = doors.get(workload.to());
    if (door == null) {
      FlowMeter meter = new FlowMeter(window.fromNanos(), window.toNanos());
      door = open(workload.to(), new FlowDoor(station(workload.to()), simulation, recorder, meter));
      if (besideRequests) {
        FlowStation twin = twinStation(workload.to());
        addTwin(workload.to(), new FlowDoor(twin, simulation, FlowTwin.BLIND, newMeter()));
      }
    }
    FlowStation station = door.station();
    FlowClient client =
        client(workload, door, requests.account(workload.name()));
    station.add(client);
    station.part().add(client);
    clients.add(client);
    station.arrivals(gaps(station));
    FlowDoor twin = twinDoors.get(workload.to());
    if (twin != null) {
      ShadeAccount account = new ShadeAccount(window);
      FlowClient shade = client(workload, twin, account);
      twin.station().add(shade);
      twinOf(twin.station().name()).add(shade, account);
      twin.station().arrivals(gaps(station));
    }
  }

  private FlowClient client(Workload workload, FlowDoor door, FlowAccount account) {
    return new FlowClient(
        workload,
        door,
        account,
        requests.slowSeconds(),
        window.fromNanos(),
        door.station().slots());
  }

  /** Squared coefficient of variation of the gaps of all that comes to a station, by their rates. */
  private double gaps(FlowStation station) {
    double rates = 0;
    double sum = 0;
    for (FlowClient client : station.clients()) {
      double rate = client.workload().rate().mean(0, window.toNanos());
      rates += rate;
      sum += rate * gaps(client.workload());
    }
    return rates > 0 ? sum / rates : 1;
  }

  private static double gaps(Workload workload) {
    if (workload.arrivals() instanceof Regular) {
      return 0;
    }
    return workload.arrivals() instanceof Gamma gamma ? gamma.cv() * gamma.cv() : 1;
  }

  /** Results count from now. */
  public void startCounting(long now) {
    advance(now);
    stations.values().forEach(station -> station.meter().startCounting(now));
    twins.keySet().forEach(name -> twinStation(name).meter().startCounting(now));
  }

  /** Brings every part up to a moment. */
  public void advance(long now) {
    for (FlowPart part : parts) {
      part.advance(now);
    }
  }

  /** Brings the part that a group belongs to up to a moment. */
  public void advance(String group, long now) {
    station(group).part().advance(now);
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
      if (!client.door().hasHealthyTarget()) {
        requests.targetsSeen(now, false, client.door().station().group().why(null));
        return;
      }
    }
    requests.targetsSeen(now, true, "");
  }

  /** The station of a group, as its metrics and figures need it. */
  public StationView view(String group) {
    return new StationView(station(group));
  }

  /** What every request came to, as far as it is known at the end. */
  public void finish() {
    clients.forEach(client -> client.report());
  }

  /** Work finished by all instances so far. */
  public long finished() {
    return (long)
        stations.values().stream().mapToDouble(s -> s.meter().finished()).sum();
  }

  /** Of it, what nobody waited for any more. */
  public long finishedForNobody() {
    return (long) stations.values().stream()
        .mapToDouble(s -> s.meter().finishedForNobody())
        .sum();
  }

  /** Calls that services had to make. */
  public long calls() {
    return 0;
  }

  /** Attempts at them. */
  public long callAttempts() {
    return 0;
  }

  /** Requests that are known to be on their way, of the whole run. */
  public double underWay() {
    double sum = 0;
    for (FlowClient client : clients) {
      sum += client.pending();
    }
    for (FlowStation station : stations.values()) {
      sum += station.alive();
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

  private FlowDoor door(String name) {
    FlowDoor door = doors.get(name);
    if (door == null) {
      throw new IllegalStateException("no load balancer " + name);
    }
    return door;
  }

  /** What the load balancers did. */
  public List<Usage.BalancerUsage> balancers() {
    List<Usage.BalancerUsage> usages = new ArrayList<>();
    for (FlowDoor door : doors.values()) {
      LoadBalancer rule = door.rule();
      if (rule != null) {
        usages.add(door.meter().usage(rule.name(), rule.type().word()));
      }
    }
    return usages;
  }

  /** What was sent to the internet. */
  public List<Usage.TransferUsage> transfers() {
    return doors.values().stream().map(FlowDoor::transfer).toList();
  }
}

package headroom.fleet.instances;

import headroom.kernel.Phase;
import headroom.kernel.Simulation;
import headroom.random.Chance;
import headroom.results.EventLog;
import headroom.results.InstanceUsage;
import headroom.results.Level;
import headroom.results.Recorder;
import headroom.results.Why;
import headroom.supply.Image;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The living instances of one group: moves them through their states and keeps the counts. */
public final class InstanceGroup {

  private final String name;
  private final List<String> types;
  private final List<String> zones;
  private final Simulation simulation;
  private final Recorder recorder;
  private final InstanceUsage.Builder usage;
  private final List<InstanceListener> listeners = new ArrayList<>();
  private final List<Instance> live = new ArrayList<>();
  private final int[] usageKinds;
  private final String[] launched;
  private final int[] population;
  private final int[] inServiceByZone;
  private final int[] byState = new int[State.values().length];
  private final Level inService = new Level();
  private final LaunchTimes launchTimes;
  private final Startup startup;
  private int nextOrdinal;
  private @Nullable SpotRuns spotRuns;

  /**
   * Makes a group without instances.
   *
   * @param types the types it may launch, the preferred first
   * @param desks the launch services, by name
   * @param countsFrom when results begin to count
   */
  public InstanceGroup(
      String name,
      List<String> types,
      Image image,
      List<String> zones,
      Simulation simulation,
      Chance chance,
      Recorder recorder,
      InstanceUsage.Builder usage,
      Map<String, LaunchDesk> desks,
      long countsFrom) {
    this.name = name;
    this.zones = zones;
    this.simulation = simulation;
    this.recorder = recorder;
    this.usage = usage;
    this.types = List.copyOf(types);
    this.usageKinds = new int[types.size() * zones.size()];
    this.launched = zones.stream().map(zone -> "launched in zone " + zone).toArray(String[]::new);
    this.population = new int[zones.size()];
    this.inServiceByZone = new int[zones.size()];
    for (int kind = 0; kind < usageKinds.length; kind++) {
      String type = types.get(kind / zones.size());
      String zone = zones.get(kind % zones.size());
      usageKinds[kind] = usage.kind(new InstanceUsage.What(name, type, zone, "on-demand", "linux"));
    }
    this.launchTimes = new LaunchTimes(countsFrom);
    this.startup = new Startup(name, image, desks, simulation, chance, launchTimes);
  }

  public String name() {
    return name;
  }

  public String zoneName(int zone) {
    return zones.get(zone);
  }

  public int zones() {
    return zones.size();
  }

  public void listen(InstanceListener listener) {
    listeners.add(listener);
  }

  /** Every instance that has not ended, in an order that only depends on the run. */
  public List<Instance> live() {
    return live;
  }

  public int count(State state) {
    return byState[state.ordinal()];
  }

  /** Instances in service or on their way there, those included that failed unnoticed. */
  public int population() {
    return live.size() - count(State.DRAINING);
  }

  /** The same in one zone. */
  public int population(int zone) {
    return population[zone];
  }

  /** The same of every zone; to be read only. */
  public int[] populations() {
    return population;
  }

  public int inService(int zone) {
    return inServiceByZone[zone];
  }

  /** Instances in service over time. */
  public Level inServiceLevel() {
    return inService;
  }

  /**
   * The cloud has granted an instance; it goes through its start by itself.
   *
   * @param type which of the group's types
   * @param spot true when the provider may take it back
   * @param wantedSince when it was decided that it is wanted
   */
  public Instance launch(int type, int zone, boolean spot, long wantedSince, long now, String why) {
    Instance instance = add(type, zone, spot);
    instance.wanted(wantedSince);
    launchTimes.ended(LaunchTimes.REQUEST, wantedSince, now);
    log(now, EventLog.Kind.LAUNCH, instance, words(instance), why);
    startup.begin(instance, now);
    return instance;
  }

  /** An instance that is in service from the very beginning. */
  public Instance present(int type, int zone, boolean spot) {
    Instance instance = add(type, zone, spot);
    enter(instance, State.BOOTING, 0);
    enter(instance, State.BOOTSTRAPPING, 0);
    inService(instance, 0);
    return instance;
  }

  /**
   * An instance that failed runs again in its place: for all who deal with instances another one,
   * which continues the series of its lives.
   */
  public void repair(Instance failed, long now) {
    terminate(failed, now, "repaired");
    Instance next = add(failed.type(), failed.zone(), failed.isSpot());
    next.continues(failed);
    enter(next, State.BOOTING, now);
    enter(next, State.BOOTSTRAPPING, now);
    log(now, EventLog.Kind.REPAIR, next, "repaired, was " + failed.label(), failed.crashCause());
    inService(next, now);
  }

  private String words(Instance instance) {
    String where = launched[instance.zone()];
    String what = instance.type() == 0 ? where : where + " as " + types.get(instance.type());
    return instance.isSpot() ? what + ", spot" : what;
  }

  private Instance add(int type, int zone, boolean spot) {
    Instance instance = new Instance(this, nextOrdinal++, type, zone, spot);
    instance.index = live.size();
    live.add(instance);
    byState[State.PENDING.ordinal()]++;
    population[zone]++;
    for (InstanceListener listener : listeners) {
      listener.asked(instance, simulation.now());
    }
    return instance;
  }

  void booting(Instance instance, long now) {
    enter(instance, State.BOOTING, now);
    startup.boot(instance, now);
  }

  void bootstrapping(Instance instance, long now) {
    enter(instance, State.BOOTSTRAPPING, now);
    startup.bootstrap(instance, now);
  }

  /** A step of the bootstrap has been carried out. */
  void step(Instance instance, long now) {
    switch (startup.next(instance, now)) {
      case DONE -> inService(instance, now);
      case GIVEN_UP -> {
        log(now, EventLog.Kind.LAUNCH_FAILURE, instance, "bootstrap failed", "");
        listeners.forEach(listener -> listener.startFailed(instance, now));
      }
      case GOES_ON -> {}
    }
  }

  /** How long its launches took. */
  public LaunchTimes launchTimes() {
    return launchTimes;
  }

  void inService(Instance instance, long now) {
    enter(instance, State.IN_SERVICE, now);
    log(now, EventLog.Kind.IN_SERVICE, instance, "in service", "");
    for (InstanceListener listener : listeners) {
      listener.inService(instance, now);
    }
  }

  /** Lets a failure strike an instance in service at a time, unless another strikes it earlier. */
  public void crashAt(Instance instance, long atNanos, String cause) {
    if (instance.isPending() && instance.timeNanos() <= atNanos) {
      return;
    }
    instance.willCrashBy(cause);
    simulation.cancel(instance);
    simulation.schedule(instance, atNanos, Phase.CHANGE);
  }

  /** Lets an instance in service crash at a time, whatever was planned for it before. */
  public void crashInsteadAt(Instance instance, long atNanos, String cause) {
    simulation.cancel(instance);
    crashAt(instance, atNanos, cause);
  }

  /** Nothing is planned for an instance in service any more. */
  public void crashNoMore(Instance instance) {
    simulation.cancel(instance);
  }

  /** The instance stops running now. */
  public void crash(Instance instance, String cause, long now) {
    simulation.cancel(instance);
    instance.crashedBy(cause);
    boolean wasRunning = instance.state().isRunning();
    enter(instance, State.FAILED, now);
    if (wasRunning) {
      bill(instance, now);
    }
    log(now, EventLog.Kind.FAILURE, instance, "stopped running", cause);
    for (InstanceListener listener : listeners) {
      listener.crashed(instance, now);
    }
  }

  /** Tells that a spot instance will be taken back. */
  void noticed(Instance instance, long now) {
    log(now, EventLog.Kind.UNHEALTHY, instance, "spot interruption notice", "");
    listeners.forEach(listener -> listener.interruptionNoticed(instance, now));
  }

  /** The provider takes a spot instance back. */
  void interrupt(Instance instance, long now) {
    instance.interrupted = true;
    crash(instance, Why.CAPACITY, now);
  }

  /** Takes an instance out of service; whoever drains it ends it later. */
  public void drain(Instance instance, long now, String why) {
    enter(instance, State.DRAINING, now);
    log(now, EventLog.Kind.TERMINATION, instance, "taken out of service", why);
    for (InstanceListener listener : listeners) {
      listener.draining(instance, now);
    }
  }

  /** Ends an instance for good. */
  public void terminate(Instance instance, long now, String why) {
    simulation.cancel(instance);
    boolean wasRunning = instance.state().isRunning();
    enter(instance, State.TERMINATED, now);
    if (wasRunning) {
      bill(instance, now);
    }
    forget(instance);
    log(now, EventLog.Kind.TERMINATION, instance, "terminated", why);
    for (InstanceListener listener : listeners) {
      listener.terminated(instance, now);
    }
  }

  private void forget(Instance instance) {
    Instance last = live.remove(live.size() - 1);
    if (last != instance) {
      live.set(instance.index, last);
      last.index = instance.index;
    }
  }

  /** From now on spot instances may be launched, and their runs are kept there. */
  public void spotTo(SpotRuns runs) {
    spotRuns = runs;
  }

  private void bill(Instance instance, long now) {
    if (instance.isSpot()) {
      billSpot(instance, now);
    } else {
      usage.add(kind(instance), instance.runningSince(), now);
    }
  }

  private int kind(Instance instance) {
    return usageKinds[instance.type() * zones.size() + instance.zone()];
  }

  private void billSpot(Instance instance, long now) {
    if (spotRuns == null) {
      throw new IllegalStateException(instance.label() + " is a spot instance of a group without");
    }
    InstanceUsage.What what = new InstanceUsage.What(
        name, types.get(instance.type()), zones.get(instance.zone()), "spot", "linux");
    spotRuns.add(what, instance.runningSince(), now, instance.isInterrupted());
  }

  /** Writes the intervals of what still runs at the end of the run. */
  public void billOpen(long end) {
    for (Instance instance : live) {
      if (instance.state().isRunning() && instance.isSpot()) {
        billSpot(instance, end);
      } else if (instance.state().isRunning()) {
        usage.addOpen(kind(instance), instance.runningSince(), end);
      }
    }
  }

  private void enter(Instance instance, State next, long now) {
    State previous = instance.state();
    if (next == State.FAILED || next == State.TERMINATED) {
      startup.abandon(instance, now);
    }
    instance.move(next, now);
    byState[previous.ordinal()]--;
    byState[next.ordinal()]++;
    int zone = instance.zone();
    population[zone] += (belongs(next) ? 1 : 0) - (belongs(previous) ? 1 : 0);
    if (next == State.BOOTING) {
      for (InstanceListener listener : listeners) {
        listener.running(instance, now);
      }
    }
    if (mayGo(previous) && !mayGo(next)) {
      for (InstanceListener listener : listeners) {
        listener.mayGoNoMore(instance, now);
      }
    }
    if (previous == State.IN_SERVICE) {
      inServiceByZone[zone]--;
      inService.change(now, -1);
      for (InstanceListener listener : listeners) {
        listener.outOfService(instance, now);
      }
    }
    if (next == State.IN_SERVICE) {
      inServiceByZone[zone]++;
      inService.change(now, 1);
    }
  }

  private static boolean mayGo(State state) {
    return state == State.IN_SERVICE || state.isStarting();
  }

  private static boolean belongs(State state) {
    return state != State.DRAINING && state != State.TERMINATED;
  }

  private void log(long now, EventLog.Kind kind, Instance instance, String what, String why) {
    // Failures are also what metastability is judged by, in runs that are not shown as well.
    if (kind == EventLog.Kind.FAILURE || recorder.readsEvents()) {
      recorder.happened(now, kind, instance.label(), what, why);
    }
  }

  /** Re-derives every count from the instances themselves. */
  public void check() {
    int[] states = new int[byState.length];
    int[] zonesSeen = new int[zones.size()];
    for (Instance instance : live) {
      states[instance.state().ordinal()]++;
      zonesSeen[instance.zone()] += belongs(instance.state()) ? 1 : 0;
    }
    states[State.TERMINATED.ordinal()] = byState[State.TERMINATED.ordinal()];
    if (!java.util.Arrays.equals(states, byState)
        || !java.util.Arrays.equals(zonesSeen, population)) {
      throw new IllegalStateException("counts of group " + name + " do not add up");
    }
  }
}

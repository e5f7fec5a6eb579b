package headroom.fleet.instances;

import headroom.kernel.Simulation;
import headroom.random.Chance;
import headroom.results.Level;
import headroom.results.Recorder;
import headroom.supply.Image;
import headroom.supply.LaunchError;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The living instances of one group: moves them through their states and keeps the counts. */
public final class InstanceGroup {

  private final String name;
  private final List<String> zones;
  private final Simulation simulation;
  private final News news;
  private final RunTimes runTimes;
  private final List<Instance> live = new ArrayList<>();
  private final Census census;
  private final LaunchTimes launchTimes;
  private final Startups startups;
  private final Power power;
  private int nextOrdinal;

  /**
   * Makes a group without instances.
   *
   * @param types the types it may launch, the preferred first
   * @param hooks what is waited for at the end of a start
   * @param runTimes where it is written down how long its instances ran
   * @param desks the launch services, by name
   * @param countsFrom when results begin to count
   */
  public InstanceGroup(
      String name,
      List<String> types,
      Image image,
      HookWaits hooks,
      List<String> zones,
      Simulation simulation,
      Chance chance,
      Recorder recorder,
      RunTimes runTimes,
      Map<String, LaunchDesk> desks,
      long countsFrom) {
    this.name = name;
    this.zones = zones;
    this.simulation = simulation;
    this.news = new News(recorder, types, zones);
    this.runTimes = runTimes;
    this.census = new Census(zones.size());
    this.launchTimes = new LaunchTimes(countsFrom);
    this.startups = new Startups(
        made -> new Startup(name, made, hooks, desks, simulation, chance, launchTimes));
    this.startups.launch(image);
    this.power = new Power(this, startups, runTimes, news, simulation);
  }

  /** What stops its instances and starts them again. */
  public Power power() {
    return power;
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
    news.listen(listener);
  }

  /** From now on it hears first. */
  public void listenFirst(InstanceListener listener) {
    news.listenFirst(listener);
  }

  /** Every instance that has not ended, in an order that only depends on the run. */
  public List<Instance> live() {
    return live;
  }

  public int count(State state) {
    return census.count(state);
  }

  /** Instances in service or on their way there, those included that failed unnoticed. */
  public int population() {
    return live.size() - count(State.DRAINING);
  }

  /** The same in one zone. */
  public int population(int zone) {
    return census.populations()[zone];
  }

  /** The same of every zone; to be read only. */
  public int[] populations() {
    return census.populations();
  }

  /** Instances of a zone that run, in service or not. */
  public int running(int zone) {
    return census.running(zone);
  }

  /** Instances of a zone that failed and are not gone yet. */
  public int failed(int zone) {
    return census.failed(zone);
  }

  /** Those that have failed and are not yet replaced, in the order in which they did. */
  public Collection<Instance> failed() {
    return Collections.unmodifiableCollection(census.failed());
  }

  public int inService(int zone) {
    return census.inService(zone);
  }

  /** Instances in service over time. */
  public Level inServiceLevel() {
    return census.inServiceLevel();
  }

  /**
   * The cloud has granted an instance; it goes through its start by itself.
   *
   * @param type which of the group's types
   * @param spot true when the provider may take it back
   * @param wantedSince when it was decided that it is wanted
   */
  public Instance launch(int type, int zone, boolean spot, long wantedSince, long now, String why) {
    Instance instance = add(type, zone, spot, Optional.empty());
    instance.wanted(wantedSince);
    launchTimes.granted(wantedSince, now);
    news.launched(instance, "", now, why);
    startups.of(instance).begin(instance, now);
    return instance;
  }

  /**
   * An instance that is prepared goes through what is left of its start.
   *
   * @param from what it was where it was prepared
   * @param runsSince since when it has been running; -1 when it does not run
   */
  public Instance launchPrepared(
      Preparation how, Instance from, long runsSince, long wantedSince, long now, String why) {
    boolean stays = how == Preparation.RUNNING;
    Instance instance =
        add(from.type(), from.zone(), false, stays ? Optional.of(from) : Optional.empty());
    instance.wanted(wantedSince);
    instance.prepare(how);
    launchTimes.granted(wantedSince, now);
    news.launched(instance, " from the warm pool", now, why);
    if (how == Preparation.RUNNING) {
      instance.runsSince(runsSince);
      enter(instance, State.BOOTING, now);
      enter(instance, State.BOOTSTRAPPING, now);
      startups.of(instance).resume(instance, now);
    } else {
      startups.of(instance).begin(instance, now);
    }
    return instance;
  }

  /** It stops: it keeps its place and its disk, and is not billed. */
  public void stop(Instance instance, long now) {
    simulation.cancel(instance);
    enter(instance, State.STOPPED, now);
    if (instance.runningSince() < now) {
      runTimes.ended(instance, now);
    }
    news.stopped(instance, now);
  }

  /** Somebody else has it from now on, as it is, and its time goes on there. */
  public void handOver(Instance instance, long now) {
    simulation.cancel(instance);
    enter(instance, State.TERMINATED, now);
    forget(instance, now);
    news.goneQuietly(instance, now);
  }

  /** From now on instances start from another image; one more version of what is launched. */
  public void launchFrom(Image image) {
    startups.launch(image);
  }

  /** Back to what was launched at an earlier version. */
  public void launchAgain(int version) {
    startups.again(version);
  }

  /** The version that is launched now, counted from 0. */
  public int version() {
    return startups.version();
  }

  /** True when an instance is as one launched now would be. */
  public boolean isCurrent(Instance instance) {
    return startups.isCurrent(instance);
  }

  /** How many instances it has launched so far, which is the next one's ordinal. */
  public int launchedSoFar() {
    return nextOrdinal;
  }

  /** An instance that is in service from the very beginning. */
  public Instance present(int type, int zone, boolean spot) {
    return ready(add(type, zone, spot, Optional.empty()), 0);
  }

  /** An on-demand instance that is ready here as soon as it is here, and runs since a while. */
  public Instance arrive(Instance from, long runsSince, long now) {
    Instance instance = add(from.type(), from.zone(), false, Optional.of(from));
    instance.runsSince(runsSince);
    return ready(instance, now);
  }

  private Instance ready(Instance instance, long now) {
    enter(instance, State.BOOTING, now);
    enter(instance, State.BOOTSTRAPPING, now);
    inService(instance, now);
    return instance;
  }

  /** An instance that failed runs again in its place: as another one, which continues its lives. */
  public void repair(Instance failed, long now) {
    end(failed, now, "repaired");
    Instance next = add(failed.type(), failed.zone(), failed.isSpot(), Optional.of(failed));
    next.continues(failed);
    news.repaired(next, failed, now);
    ready(next, now);
  }

  /** One more, on the host of the one that it continues, if it continues one. */
  Instance add(int type, int zone, boolean spot, Optional<Instance> before) {
    Instance instance = new Instance(this, nextOrdinal++, type, zone, spot);
    before.ifPresent(instance::liesAs);
    instance.version = startups.version();
    instance.index = live.size();
    live.add(instance);
    census.asked(zone);
    news.asked(instance, simulation.now());
    return instance;
  }

  void booting(Instance instance, long now) {
    enter(instance, State.BOOTING, now);
    startups.of(instance).boot(instance, now);
  }

  void bootstrapping(Instance instance, long now) {
    enter(instance, State.BOOTSTRAPPING, now);
    if (startups.of(instance).bootstrap(instance, now)) {
      inService(instance, now);
    }
  }

  /** A step of the bootstrap has been carried out. */
  void step(Instance instance, long now) {
    switch (startups.of(instance).next(instance, now)) {
      case DONE -> inService(instance, now);
      case GIVEN_UP -> news.startFailed(instance, LaunchError.BOOTSTRAP_FAILED, now);
      case ABANDONED -> news.startFailed(instance, LaunchError.HOOK_ABANDONED, now);
      case GOES_ON -> {}
    }
  }

  /** How long its launches took. */
  public LaunchTimes launchTimes() {
    return launchTimes;
  }

  void inService(Instance instance, long now) {
    enter(instance, State.IN_SERVICE, now);
    launchTimes.inService(instance);
    news.inService(instance, now);
  }

  /** The instance stops running now. */
  public void crash(Instance instance, String cause, long now) {
    simulation.cancel(instance);
    instance.crashedBy(cause);
    boolean wasRunning = instance.state().isRunning();
    enter(instance, State.FAILED, now);
    if (wasRunning) {
      runTimes.ended(instance, now);
    }
    news.crashed(instance, now);
  }

  /** Who is told what becomes of its instances. */
  News news() {
    return news;
  }

  /** Takes an instance out of service; whoever drains it ends it later. */
  public void drain(Instance instance, long now, String why) {
    enter(instance, State.DRAINING, now);
    news.draining(instance, now, why);
  }

  /** Takes an instance out of service that is going to come back in its place. */
  public void vacate(Instance instance, long now, String why) {
    enter(instance, State.VACATED, now);
    instance.vacate();
    news.draining(instance, now, why);
  }

  /** Ends an instance for good. */
  public void terminate(Instance instance, long now, String why) {
    end(instance, now, why);
    runTimes.leaves(instance, now);
  }

  private void end(Instance instance, long now, String why) {
    simulation.cancel(instance);
    boolean wasRunning = instance.state().isRunning();
    enter(instance, State.TERMINATED, now);
    if (wasRunning) {
      runTimes.ended(instance, now);
    }
    forget(instance, now);
    news.terminated(instance, now, why);
  }

  private void forget(Instance instance, long now) {
    runTimes.noLongerStopped(instance, now);
    Instance last = live.remove(live.size() - 1);
    if (last != instance) {
      live.set(instance.index, last);
      last.index = instance.index;
    }
  }

  /** Writes the intervals of what still runs at the end of the run. */
  public void billOpen(long end) {
    for (Instance instance : live) {
      if (instance.state().isRunning()) {
        runTimes.open(instance, end);
      }
      startups.of(instance).isOpen(instance, end);
      runTimes.noLongerStopped(instance, end);
    }
  }

  void enter(Instance instance, State next, long now) {
    State previous = instance.state();
    if (next == State.FAILED || next == State.TERMINATED) {
      startups.of(instance).abandon(instance, now);
    }
    instance.move(next, now);
    if (previous.isRunning() && !next.isRunning()) {
      runTimes.stops(instance, now);
    }
    census.moved(instance, previous, next);
    if (next == State.BOOTING) {
      news.running(instance, now);
    }
    if (mayGo(previous) && !mayGo(next)) {
      news.mayGoNoMore(instance, now);
    }
    if (previous == State.IN_SERVICE) {
      census.serves(instance.zone(), -1, now);
      news.outOfService(instance, now);
    }
    if (next == State.IN_SERVICE) {
      census.serves(instance.zone(), 1, now);
    }
  }

  private static boolean mayGo(State state) {
    return state == State.IN_SERVICE || state.isStarting();
  }

  /** Re-derives every count from the instances themselves. */
  public void check() {
    if (!census.isOf(live)) {
      throw new IllegalStateException("counts of group " + name + " do not add up");
    }
  }
}

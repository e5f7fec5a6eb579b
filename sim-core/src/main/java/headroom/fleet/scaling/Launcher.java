package headroom.fleet.scaling;

import headroom.fleet.instances.Instance;
import headroom.fleet.instances.InstanceGroup;
import headroom.fleet.instances.Region.Market;
import headroom.kernel.Phase;
import headroom.kernel.Simulation;
import headroom.policy.placement.Mix;
import headroom.policy.placement.Weights;
import headroom.policy.placement.ZoneBalance;
import headroom.policy.retry.Backoff;
import headroom.random.Stream;
import headroom.results.EventLog;
import headroom.results.Recorder;
import headroom.supply.LaunchError;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;

/** Asks the cloud for the instances of one group, and asks again when it refuses. */
final class Launcher {

  private static final double NANOS = 1e9;

  private final InstanceGroup instances;
  private final Market market;
  private final Mix mix;
  private final Units units;
  private final List<Integer> inOrder;
  private final Activities activities;
  private final Simulation simulation;
  private final Recorder recorder;
  private final Backoff backoff;
  private final Stream luck;
  private final LongConsumer again;
  private final BooleanSupplier suspended;
  // Since when each missing instance has been wanted, the longest first.
  private final Since wantedSince = new Since();
  private Prepared prepared = (since, now, why) -> false;
  private boolean retryPending;
  private int retries;
  private double waited;
  private long waits;

  /**
   * Makes the launcher of a group.
   *
   * @param market what the group may ask for
   * @param mix how much of it is spot
   * @param units what its instances count for
   * @param backoff how long it waits before it asks again
   * @param luck of that wait
   * @param again told when it is time to look again whether instances are missing
   * @param suspended true while nothing may be launched
   */
  Launcher(
      InstanceGroup instances,
      Market market,
      Mix mix,
      Units units,
      Activities activities,
      Simulation simulation,
      Recorder recorder,
      Backoff backoff,
      Stream luck,
      LongConsumer again,
      BooleanSupplier suspended) {
    this.instances = instances;
    this.market = market;
    this.mix = mix;
    this.units = units;
    this.inOrder = mix.onDemandOrder(
        IntStream.range(0, market.types()).mapToObj(market::typeName).toList());
    this.activities = activities;
    this.simulation = simulation;
    this.recorder = recorder;
    this.backoff = backoff;
    this.luck = luck;
    this.again = again;
    this.suspended = suspended;
  }

  /** Instances that need not be asked for. */
  @FunctionalInterface
  interface Prepared {

    /** Launches one of them; false when there is none. */
    boolean launch(long wantedSinceNanos, long nowNanos, String why);
  }

  /** From now on what is prepared is launched first. */
  void takeFirst(Prepared some) {
    prepared = some;
  }

  /** Brings instances that are in service from the very beginning. */
  void present(int count) {
    if (market.hasRoomOfItsOwn()) {
      presentWhereRoomIs(count);
      return;
    }
    while (Weights.launchesMore(count, units.population())) {
      if (!presentOnSomeHost()) {
        lacking(count - units.population());
        return;
      }
    }
  }

  private boolean presentOnSomeHost() {
    if (market.hasOwnHosts()) {
      for (int zone : ZoneBalance.order(instances.populations())) {
        if (market.hasOwnRoom(0, zone)) {
          instances.present(0, zone, false);
          return true;
        }
      }
    }
    int emptiest = ZoneBalance.emptiest(instances.populations());
    return presentIn(emptiest)
        || ZoneBalance.order(instances.populations()).stream().anyMatch(this::presentIn);
  }

  private boolean presentIn(int zone) {
    boolean spot = wantsSpot() && !types(true, zone, 0).isEmpty();
    for (int type : types(spot, zone, 0)) {
      if (market.hasHost(type, zone) && !(spot && market.isTooDear(type, zone, 0))) {
        instances.present(type, zone, spot);
        return true;
      }
    }
    return false;
  }

  /** So many find no room at time zero, and are asked for again. */
  private void lacking(int count) {
    boolean tooDear = wantsSpot() && types(true, 0, 0).stream().anyMatch(this::isTooDearAtZero);
    if (tooDear) {
      failed(LaunchError.SPOT_MAX_PRICE_TOO_LOW, "spot is too dear at time zero", "", 0);
    } else {
      failed(market.noHost(), "no host has room at time zero", "", 0);
    }
    missing(count, 0);
    retryLater(0);
  }

  private boolean isTooDearAtZero(int type) {
    return IntStream.range(0, instances.zones()).anyMatch(zone -> market.isTooDear(type, zone, 0));
  }

  private void presentWhereRoomIs(int count) {
    for (int i = 0; i < count; i++) {
      OptionalInt zone = zoneWithRoom(0);
      if (zone.isEmpty()) {
        missing(count - i, 0);
        retryLater(0);
        return;
      }
      instances.present(0, zone.getAsInt(), false);
    }
  }

  private OptionalInt zoneWithRoom(long now) {
    return ZoneBalance.order(instances.populations()).stream()
        .mapToInt(Integer::intValue)
        .filter(zone -> market.refusal(0, zone, now).isEmpty())
        .findFirst();
  }

  /** Asks for so many in one request; what is not granted is asked for again later. */
  void launch(int count, long now, String why) {
    if (units.areInstances()) {
      launchInstances(count, now, why);
      return;
    }
    // How many will do is only known when it is known of which types they are.
    int wanted = units.population() + count;
    int before;
    do {
      before = units.population();
      launchInstances(Weights.launchesMore(wanted, before) ? 1 : 0, now, why);
    } while (units.population() > before);
  }

  private void launchInstances(int count, long now, String why) {
    missing(count, now);
    if (count <= 0 || suspended.getAsBoolean()) {
      return;
    }
    int batch = market.most(count);
    Optional<LaunchError> refused = market.request(batch, now);
    if (refused.isPresent()) {
      failed(refused.get(), "request for " + batch, "", now);
      retryLater(now);
      return;
    }
    for (int i = 0; i < batch; i++) {
      if (!launch(now, why)) {
        retryLater(now);
        return;
      }
    }
    if (batch < count) {
      retryLater(now);
    } else {
      retries = 0;
    }
  }

  private void missing(int count, long now) {
    wantedSince.become(Math.max(0, count), now);
  }

  /** Launches into the emptiest zone that will have it; false when none will. */
  private boolean launch(long now, String why) {
    if (prepared.launch(wantedSince.first(), now, why)) {
      wantedSince.removeFirst();
      activities.launches().add(now);
      activities.warmStarts().add(now);
      return true;
    }
    if (market.hasRoomOfItsOwn()) {
      return launchWhereRoomIs(now, why);
    }
    if (market.hasOwnHosts()) {
      Optional<Boolean> own = launchOnOwnHosts(now, why);
      if (own.isPresent()) {
        return own.get();
      }
    }
    boolean spot = wantsSpot();
    int emptiest = ZoneBalance.emptiest(instances.populations());
    int first = inOrder.get(0);
    if (!spot && market.refusal(first, emptiest, now).isEmpty()) {
      return granted(first, emptiest, false, now, why);
    }
    for (int zone : ZoneBalance.order(instances.populations())) {
      boolean elsewhere = true;
      for (int type : types(spot, zone, now)) {
        Optional<LaunchError> refused = refusal(spot, type, zone, now);
        if (refused.isEmpty()) {
          return granted(type, zone, spot, now, why);
        }
        String zoneName = instances.zoneName(zone);
        String cause = market.isUp(zone) ? "" : "zone is down";
        failed(refused.get(), market.typeName(type) + " in zone " + zoneName, cause, now);
        elsewhere &= !refused.get().isOfTheAccount();
      }
      if (!elsewhere) {
        return false;
      }
    }
    return false;
  }

  /** Whether it was launched there; empty where the cloud is to be asked. */
  private Optional<Boolean> launchOnOwnHosts(long now, String why) {
    for (int zone : ZoneBalance.order(instances.populations())) {
      for (int type : inOrder) {
        if (market.hasOwnRoom(type, zone)) {
          return Optional.of(granted(type, zone, false, now, why));
        }
      }
    }
    if (market.noHost() == LaunchError.INSUFFICIENT_INSTANCE_CAPACITY) {
      return Optional.empty();
    }
    failed(market.noHost(), "no host of the account's own has room", "", now);
    return Optional.of(false);
  }

  /** False where instances stay where their hosts are. */
  boolean evensZones() {
    return !market.hasOwnHosts();
  }

  private boolean launchWhereRoomIs(long now, String why) {
    OptionalInt zone = zoneWithRoom(now);
    if (zone.isEmpty()) {
      int first = ZoneBalance.emptiest(instances.populations());
      LaunchError error = market.refusal(0, first, now).orElse(LaunchError.UNSCHEDULABLE);
      failed(error, "no room in any zone", "", now);
      return false;
    }
    return granted(0, zone.getAsInt(), false, now, why);
  }

  /**
   * Launches into one zone if the cloud has room there just now; no refusal is counted.
   *
   * @param most units that it may count for
   */
  Optional<Instance> launchInto(int zone, int most, long now, String why) {
    if (suspended.getAsBoolean()) {
      return Optional.empty();
    }
    boolean spot = wantsSpot();
    for (int type : types(spot, zone, now)) {
      boolean granted = units.ofType(type) <= most
          && refusal(spot, type, zone, now).isEmpty()
          && market.request(1, now).isEmpty();
      if (granted) {
        activities.launches().add(now);
        return Optional.of(instances.launch(type, zone, spot, now, now, why));
      }
    }
    return Optional.empty();
  }

  /** The base is on-demand, and of the rest a share, rounded up. */
  private boolean wantsSpot() {
    int onDemand = units.areInstances() ? market.onDemand() : units.onDemand();
    return mix.usesSpot() && onDemand >= mix.onDemandOf(units.population() + 1);
  }

  /** In which order types are asked for: on-demand as the group lists them, spot by strategy. */
  private List<Integer> types(boolean spot, int zone, long now) {
    return spot
        ? mix.allocation().order(market.spotPools(zone, now), mix.cheapestPools())
        : inOrder;
  }

  /** How often what would be launched next is interrupted: the pool asked first of its zone. */
  double nextRisk(long now) {
    int zone = ZoneBalance.emptiest(instances.populations());
    return types(true, zone, now).stream()
        .filter(type -> market.spotRefusal(type, zone, now).isEmpty())
        .mapToDouble(type -> market.interruptions(type, zone))
        .findFirst()
        .orElse(Double.POSITIVE_INFINITY);
  }

  private Optional<LaunchError> refusal(boolean spot, int type, int zone, long now) {
    return spot ? market.spotRefusal(type, zone, now) : market.refusal(type, zone, now);
  }

  private boolean granted(int type, int zone, boolean spot, long now, String why) {
    instances.launch(type, zone, spot, wantedSince.removeFirst(), now, why);
    activities.launches().add(now);
    return true;
  }

  private void failed(LaunchError error, String what, String why, long now) {
    activities.failed(error, now);
    recorder.happened(
        now,
        EventLog.Kind.LAUNCH_FAILURE,
        "groups." + instances.name(),
        error.code() + ": " + what,
        why);
  }

  /** The start of an instance has come to nothing; another is asked for later. */
  void failedStart(LaunchError error, long now) {
    activities.failed(error, now);
    retryLater(now);
  }

  private void retryLater(long now) {
    if (!retryPending) {
      retryPending = true;
      waited = backoff.delaySeconds(++retries, waited, luck.at(waits++));
      // At the very moment it would only be refused again.
      long delay = Math.max(1, (long) (waited * NANOS));
      simulation.at(now + delay, Phase.DECIDE, at -> {
        retryPending = false;
        again.accept(at);
      });
    }
  }
}

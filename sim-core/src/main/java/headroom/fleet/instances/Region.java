package headroom.fleet.instances;

import headroom.policy.placement.SpotAllocation;
import headroom.random.Chance;
import headroom.spec.CloudRegion;
import headroom.spec.Geography;
import headroom.spec.Group;
import headroom.supply.Api;
import headroom.supply.ApiLimit;
import headroom.supply.Capacity;
import headroom.supply.Cloud;
import headroom.supply.InstanceType;
import headroom.supply.LaunchError;
import headroom.supply.MeanReverting;
import headroom.supply.Quotas;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the cloud grants and refuses in each of its regions, and what the account has of it. */
public final class Region {

  private final Cloud rule;
  private final Chance chance;
  private final Zones zones;
  private final Map<String, Pool> pools = new LinkedHashMap<>();
  private final Map<String, Account> accounts = new LinkedHashMap<>();
  private final Geography places;
  private final Sites sites;
  private final SpotPrices spotPrices;

  /** What the account may have and has in one region. */
  private static final class Account {
    private final Quotas quotas;
    private final Optional<Api> api;
    private final Optional<Buckets> buckets;
    private final Map<String, Count> vcpus = new LinkedHashMap<>();
    private final Map<String, Count> spotVcpus = new LinkedHashMap<>();
    private final Count instances = new Count();

    Account(Quotas quotas, Optional<Api> api) {
      this.quotas = quotas;
      this.api = api;
      this.buckets = api.map(Buckets::of);
    }
  }

  private record Buckets(ApiLimit.Tokens requests, ApiLimit.Tokens instances) {
    static Buckets of(Api api) {
      return new Buckets(api.requests().memory(), api.instances().memory());
    }
  }

  private static final class Count {
    private int now;
  }

  /** A type in a zone: what the account has there, and what there is. */
  private static final class Pool {
    private Optional<SpotQuote> spot = Optional.empty();
    private final List<Supply> supplies = new ArrayList<>();
    private int taken;
  }

  private record Supply(Capacity rule, MeanReverting.Path path) {}

  /** Grants what a cloud has, on the hosts there are. */
  public Region(
      Cloud rule,
      Geography places,
      Sites sites,
      Zones zones,
      SpotPrices spotPrices,
      Chance chance) {
    this.spotPrices = spotPrices;
    this.rule = rule;
    this.places = places;
    this.sites = sites;
    this.zones = zones;
    this.chance = chance;
  }

  private Account account(String region) {
    return accounts.computeIfAbsent(
        region,
        name -> new Account(
            places.region(name).flatMap(CloudRegion::quotas).orElse(rule.quotas()),
            places.region(name).flatMap(CloudRegion::api).or(rule::api)));
  }

  /** Counts what a group has, from its first instance on. */
  public Market market(InstanceGroup group, List<InstanceType> types, Group rule) {
    return market(
        group,
        types,
        rule.mix().maximumPrice(),
        sites.lodgings(rule, group, types),
        Optional.empty());
  }

  /** Of a group that finds its room by itself, on machines that the account has already. */
  public Market marketOf(InstanceGroup group, List<InstanceType> types, Room room) {
    return market(group, types, Optional.empty(), Lodgings.NONE, Optional.of(room));
  }

  private Market market(
      InstanceGroup group,
      List<InstanceType> types,
      Optional<BigDecimal> bid,
      Lodgings lodgings,
      Optional<Room> room) {
    Market market = new Market(group, types, bid, lodgings, room);
    group.listen(market);
    return market;
  }

  private Pool pool(String type, String zone) {
    return pools.computeIfAbsent(type + "@" + zone, name -> {
      Pool pool = new Pool();
      pool.spot = spotPrices.quote(type, zone);
      for (Capacity capacity : rule.capacity()) {
        if (capacity.isOf(type, zone)) {
          var luck = chance.of("cloud", "capacity").of(name).of(pool.supplies.size());
          pool.supplies.add(new Supply(capacity, capacity.instances().memory(luck)));
        }
      }
      return pool;
    });
  }

  /** What a group may ask for: its types in its zones. */
  public final class Market implements InstanceListener {

    private final InstanceGroup group;
    private final List<InstanceType> types;
    private final Account account;
    private final Pool[][] byTypeAndZone;
    private final List<Count> vcpusOfType = new ArrayList<>();
    private final List<Count> spotVcpusOfType = new ArrayList<>();
    private final Lodgings lodgings;
    private final int[][] spotTaken;
    private final Set<Instance> stopped = new LinkedHashSet<>();
    private final Optional<Room> room;
    private final Optional<BigDecimal> bid;
    private int onDemand;

    private Market(
        InstanceGroup group,
        List<InstanceType> types,
        Optional<BigDecimal> bid,
        Lodgings lodgings,
        Optional<Room> room) {
      this.bid = bid;
      this.room = room;
      this.lodgings = lodgings;
      this.spotTaken = new int[types.size()][group.zones()];
      this.group = group;
      this.types = types;
      this.account = account(places.ofZone(group.zoneName(0)));
      this.byTypeAndZone = new Pool[types.size()][group.zones()];
      for (int type = 0; type < types.size(); type++) {
        String families = Quotas.groupOf(types.get(type));
        vcpusOfType.add(account.vcpus.computeIfAbsent(families, g -> new Count()));
        spotVcpusOfType.add(account.spotVcpus.computeIfAbsent(families, g -> new Count()));
        for (int zone = 0; zone < group.zones(); zone++) {
          byTypeAndZone[type][zone] = pool(types.get(type).name(), group.zoneName(zone));
        }
      }
    }

    @Override
    public void asked(Instance instance, long now) {
      lodgings.take(instance);
      count(instance, 1);
    }

    @Override
    public void crashed(Instance instance, long now) {
      count(instance, -1);
    }

    @Override
    public void stopped(Instance instance, long now) {
      count(instance, -1);
      stopped.add(instance);
      lodgings.leave(instance);
    }

    @Override
    public void terminated(Instance instance, long now) {
      if (instance.crashCause().isEmpty() && !stopped.remove(instance)) {
        count(instance, -1);
      }
      lodgings.leave(instance);
    }

    private void count(Instance instance, int by) {
      if (room.isPresent() || instance.isOnOwnHost()) {
        return;
      }
      if (instance.isSpot()) {
        spotTaken[instance.type()][instance.zone()] += by;
        spotVcpusOfType.get(instance.type()).now +=
            by * types.get(instance.type()).vcpus();
      } else {
        onDemand += by;
        account.instances.now += by;
        vcpusOfType.get(instance.type()).now += by * types.get(instance.type()).vcpus();
      }
      byTypeAndZone[instance.type()][instance.zone()].taken += by;
    }

    /** As many as one request may ask for at the most. */
    public int most(int wanted) {
      return account
          .api
          .filter(api -> room.isEmpty())
          .map(api -> (int) Math.min(wanted, api.instances().capacity()))
          .orElse(wanted);
    }

    /** One request for so many instances: taken as a whole, or refused as a whole. */
    public Optional<LaunchError> request(int wanted, long now) {
      if (account.buckets.isEmpty() || room.isPresent() || !lodgings.asksTheCloud()) {
        return Optional.empty();
      }
      Buckets both = account.buckets.get();
      boolean granted = both.requests().available(now) >= 1 - 1e-9
          && both.instances().take(wanted, now)
          && both.requests().take(1, now);
      return granted ? Optional.empty() : Optional.of(LaunchError.REQUEST_LIMIT_EXCEEDED);
    }

    /** What keeps the cloud from giving one more instance of a type in a zone. */
    public Optional<LaunchError> refusal(int type, int zone, long now) {
      if (room.isPresent()) {
        return room.get().refusal(group.zoneName(zone));
      }
      if (hasOwnRoom(type, zone)) {
        return Optional.empty();
      }
      if (!lodgings.asksTheCloud()) {
        return Optional.of(LaunchError.INSUFFICIENT_CAPACITY_ON_HOST);
      }
      Quotas quotas = account.quotas;
      if (quotas.instances().isPresent()
          && account.instances.now >= quotas.instances().getAsInt()) {
        return Optional.of(LaunchError.INSTANCE_LIMIT_EXCEEDED);
      }
      return isBeyondVcpus(type, false)
          ? Optional.of(LaunchError.VCPU_LIMIT_EXCEEDED)
          : capacity(type, zone, now);
    }

    private boolean isBeyondVcpus(int type, boolean spot) {
      InstanceType wanted = types.get(type);
      var most = account.quotas.vcpusFor(wanted, spot);
      int now = (spot ? spotVcpusOfType : vcpusOfType).get(type).now;
      return most.isPresent() && now + wanted.vcpus() > most.getAsInt();
    }

    /** The same of a spot instance, which has quotas of its own. */
    public Optional<LaunchError> spotRefusal(int type, int zone, long now) {
      Optional<SpotQuote> quote = byTypeAndZone[type][zone].spot;
      if (quote.isEmpty()) {
        return Optional.of(LaunchError.INSUFFICIENT_INSTANCE_CAPACITY);
      }
      if (isBeyondVcpus(type, true)) {
        return Optional.of(LaunchError.MAX_SPOT_INSTANCE_COUNT_EXCEEDED);
      }
      return isTooDear(quote.get(), now)
          ? Optional.of(LaunchError.SPOT_MAX_PRICE_TOO_LOW)
          : capacity(type, zone, now);
    }

    /** True when spot instances of a type cost more in a zone than the group pays. */
    public boolean isTooDear(int type, int zone, long now) {
      return byTypeAndZone[type][zone]
          .spot
          .filter(quote -> isTooDear(quote, now))
          .isPresent();
    }

    private boolean isTooDear(SpotQuote quote, long now) {
      return quote
          .most(bid)
          .filter(most -> quote.priceAt(now).compareTo(most) > 0)
          .isPresent();
    }

    private Optional<LaunchError> capacity(int type, int zone, long now) {
      boolean there = isUp(zone)
          && hasRoom(byTypeAndZone[type][zone], now)
          && lodgings.hasCloudRoom(type, zone);
      return there ? Optional.empty() : Optional.of(LaunchError.INSUFFICIENT_INSTANCE_CAPACITY);
    }

    /** True when a host has room for one more, or nobody counts hosts. */
    public boolean hasHost(int type, int zone) {
      return lodgings.hasOwnRoom(type, zone)
          || (lodgings.asksTheCloud() && lodgings.hasCloudRoom(type, zone));
    }

    /** True when the group lies on hosts of the account's own as far as they have room. */
    public boolean hasOwnHosts() {
      return lodgings.hasOwn();
    }

    /** True when one of these has room for one more. */
    public boolean hasOwnRoom(int type, int zone) {
      return isUp(zone) && lodgings.hasOwnRoom(type, zone);
    }

    /** What it is called that no host has room. */
    public LaunchError noHost() {
      return lodgings.asksTheCloud()
          ? LaunchError.INSUFFICIENT_INSTANCE_CAPACITY
          : LaunchError.INSUFFICIENT_CAPACITY_ON_HOST;
    }

    private boolean hasRoom(Pool pool, long now) {
      return spare(pool, now) >= 1;
    }

    /** The spot pools of a zone, as far as there are any. */
    public List<SpotAllocation.Pool> spotPools(int zone, long now) {
      List<SpotAllocation.Pool> pools = new ArrayList<>();
      for (int type = 0; type < types.size(); type++) {
        Pool pool = byTypeAndZone[type][zone];
        if (pool.spot.isPresent()) {
          SpotQuote offer = pool.spot.get();
          pools.add(new SpotAllocation.Pool(
              type,
              offer.priceAt(now).doubleValue(),
              offer.pool().interruptions(),
              spare(pool, now),
              spotTaken[type][zone]));
        }
      }
      return pools;
    }

    private double spare(Pool pool, long now) {
      double spare = Double.POSITIVE_INFINITY;
      for (Supply supply : pool.supplies) {
        if (supply.rule().holds(now)) {
          spare = Math.min(spare, Math.floor(supply.path().at(now)) - pool.taken);
        }
      }
      return spare;
    }

    /** The spot pool that an instance is of; empty where there is none. */
    Optional<SpotQuote> quote(Instance instance) {
      return byTypeAndZone[instance.type()][instance.zone()].spot;
    }

    /** The share of instances of a pool that are interrupted in a month; 0 where there is none. */
    public double interruptions(int type, int zone) {
      return byTypeAndZone[type][zone]
          .spot
          .map(offer -> offer.pool().interruptions())
          .orElse(0.0);
    }

    /** True when it is not the cloud that has room for the group or none. */
    public boolean hasRoomOfItsOwn() {
      return room.isPresent();
    }

    /** On-demand instances that the group has. */
    public int onDemand() {
      return onDemand;
    }

    /** False while the zone is lost. */
    public boolean isUp(int zone) {
      return zones.isUp(group.zoneName(zone));
    }

    public InstanceType type(int type) {
      return types.get(type);
    }

    public String typeName(int type) {
      return types.get(type).name();
    }

    /** How many types the group may ask for, by falling preference. */
    public int types() {
      return types.size();
    }
  }
}

package headroom.fleet.routing;

import headroom.fleet.targets.Server;
import headroom.fleet.targets.ServerGroup;
import headroom.fleet.targets.TargetListener;
import headroom.fleet.traffic.Attempt;
import headroom.fleet.traffic.Destination;
import headroom.kernel.Action;
import headroom.kernel.Phase;
import headroom.kernel.Simulation;
import headroom.policy.routing.RoundRobin;
import headroom.random.Stream;
import headroom.results.How;
import headroom.results.ResourceUsage;
import headroom.results.Usage;
import headroom.results.Why;
import headroom.spec.DnsName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/** A group whose instances clients reach by their addresses in a name's record. */
final class NamedGroup implements Destination, TargetListener, Entry.Settled {

  private final DnsName rule;
  private final ServerGroup group;
  private final Network network;
  private final Simulation simulation;
  private final Optional<HealthChecks> checks;
  private final BalancerMeter meter;
  private final NameCounts counts;
  private final Pool pool = new Pool(new RoundRobin());
  private final Map<Server, InstanceAddress> addresses = new LinkedHashMap<>();
  private final long countsFrom;
  private @Nullable Listener listener;

  /** Hears which addresses belong into the record. */
  interface Listener {
    void add(Address address, long nowNanos);

    void remove(Address address, long nowNanos);
  }

  /** The address of one instance, which outlives it. */
  private final class InstanceAddress implements Address {
    private final Entry entry;
    private final long checkedFrom;
    private final Approach approach = new Approach(network, region(), this::take);
    private boolean isTold;
    private long goneAt = Long.MAX_VALUE;

    private InstanceAddress(Entry entry, long checkedFrom) {
      this.entry = entry;
      this.checkedFrom = checkedFrom;
    }

    @Override
    public void send(Attempt request, long now) {
      // Who is silent is not heard any later for being far.
      if (isSilent()) {
        take(request, now);
      } else {
        approach.come(request, now);
      }
    }

    private void take(Attempt request, long now) {
      boolean counted = request.sentAt() >= countsFrom;
      meter.arrived(request, now);
      meter.sent(request, entry.server(), now);
      entry.send(request);
      if (!isSilent()) {
        if (entry.hears(request, network, now)) {
          entry.offer(request, now);
        }
        return;
      }
      counts.stale += counted ? 1 : 0;
      if (isStrangers(now)) {
        counts.strangers += counted ? 1 : 0;
        String why = entry.why();
        request.fail(How.DNS, why.isEmpty() ? Why.CAPACITY : why, now);
      }
    }

    private boolean isStrangers(long now) {
      return goneAt != Long.MAX_VALUE
          && rule.reusedAfter().isPresent()
          && now - goneAt >= rule.reusedAfter().get().toNanos();
    }

    @Override
    public boolean isSilent() {
      return !entry.server().isUp() && !entry.server().instance().isRefusing();
    }
  }

  NamedGroup(
      DnsName rule,
      ServerGroup group,
      Network network,
      Simulation simulation,
      Stream phases,
      NameCounts counts,
      long countsFrom,
      long endNanos) {
    this.rule = rule;
    this.group = group;
    this.network = network;
    this.simulation = simulation;
    this.checks = rule.healthCheck().map(check -> new HealthChecks(check, phases));
    this.counts = counts;
    Hops hops = Hops.direct(group.instances().name(), countsFrom, endNanos);
    this.meter = new BalancerMeter(hops, countsFrom, endNanos);
    this.countsFrom = countsFrom;
    group.listen(this);
  }

  private String region() {
    return network.places().ofZone(group.instances().zoneName(0));
  }

  void listen(Listener hears) {
    listener = hears;
  }

  Usage.TransferUsage transfer() {
    return meter.transfer("groups." + group.instances().name());
  }

  List<ResourceUsage> besides() {
    return meter.besides();
  }

  @Override
  public void accept(Attempt attempt, long now) {
    throw new IllegalStateException(
        "requests come by address to " + group.instances().name());
  }

  @Override
  public void resume(Attempt attempt, long now) {
    accept(attempt, now);
  }

  @Override
  public int classNumber(String requestClass) {
    return group.classNumber(requestClass);
  }

  @Override
  public void pressedBy(String cause, LongPredicate active) {
    group.pressedBy(cause, active);
  }

  @Override
  public boolean hasHealthyTarget() {
    return pool.hasUp();
  }

  @Override
  public String whyNone() {
    return group.why(null);
  }

  @Override
  public void settled(Entry entry, Attempt request, boolean succeeded, long now) {
    meter.settled(request, entry.server(), succeeded, now);
  }

  @Override
  public void arrived(Server server, boolean known, long now) {
    Entry entry = new Entry(pool, server, this);
    pool.add(entry, now);
    int ordinal = server.instance().ordinal();
    long checked = checks.map(series -> series.firstCheck(ordinal, now)).orElse(now);
    InstanceAddress address = new InstanceAddress(entry, checked);
    addresses.put(server, address);
    if (known) {
      tell(address, now);
    } else {
      later(now, at -> tell(address, at));
    }
  }

  private void later(long now, Action action) {
    simulation.at(now + rule.updateAfter().toNanos(), Phase.CHANGE, action);
  }

  private void tell(InstanceAddress address, long now) {
    if (addresses.containsValue(address)) {
      address.isTold = true;
      if (listener != null) {
        listener.add(address, now);
      }
    }
  }

  private void forget(InstanceAddress address, long now) {
    if (address.isTold) {
      address.isTold = false;
      if (listener != null) {
        listener.remove(address, now);
      }
    }
  }

  /** A check of the name's own finds it, and answers leave it out from then on. */
  @Override
  public void stopped(Server server, long now) {
    InstanceAddress address = addresses.get(server);
    if (address != null && checks.isPresent()) {
      long at = checks.get().unhealthyAt(address.checkedFrom, now);
      simulation.at(at, Phase.CHANGE, noticed -> forget(address, noticed));
    }
  }

  @Override
  public void leaving(Server server, long now) {
    InstanceAddress address = addresses.get(server);
    if (address != null) {
      later(now, at -> forget(address, at));
    }
  }

  @Override
  public void gone(Server server, long now) {
    InstanceAddress address = addresses.remove(server);
    if (address != null) {
      pool.remove(address.entry);
      address.goneAt = now;
      later(now, at -> forget(address, at));
    }
  }
}

package headroom.fleet.routing;

import headroom.fleet.targets.Server;
import headroom.fleet.targets.ServerGroup;
import headroom.fleet.targets.TargetListener;
import headroom.fleet.traffic.Attempt;
import headroom.fleet.traffic.Destination;
import headroom.policy.routing.RoundRobin;
import headroom.results.How;
import headroom.results.ResourceUsage;
import headroom.results.Usage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongPredicate;

/**
 * A group that clients reach without a balancer: each of its instances in turn, those included
 * that have stopped until the group has noticed.
 */
public final class DirectGroup implements Destination, TargetListener, Entry.Settled {

  private final ServerGroup group;
  private final Pool pool = new Pool(new RoundRobin());
  private final Network network;
  private final Approach approach;
  private final BalancerMeter meter;
  private final Map<Server, Entry> entries = new LinkedHashMap<>();

  public DirectGroup(ServerGroup group, Network network, long countsFrom, long endNanos) {
    this.group = group;
    this.network = network;
    String region = network.places().ofZone(group.instances().zoneName(0));
    this.approach = new Approach(network, region, this::take);
    Hops hops = Hops.direct(group.instances().name(), countsFrom, endNanos);
    this.meter = new BalancerMeter(hops, countsFrom, endNanos);
    group.listen(this);
  }

  public Usage.TransferUsage transfer() {
    return meter.transfer("groups." + group.instances().name());
  }

  /** What came to its instances, and of it what crossed zones. */
  public List<ResourceUsage> besides() {
    return meter.besides();
  }

  @Override
  public void accept(Attempt request, long now) {
    approach.come(request, now);
  }

  private void take(Attempt request, long now) {
    meter.arrived(request, now);
    group.request();
    if (pool.size() == 0) {
      request.fail(How.NO_TARGET, whyNone(), now);
      return;
    }
    Entry entry = pool.choose(request, now);
    meter.sent(request, entry.server(), now);
    entry.send(request);
    // A stopped instance answers nothing: the client waits out its own patience.
    if (entry.hears(request, network, now)) {
      entry.offer(request, now);
    }
  }

  @Override
  public void resume(Attempt attempt, long now) {
    if (pool.size() == 0) {
      attempt.fail(How.NO_TARGET, whyNone(), now);
      return;
    }
    Entry entry = pool.chooseWithPlace(attempt, now);
    entry.send(attempt);
    entry.offer(attempt, now);
  }

  @Override
  public void pressedBy(String cause, LongPredicate active) {
    group.pressedBy(cause, active);
  }

  @Override
  public int classNumber(String requestClass) {
    return group.classNumber(requestClass);
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
    entries.put(server, entry);
    pool.add(entry, now);
  }

  @Override
  public void stopped(Server server, long now) {
    // Nobody has noticed: it stays in the round until it is gone.
  }

  @Override
  public void leaving(Server server, long now) {
    gone(server, now);
  }

  @Override
  public void gone(Server server, long now) {
    Entry entry = entries.remove(server);
    if (entry != null) {
      pool.remove(entry);
    }
  }
}

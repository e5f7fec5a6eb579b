package headroom.fleet.routing;

import headroom.fleet.targets.Server;
import headroom.fleet.targets.ServerGroup;
import headroom.fleet.targets.TargetListener;
import headroom.spec.LoadBalancer;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What a balancer is told of its targets: at once, or, while it cannot be changed, when it can be
 * again. What runs goes on meanwhile, as it was (fleet sheet §7.1, December 2012). It is not told of
 * those that came while their group added none (§4.13).
 */
final class Registration implements TargetListener {

  private final TargetListener balancer;
  private final ServerGroup group;
  private final Network network;
  private final String region;
  private final Set<Server> outside = new LinkedHashSet<>();

  /** Whoever hears of a balancer's targets: itself where it is the account's own. */
  static TargetListener of(
      TargetListener balancer,
      LoadBalancer rule,
      ServerGroup group,
      Network network,
      String region) {
    return rule.type() == LoadBalancer.Type.PROXY
        ? balancer
        : new Registration(balancer, group, network, region);
  }

  private Registration(
      TargetListener balancer, ServerGroup group, Network network, String region) {
    this.balancer = balancer;
    this.group = group;
    this.network = network;
    this.region = region;
  }

  @Override
  public void arrived(Server server, boolean known, long now) {
    if (server.instance().isLeftOut()) {
      return;
    }
    String cause = network.planeDownBy(region);
    if (known || cause.isEmpty()) {
      balancer.arrived(server, known, now);
      return;
    }
    outside.add(server);
    group.pressedBy(cause, at -> !outside.isEmpty());
    network.whenPlaneIsBack(region, at -> register(server, at));
  }

  private void register(Server server, long now) {
    if (outside.remove(server)) {
      balancer.arrived(server, false, now);
    }
  }

  @Override
  public void leaving(Server server, long now) {
    if (network.planeDownBy(region).isEmpty()) {
      balancer.leaving(server, now);
    } else {
      network.whenPlaneIsBack(region, at -> leaveIfThere(server, at));
    }
  }

  private void leaveIfThere(Server server, long now) {
    if (server.isUp()) {
      balancer.leaving(server, now);
    }
  }

  @Override
  public void stopped(Server server, long now) {
    if (!outside.contains(server)) {
      balancer.stopped(server, now);
    }
  }

  @Override
  public void gone(Server server, long now) {
    outside.remove(server);
    balancer.gone(server, now);
  }
}

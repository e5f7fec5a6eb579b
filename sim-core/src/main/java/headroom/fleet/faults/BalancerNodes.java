package headroom.fleet.faults;

import headroom.fleet.routing.Network;

/** Takes a zone down and the balancers' own nodes there with it. */
public final class BalancerNodes implements Outages.Thing {

  private final ZoneOutage zone;
  private final String name;
  private final String cause;
  private final Network network;

  public BalancerNodes(ZoneOutage zone, String name, String cause, Network network) {
    this.zone = zone;
    this.name = name;
    this.cause = cause;
    this.network = network;
  }

  @Override
  public void goesDown(long now) {
    // Its instances first: what is lost with them is lost there.
    zone.goesDown(now);
    network.nodesGo(name, cause, now);
  }

  @Override
  public void comesBack(long now) {
    network.nodesComeBack(name, now);
    zone.comesBack(now);
  }
}

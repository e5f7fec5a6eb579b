package headroom.fleet.flow;

/** Those of an origin's requests that come to a balancer's node in one of its zones. */
final class ZonedOrigin extends PartOfOrigin {

  private final FlowNodes nodes;
  private final int zone;

  ZonedOrigin(Origin all, FlowNodes nodes, int zone) {
    super(all);
    this.nodes = nodes;
    this.zone = zone;
  }

  @Override
  double firsts(long from, long to) {
    return all().firsts(from, to) * nodes.share(zone, from, to);
  }

  @Override
  double mostPerSecond(long from, long to) {
    return all().mostPerSecond(from, to) * nodes.share(zone, from, to);
  }

  @Override
  double part() {
    return all().part() / nodes.doors().size();
  }

  @Override
  long nextChange(long at) {
    return Math.min(all().nextChange(at), nodes.nextLook(at));
  }

  @Override
  void made(double firsts, double attempts) {
    all().made(firsts, attempts);
  }

  @Override
  boolean finds(FlowDoor door) {
    return all().finds(door);
  }
}

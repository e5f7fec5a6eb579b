package headroom.fleet.flow;

/** Those of an origin's requests that a name leads to one of its places. */
final class NamedOrigin extends PartOfOrigin {

  private final FlowName name;
  private final int place;

  NamedOrigin(Origin all, FlowName name, int place) {
    super(all);
    this.name = name;
    this.place = place;
  }

  @Override
  double firsts(long from, long to) {
    return all().firsts(from, to) * name.share(place, from, to);
  }

  @Override
  long nextChange(long at) {
    return Math.min(all().nextChange(at), name.nextLook(at));
  }

  @Override
  void made(double firsts, double attempts) {
    name.led(place, attempts);
  }

  @Override
  boolean finds(FlowDoor door) {
    return name.hasHealthyTarget();
  }
}

package headroom.fleet.flow;

import headroom.workload.Client;
import headroom.workload.Workload;
import org.jspecify.annotations.Nullable;

/** Those of an origin's requests that a name leads to one of its places. */
final class NamedOrigin extends Origin {

  private final Origin all;
  private final FlowName name;
  private final int place;

  NamedOrigin(Origin all, FlowName name, int place) {
    this.all = all;
    this.name = name;
    this.place = place;
  }

  @Override
  @Nullable
  Workload workload() {
    return all.workload();
  }

  @Override
  @Nullable
  FlowStation station() {
    return all.station();
  }

  @Override
  Client rule() {
    return all.rule();
  }

  @Override
  double processes() {
    return all.processes();
  }

  @Override
  double firsts(long from, long to) {
    return all.firsts(from, to) * name.share(place, from, to);
  }

  @Override
  long nextChange(long at) {
    return Math.min(all.nextChange(at), name.nextLook(at));
  }

  @Override
  double mostPerSecond(long from, long to) {
    return all.mostPerSecond(from, to);
  }

  @Override
  double requestsPerConnection() {
    return all.requestsPerConnection();
  }

  @Override
  double requestBytes() {
    return all.requestBytes();
  }

  @Override
  double responseBytes() {
    return all.responseBytes();
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

package headroom.fleet.flow;

import headroom.workload.Client;
import headroom.workload.Workload;
import org.jspecify.annotations.Nullable;

/** Some of an origin's requests, each like all of its. */
abstract class PartOfOrigin extends Origin {

  private final Origin all;

  PartOfOrigin(Origin all) {
    this.all = all;
  }

  /** Those of which these are some. */
  final Origin all() {
    return all;
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
  @Nullable
  Population population() {
    return all.population();
  }

  @Override
  boolean isFedBack() {
    return all.isFedBack();
  }

  @Override
  void ended(double count, double failed, double inSeconds) {
    all.ended(count, failed, inSeconds);
  }

  @Override
  double processes() {
    return all.processes();
  }

  @Override
  long nextChange(long at) {
    return all.nextChange(at);
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
}

package headroom.fleet.traffic;

import headroom.kernel.Event;
import headroom.kernel.Phase;
import headroom.random.Chance;
import headroom.random.Stream;
import headroom.results.Account;
import headroom.workload.ArrivalStream;
import headroom.workload.Workload;

/** Sends the requests of one workload: its own next arrival. */
final class Source extends Event {

  private final Traffic traffic;
  private final Workload workload;
  private final Destination destination;
  private final ArrivalStream arrivals;
  private final Stream demand;
  private final Patience patience;
  private final Account account;
  private final double connectionsPerRequest;
  private long nextOrdinal;

  Source(
      Traffic traffic, Workload workload, Destination destination, Chance chance, long endNanos) {
    this.traffic = traffic;
    this.workload = workload;
    this.destination = destination;
    this.arrivals = workload.arrivals().stream(
        workload.rate(), chance.of(workload.name(), "arrivals"), 0, endNanos);
    this.demand = chance.of(workload.name(), "service-demand");
    this.connectionsPerRequest = 1 / workload.requestsPerConnection();
    this.account = traffic.recorder().account(workload.name(), "", 0);
    this.patience = new Patience(traffic.simulation(), workload.client().timeoutNanos());
  }

  Account account() {
    return account;
  }

  Workload workload() {
    return workload;
  }

  double connectionsPerRequest() {
    return connectionsPerRequest;
  }

  Patience patience() {
    return patience;
  }

  Destination destination() {
    return destination;
  }

  void scheduleNext() {
    long at = arrivals.next();
    if (at != Long.MAX_VALUE) {
      traffic.simulation().schedule(this, at, Phase.WORK);
    }
  }

  @Override
  protected void fire(long now) {
    Request request = traffic.take(this);
    request.begin(this, demand.at(nextOrdinal++), now);
    patience.add(request, now);
    account.offered(now);
    destination.accept(request, now);
    scheduleNext();
  }

  @Override
  public String toString() {
    return "next arrival of workload '" + workload.name() + "'";
  }
}

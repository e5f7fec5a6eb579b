package headroom.fleet.routing;

import headroom.fleet.targets.Offer;
import headroom.fleet.targets.Server;
import headroom.fleet.traffic.Attempt;
import headroom.fleet.traffic.Receiver;
import headroom.results.How;
import org.jspecify.annotations.Nullable;

/** A server as one pool sees it: whether it gets requests, and how many it has under way. */
final class Entry implements Receiver {

  private final Pool pool;
  private final Server server;
  private final Settled whenSettled;
  private int outstanding;

  /** Its place among the healthy ones; -1 when it is not one of them. */
  int index = -1;

  /** When the checks of it began. */
  long checkedFrom;

  boolean draining;

  /** Neighbours among the healthy ones with as many requests under way. */
  @Nullable
  Entry before;

  @Nullable
  Entry after;

  /** Hears that a request sent to an entry is over for the client. */
  interface Settled {
    void settled(Entry entry, Attempt request, boolean succeeded, long nowNanos);
  }

  Entry(Pool pool, Server server, Settled whenSettled) {
    this.pool = pool;
    this.server = server;
    this.whenSettled = whenSettled;
  }

  Server server() {
    return server;
  }

  int outstanding() {
    return outstanding;
  }

  boolean isHealthy() {
    return index >= 0;
  }

  /** Notes that a request is on its way here. */
  void send(Attempt request) {
    request.sentTo(this);
    outstanding++;
    server.received(request.bytesIn());
    pool.outstandingChanged(this, outstanding - 1);
  }

  @Override
  public void settled(Attempt request, boolean succeeded, long now) {
    outstanding--;
    if (succeeded) {
      server.answered(request.bytesOut());
    }
    pool.outstandingChanged(this, outstanding + 1);
    whenSettled.settled(this, request, succeeded, now);
  }

  /** Gives it to the server; one that is not taken has failed. */
  void offer(Attempt attempt, long now) {
    Offer answer = server.offer(attempt, now);
    if (answer != Offer.TAKEN) {
      attempt.fail(answer == Offer.SHED ? How.SHED : How.REFUSED, why(), now);
    }
  }

  @Override
  public String where() {
    return server.instance().label();
  }

  @Override
  public String why() {
    return server.group().why(server);
  }
}

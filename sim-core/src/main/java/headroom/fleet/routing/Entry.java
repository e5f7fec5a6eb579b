package headroom.fleet.routing;

import headroom.fleet.targets.JobLine;
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
  private final JobLine silent = new JobLine();
  private int outstanding;

  /** Its place among those that get requests; -1 when it is not one of them. */
  int index = -1;

  /** When the checks of it began. */
  long checkedFrom;

  /** Since when it gets requests; to be changed by the pool alone. */
  long since;

  /** True when its checks say so. */
  boolean well;

  boolean draining;

  /** True while it is out because its requests kept failing. */
  boolean ejected;

  int failuresInRow;
  int timesEjected;

  /** How its requests went; null when no rule asks. */
  @Nullable
  Outcomes outcomes;

  /** The probes of it; null when its checks are moments. */
  @Nullable
  DeepChecks probes;

  /** Turns taken of those it is owed while it starts slowly. */
  double credit;

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

  Pool pool() {
    return pool;
  }

  int outstanding() {
    return outstanding;
  }

  /** True when it is among those that get requests. */
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

  /** Keeps a request that nobody answers, until the connection is reset or its sender gives up. */
  void holdsSilently(Attempt request) {
    silent.add(request);
    request.isHeld(true);
  }

  /** Whoever still waits for this target has its connection reset. */
  void breakSilence(long now) {
    while (silent.first() instanceof Attempt attempt) {
      attempt.fail(How.CONNECTION_LOST, why(), now);
    }
  }

  void stopProbes() {
    if (probes != null) {
      probes.stop();
    }
  }

  @Override
  public void settled(Attempt request, boolean succeeded, long now) {
    if (request.isHeld()) {
      silent.remove(request);
      request.isHeld(false);
    }
    outstanding--;
    if (succeeded) {
      server.answered(request.bytesOut());
    }
    pool.outstandingChanged(this, outstanding + 1);
    whenSettled.settled(this, request, succeeded, now);
  }

  /** True when what is sent there now arrives, if only at a host that refuses it. */
  boolean hears(Attempt request, long now) {
    return server.instance().isRefusing() || (server.isUp() && !server.swallows(request, now));
  }

  /** True when what is sent there through a network now arrives. */
  boolean hears(Attempt request, Network network, long now) {
    String cause = network.cuts().isEmpty()
        ? ""
        : network.between(request.fromZone(), server.instance().zoneName());
    if (!cause.isEmpty()) {
      request.unheardBy(cause);
    }
    return cause.isEmpty() && hears(request, now);
  }

  /** Gives it to the server; one that is not taken has failed. */
  void offer(Attempt attempt, long now) {
    if (server.instance().isRefusing()) {
      attempt.fail(How.REFUSED, why(), now);
      return;
    }
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

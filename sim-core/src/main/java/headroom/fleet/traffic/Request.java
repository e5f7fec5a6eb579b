package headroom.fleet.traffic;

import headroom.fleet.targets.Job;
import headroom.results.How;
import headroom.results.Journey;
import headroom.results.Part;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One request on its way. Settled once, when the client has an answer or gives up; a server may go
 * on working on it after that. Reused when both are over.
 */
public final class Request extends Job implements Journey {

  private final Traffic traffic;
  private Source source;
  private long arrivedAt;
  private boolean settled;
  private @Nullable Receiver receiver;

  /** Neighbours in the list of those whose patience is running. */
  @Nullable
  Request earlier;

  @Nullable
  Request later;

  Request(Traffic traffic, Source source) {
    this.traffic = traffic;
    this.source = source;
  }

  void begin(Source from, double luck, long now) {
    source = from;
    demandLuck = luck;
    arrivedAt = now;
    settled = false;
    receiver = null;
    traffic.begun(now);
  }

  public long arrivedAt() {
    return arrivedAt;
  }

  /** Bytes it carries in. */
  public long bytesIn() {
    return source.workload().requestBytes();
  }

  /** Bytes its answer carries out. */
  public long bytesOut() {
    return source.workload().responseBytes();
  }

  /** Its share of a new connection. */
  public double connections() {
    return source.connectionsPerRequest();
  }

  /** Notes who was chosen for it. */
  public void sentTo(Receiver chosen) {
    receiver = chosen;
  }

  /** Fails it now. */
  public void fail(How how, String why, long now) {
    settle(false, now);
    source.account().failed(arrivedAt, now, how, why, this);
    releaseIfDone();
  }

  @Override
  protected boolean isAbandoned() {
    return settled;
  }

  @Override
  protected void dropped(long now) {
    if (settled) {
      releaseIfDone();
    } else {
      fail(How.SHED, why(now), now);
    }
  }

  @Override
  public void parts(long now, long[] into) {
    into[Part.QUEUE.ordinal()] += startedAt() - arrivedAt;
    into[Part.SERVICE.ordinal()] += now - startedAt();
  }

  @Override
  public List<Stop> stops() {
    return List.of();
  }

  @Override
  protected void served(long now) {
    if (!settled) {
      settle(true, now);
      source.account().succeeded(arrivedAt, now, this);
    }
    releaseIfDone();
  }

  @Override
  protected void lost(long now) {
    if (settled) {
      releaseIfDone();
    } else {
      fail(How.CONNECTION_LOST, why(now), now);
    }
  }

  @Override
  protected void overdue(long now) {
    fail(How.TIMEOUT, why(now), now);
  }

  /** The client's own patience is over. */
  void givenUp(long now) {
    fail(How.TIMEOUT, why(now), now);
  }

  @Override
  public String why(long now) {
    if (receiver == null) {
      throw new IllegalStateException("a request that was sent nowhere has no cause");
    }
    return receiver.why();
  }

  private void settle(boolean succeeded, long now) {
    if (settled) {
      throw new IllegalStateException(this + " is settled twice");
    }
    settled = true;
    traffic.settled(arrivedAt);
    source.patience().remove(this);
    if (!isOnServer()) {
      traffic.simulation().cancel(this);
    }
    if (receiver != null) {
      receiver.settled(this, succeeded, now);
    }
  }

  private void releaseIfDone() {
    if (!isOnServer()) {
      traffic.release(this);
    }
  }

  @Override
  public String toString() {
    return "request of workload '" + source.workload().name() + "'";
  }
}

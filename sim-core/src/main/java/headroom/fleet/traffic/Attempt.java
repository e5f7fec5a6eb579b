package headroom.fleet.traffic;

import headroom.fleet.targets.Job;
import headroom.kernel.Phase;
import headroom.policy.routing.RequestView;
import headroom.results.How;
import headroom.results.Journey;
import headroom.results.Part;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One attempt at a request. Settled once, when its sender has an answer or gives up; a server may
 * go on working on it after that. Reused when both are over.
 *
 * <p>Where nothing is ever tried again an attempt is the whole request, and belongs to no exchange.
 */
public final class Attempt extends Job implements Journey, RequestView {

  private final Traffic traffic;
  Line line;

  @Nullable
  Exchange exchange;

  long ordinal;
  int number;
  int kind;

  /** True when some call failed and the answer was made without it. */
  boolean degraded;

  /** What the user's browser keeps between requests; null when it is nobody's. */
  @Nullable
  Browser browser;

  private long sentAt;
  private long arrivedAt;
  private boolean clientLeft;
  private boolean held;
  private @Nullable Detour detour;
  private @Nullable How how;
  private boolean settled;
  private boolean counted;
  private boolean released;
  private String outcome = "ok";
  private @Nullable Receiver receiver;

  /** What it needs of other services just now; null when nothing. */
  @Nullable
  Calling calling;

  /** Neighbours in the list of those whose patience is running. */
  @Nullable
  Attempt earlier;

  @Nullable
  Attempt later;

  Attempt(Traffic traffic, Line line) {
    this.traffic = traffic;
    this.line = line;
  }

  /** Sends it: the whole of a request of which nothing is ever tried again. */
  void sendAlone(Line over, long requestOrdinal, int requestKind, double luck, long now) {
    counted = traffic.counts(now);
    traffic.begun(counted);
    exchange = null;
    browser = null;
    send(over, requestOrdinal, 1, requestKind, luck, now);
  }

  /** Sends it for an exchange. */
  void sendFor(Exchange request, int attemptNumber, long now) {
    exchange = request;
    browser = request.browser();
    Line over = request.line();
    double luck = over.demandLuck(request.ordinal(), attemptNumber);
    send(over, request.ordinal(), attemptNumber, request.kind(), luck, now);
  }

  /** Waits for an answer since a time before now: the whole of a request, or one for an exchange. */
  void resume(
      Line over,
      @Nullable Exchange request,
      long key,
      int attempt,
      boolean isCounted,
      long since,
      long now) {
    exchange = request;
    browser = null;
    if (request == null) {
      counted = isCounted;
      traffic.begun(counted);
    }
    prepare(over, key, attempt, 0, over.demandLuck(key, attempt), since);
    giveUpAt = Math.max(now + 1, giveUpAt);
    over.patience.add(this);
    over.destination.resume(this, now);
  }

  private void send(Line over, long key, int attempt, int requestKind, double luck, long now) {
    prepare(over, key, attempt, requestKind, luck, now);
    over.patience.add(this);
    over.destination.accept(this, now);
  }

  private void prepare(Line over, long key, int attempt, int requestKind, double luck, long now) {
    line = over;
    ordinal = key;
    number = attempt;
    kind = requestKind;
    demandLuck = luck;
    requestClass = over.classNumber(requestKind);
    sentAt = now;
    arrivedAt = now;
    clientLeft = false;
    detour = null;
    how = null;
    giveUpAt = over.giveUpAt(now);
    degraded = false;
    outcome = "ok";
    settled = false;
    released = false;
    receiver = null;
    isHeard();
  }

  public long sentAt() {
    return sentAt;
  }

  /** How it failed; null when it did not, or nobody waited for it any more. */
  public @Nullable How how() {
    return how;
  }

  /** True when its sender gave it up before there was an answer or an error. */
  public boolean clientLeft() {
    return clientLeft;
  }

  /** True while it is in a line of those that nobody answers. */
  public boolean isHeld() {
    return held;
  }

  /** Notes that it is in such a line, or no more. */
  public void isHeld(boolean inLine) {
    held = inLine;
  }

  /** What the user's browser keeps between requests; null when it is nobody's. */
  public @Nullable Browser browser() {
    return browser;
  }

  @Override
  public long sender() {
    return browser == null ? line.senderOf(ordinal) : browser.key();
  }

  @Override
  public long connection() {
    return browser == null ? line.connectionOf(ordinal) : browser.connection();
  }

  @Override
  public long connectedAtNanos() {
    return browser == null ? line.connectedAt(ordinal, sentAt) : browser.connectedAt();
  }

  @Override
  public double luck(int k) {
    return line.routingLuck(ordinal, number, k);
  }

  long giveUpAt() {
    return giveUpAt;
  }

  /** True when it came over the internet, false when another group of the fleet sent it. */
  public boolean isFromOutside() {
    return line.isFromOutside();
  }

  /** Bytes it carries in. */
  public long bytesIn() {
    return line.bytesIn(kind);
  }

  /** Bytes its answer carries out. */
  public long bytesOut() {
    return line.bytesOut(kind);
  }

  /** The zone of the instance that sends it; empty for a client outside. */
  public String fromZone() {
    return exchange == null ? "" : exchange.fromZone();
  }

  /** Its share of a new connection. */
  public double connections() {
    return line.connectionsPerRequest();
  }

  /** Notes who was chosen for it. */
  public void sentTo(Receiver chosen) {
    receiver = chosen;
  }

  /** Lets it wait, and go on elsewhere; its sender's timeout runs on. */
  public void waitFor(Detour after, long until) {
    detour = after;
    traffic.simulation().schedule(this, until, Phase.WORK);
  }

  /** Its way to whoever answers is found: what it waits for from now on is not the name. */
  public void isResolved(long now) {
    arrivedAt = now;
  }

  /** The number by which its target's group knows its class, for each kind of request. */
  public void classBy(int[] numbers) {
    requestClass = numbers[kind];
  }

  /** Leaves whoever was chosen for it and does not answer. */
  public void leaves(long now) {
    if (receiver != null) {
      Receiver left = receiver;
      receiver = null;
      left.settled(this, false, now);
    }
  }

  /** Fails it now. */
  public void fail(How failed, String why, long now) {
    how = failed;
    settle(false, now);
    if (exchange == null) {
      outcome = failed.word();
      line.failed(this, failed, why, now);
    } else {
      exchange.note(this, failed.word(), now);
      exchange.attemptFailed(this, failed, why, now);
    }
    releaseIfDone();
  }

  @Override
  protected boolean isAbandoned() {
    return settled;
  }

  @Override
  protected void served(long now) {
    traffic.work().finished(settled);
    if (isUnheard() && !settled) {
      return;
    }
    Calling calls = calling;
    if (calls != null) {
      String why = calls.errorWhy();
      if (why != null && !settled) {
        fail(How.ERROR, why, now);
      }
    }
    if (!settled && !spoiltBy().isEmpty()) {
      fail(How.ERROR, spoiltBy(), now);
    }
    if (!settled) {
      settle(true, now);
      if (exchange == null) {
        line.answered(this, now);
      } else {
        exchange.note(this, "ok", now);
        exchange.attemptAnswered(this, now);
      }
    }
    releaseIfDone();
  }

  @Override
  protected void lost(long now) {
    if (calling != null) {
      // What the lost server had asked of others goes on there, for nobody.
      calling.orphan(now);
    }
    if (settled) {
      releaseIfDone();
    } else {
      fail(How.CONNECTION_LOST, why(now), now);
    }
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
  protected void overdue(long now) {
    Detour after = detour;
    if (after != null) {
      detour = null;
      after.goOn(this, now);
      return;
    }
    fail(How.TIMEOUT, why(now), now);
  }

  /** The sender's timeout is over, or its balancer's. */
  void timedOut(long now) {
    clientLeft = line.givesUpFirst();
    fail(How.TIMEOUT, why(now), now);
  }

  /** The sender has its answer from another attempt, or waits for none any more. */
  void cancelled(long now) {
    clientLeft = true;
    settle(false, now);
    if (exchange != null) {
      exchange.note(this, "cancelled", now);
    }
    releaseIfDone();
  }

  @Override
  public String why(long now) {
    if (isUnheard()) {
      return spoiltBy();
    }
    if (receiver == null) {
      // It is still on its way to somebody.
      return line.destination.whyNone();
    }
    return calling == null ? receiver.why() : calling.why(receiver.why(), now);
  }

  private void settle(boolean succeeded, long now) {
    if (settled) {
      throw new IllegalStateException(this + " is settled twice");
    }
    settled = true;
    if (exchange == null) {
      traffic.settled(counted);
    }
    line.patience.remove(this);
    if (!isOnServer()) {
      traffic.simulation().cancel(this);
    }
    if (receiver != null) {
      receiver.settled(this, succeeded, now);
    }
  }

  private void releaseIfDone() {
    if (!isOnServer() && !released) {
      released = true;
      if (calling != null) {
        calling.over();
        calling = null;
      }
      traffic.release(this);
    }
  }

  @Override
  public void parts(long now, long[] into) {
    into[Part.DNS.ordinal()] += arrivedAt - sentAt;
    into[Part.BALANCER.ordinal()] += enteredAt() - arrivedAt;
    into[Part.QUEUE.ordinal()] += startedAt() - enteredAt();
    into[Part.SERVICE.ordinal()] += workedAt() - startedAt();
    into[Part.CALLS.ordinal()] += now - workedAt();
  }

  @Override
  public List<Stop> stops() {
    Stops stops = new Stops();
    stops.attempt(this, outcome, traffic.simulation().now());
    return stops.list();
  }

  /** Where it was sent, as a reader knows it. */
  String where() {
    return receiver == null ? line.destinationName() : receiver.where();
  }

  @Override
  public String toString() {
    return "request of " + line.sender();
  }
}

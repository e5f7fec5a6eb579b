package headroom.fleet.traffic;

import headroom.kernel.Event;
import headroom.kernel.Phase;
import headroom.policy.retry.Retry;
import headroom.results.How;
import headroom.results.Journey;
import headroom.results.Part;
import headroom.results.Why;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One request with all its attempts, from the first to the answer or to the last failure. Its own
 * timer for the next retry or the next copy. Reused when it is over.
 */
final class Exchange extends Event implements Journey {

  private static final double NANOS = 1e9;
  private static final double FAR = 0x1p61;

  private final Traffic traffic;
  private final Attempt[] underWay;
  private final Deadline patience = new Deadline();
  private @Nullable Line way;
  private @Nullable Caller by;
  private @Nullable Owner of;
  private @Nullable Browser browser;
  private long ordinal;
  private int kind;
  private long arrivedAt;
  private int attempts;
  private int sent;
  private int waitingFor;
  private int copiesLeft;
  private boolean backingOff;
  private long backoffFrom;
  private double lastDelay;
  private @Nullable How retriedAfter;
  private String lastWhy = Why.OVERLOAD;
  private @Nullable Attempt winner;
  private boolean counted;
  private boolean over = true;
  private @Nullable Stops stops;

  /** The end of a user's patience with one request. */
  private final class Deadline extends Event {
    @Override
    protected void fire(long now) {
      abandon(now);
    }

    @Override
    public String toString() {
      return "end of a user's patience";
    }
  }

  Exchange(Traffic traffic, int mostAtOnce) {
    this.traffic = traffic;
    this.underWay = new Attempt[mostAtOnce];
  }

  int mostAtOnce() {
    return underWay.length;
  }

  Line line() {
    return Objects.requireNonNull(way);
  }

  private Caller caller() {
    return Objects.requireNonNull(by);
  }

  /** The zone it is sent from; empty when that is outside. */
  String fromZone() {
    return owner().zone();
  }

  private Owner owner() {
    return Objects.requireNonNull(of);
  }

  /** True when it was answered with less than was asked for. */
  boolean isDegraded() {
    return winner != null && winner.degraded;
  }

  @Nullable
  Browser browser() {
    return browser;
  }

  long ordinal() {
    return ordinal;
  }

  /** Where whoever asks for it is. */
  String zone() {
    return owner().zone();
  }

  int kind() {
    return kind;
  }

  long arrivedAt() {
    return arrivedAt;
  }

  /** Begins it; it may be over when this returns. */
  void begin(
      Line over,
      Caller sender,
      Owner asker,
      long requestOrdinal,
      int requestKind,
      double patienceSeconds,
      boolean isUsers,
      @Nullable Browser from,
      long now) {
    reset(over, sender, asker, requestOrdinal, requestKind, now);
    browser = from;
    counted = isUsers && traffic.counts(now);
    traffic.begun(counted);
    if (patienceSeconds < Double.POSITIVE_INFINITY) {
      traffic.simulation().schedule(patience, now + nanos(patienceSeconds), Phase.WORK);
    }
    attempt(now);
  }

  /** Goes on where a user's first attempt, sent alone, has failed; it may be over at once. */
  void goOn(Line over, Caller sender, Owner asker, Attempt first, How how, String why, long now) {
    reset(over, sender, asker, first.ordinal, first.kind, first.sentAt());
    counted = traffic.counts(arrivedAt);
    traffic.begun(counted);
    attempts = 1;
    sent = 1;
    note(first, how.word(), now);
    failed(how, why, now);
  }

  private void reset(
      Line over, Caller sender, Owner asker, long requestOrdinal, int requestKind, long at) {
    way = over;
    by = sender;
    of = asker;
    browser = null;
    ordinal = requestOrdinal;
    kind = requestKind;
    arrivedAt = at;
    attempts = 0;
    sent = 0;
    waitingFor = 0;
    retriedAfter = null;
    backingOff = false;
    lastDelay = 0;
    lastWhy = Why.OVERLOAD;
    winner = null;
    this.over = false;
    stops = traffic.keepsStops() ? new Stops() : null;
  }

  /** Goes on with a request of a user whose next attempt is due, after so many. */
  void resumePending(
      ClientLine over, Caller sender, long key, int made, long arrived, long due, long now) {
    reset(over, sender, over, key, 0, arrived);
    counted = traffic.counts(arrived);
    traffic.begun(counted);
    attempts = made;
    sent = made;
    Retry retry = over.client.retry().orElseThrow();
    for (int k = 1; k <= made; k++) {
      lastDelay = retry.backoff().delaySeconds(k, lastDelay, 0.5);
    }
    // How the attempt before failed is not known of an amount; most that are retried were late.
    retriedAfter = How.TIMEOUT;
    backingOff = true;
    backoffFrom = now;
    over.backsOff(this);
    traffic.simulation().schedule(this, Math.max(due, now), Phase.WORK);
  }

  /** Goes on with a request of a user whose latest attempt waits since a time to be served. */
  void resumeQueued(
      ClientLine over, Caller sender, long key, int made, long arrived, long since, long now) {
    reset(over, sender, over, key, 0, arrived);
    counted = traffic.counts(arrived);
    traffic.begun(counted);
    attempts = made + 1;
    sent = made + 1;
    retriedAfter = made == 0 ? null : How.TIMEOUT;
    How refused = sender.admits(key, sent, now);
    if (refused != null) {
      throw new IllegalStateException("a client with limits cannot be resumed");
    }
    Attempt attempt = traffic.take(over);
    underWay[waitingFor++] = attempt;
    attempt.resume(over, this, key, sent, counted, since, now);
  }

  /** Its next attempt is somebody else's account from now on. */
  void handBack(ClientLine to, long now) {
    to.handBack(attempts, isPending() ? timeNanos() : now, arrivedAt);
    finish(now);
    traffic.release(this);
  }

  private static long nanos(double seconds) {
    return (long) Math.min(seconds * NANOS, FAR);
  }

  private void attempt(long now) {
    attempts++;
    if (attempts == 1) {
      caller().firstAttempt(now);
    } else {
      owner().tryingAgain(this);
    }
    copiesLeft = underWay.length - 1;
    send(now);
    scheduleCopy(now);
  }

  private void send(long now) {
    sent++;
    How refused = caller().admits(ordinal, sent, now);
    if (refused != null) {
      failed(refused, caller().lastWhy(), now);
      return;
    }
    Attempt attempt = traffic.take(line());
    underWay[waitingFor++] = attempt;
    attempt.sendFor(this, sent, now);
  }

  private void scheduleCopy(long now) {
    if (!over && !backingOff && waitingFor > 0 && copiesLeft > 0 && !isPending()) {
      long after = line().client.hedge().orElseThrow().afterNanos();
      traffic.simulation().schedule(this, now + after, Phase.WORK);
    }
  }

  /** The next retry, or the next copy of an attempt that is still under way. */
  @Override
  protected void fire(long now) {
    if (backingOff) {
      backingOff = false;
      line().backOffEnds(this);
      if (stops != null && now > backoffFrom) {
        stops.backoff(line().sender(), backoffFrom, now);
      }
      attempt(now);
    } else if (copiesLeft > 0) {
      copiesLeft--;
      owner().tryingAgain(this);
      send(now);
      scheduleCopy(now);
    }
  }

  void note(Attempt attempt, String outcome, long now) {
    if (stops != null) {
      stops.attempt(attempt, outcome, now);
    }
  }

  void attemptAnswered(Attempt attempt, long now) {
    forget(attempt);
    caller().ended(null, now - attempt.sentAt(), now);
    caller().succeeded(retriedAfter, now);
    winner = attempt;
    finish(now);
    owner().answered(this, now);
    winner = null;
    traffic.release(this);
  }

  void attemptFailed(Attempt attempt, How how, String why, long now) {
    forget(attempt);
    caller().ended(how, now - attempt.sentAt(), now);
    caller().failedBecause(why);
    failed(how, why, now);
  }

  /** An attempt, or the try to make one, has failed. */
  private void failed(How how, String why, long now) {
    lastWhy = why;
    if (waitingFor > 0) {
      return;
    }
    traffic.simulation().cancel(this);
    if (mayTryAgain(how, now)) {
      backOff(how, now);
    } else {
      giveUp(how, why, now);
    }
  }

  private boolean mayTryAgain(How how, long now) {
    Retry retry = line().client.retry().orElse(null);
    return retry != null
        && attempts < retry.attempts()
        && retry.on().contains(how)
        && caller().takesRetry(how, now);
  }

  /** Always an event of its own: whoever reports the failure is still in the middle of it. */
  private void backOff(How how, long now) {
    Retry retry = line().client.retry().orElseThrow();
    double u = line().backoffLuck(ordinal, attempts);
    lastDelay = retry.backoff().after(how).delaySeconds(attempts, lastDelay, u);
    retriedAfter = how;
    backingOff = true;
    backoffFrom = now;
    traffic.simulation().schedule(this, now + nanos(lastDelay), Phase.WORK);
    line().backsOff(this);
  }

  private void abandon(long now) {
    String why = why(now);
    giveUp(How.ABANDONED, why, now);
  }

  private void giveUp(How how, String why, long now) {
    finish(now);
    owner().failed(this, how, why, now);
    traffic.release(this);
  }

  /** Nobody waits for it any more: what is still under way goes on for nobody. */
  void orphan(long now) {
    if (!over) {
      finish(now);
      traffic.release(this);
    }
  }

  private void finish(long now) {
    over = true;
    if (backingOff) {
      line().backOffEnds(this);
    }
    traffic.settled(counted);
    traffic.simulation().cancel(this);
    traffic.simulation().cancel(patience);
    while (waitingFor > 0) {
      Attempt attempt = underWay[waitingFor - 1];
      forget(attempt);
      caller().cancelled(now - attempt.sentAt(), now);
      attempt.cancelled(now);
    }
  }

  private void forget(Attempt attempt) {
    for (int i = 0; i < waitingFor; i++) {
      if (underWay[i] == attempt) {
        underWay[i] = underWay[--waitingFor];
        return;
      }
    }
    throw new IllegalStateException(attempt + " does not belong to its exchange");
  }

  @Override
  public String why(long now) {
    if (winner == null) {
      return waitingFor > 0 ? underWay[0].why(now) : lastWhy;
    }
    // A late answer: what made the client try again held it up, unless a failure hurt the answer.
    String own = winner.why(now);
    return triedAgain() && Why.isState(own) ? lastWhy : own;
  }

  /** Whether an attempt has failed before the one that was answered. */
  private boolean triedAgain() {
    return retriedAfter != null;
  }

  @Override
  public void parts(long now, long[] into) {
    Attempt answered = Objects.requireNonNull(winner);
    into[Part.CLIENT.ordinal()] += answered.sentAt() - arrivedAt;
    answered.parts(now, into);
  }

  @Override
  public List<Stop> stops() {
    return stops == null ? List.of() : stops.list();
  }

  @Override
  public String toString() {
    return "retries of " + line().sender();
  }
}

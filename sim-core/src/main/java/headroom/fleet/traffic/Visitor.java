package headroom.fleet.traffic;

import headroom.kernel.Event;
import headroom.kernel.Phase;
import headroom.results.How;

/**
 * One user in a session: thinks, asks, waits for the answer, thinks again. Its own next request.
 * Users of a closed population begin another session after a pause; others leave.
 */
final class Visitor extends Event implements Owner {

  private final Visitors all;
  private final Browser browser = new Browser();
  private long user;
  private long session;
  private long key;
  private long asked;
  private long length;
  private long toAsk;
  private boolean counted;
  private boolean affected;
  private boolean lost;
  private boolean everAffected;

  Visitor(Visitors all) {
    this.all = all;
  }

  /** Comes; the first request follows after a delay. */
  void come(long userNumber, long delayNanos, long now) {
    user = userNumber;
    session = 0;
    everAffected = false;
    browser.isOpened(all.senderKey(user));
    begin(delayNanos, now);
  }

  private void begin(long delayNanos, long now) {
    key = all.sessionKey(user, session++);
    asked = 0;
    browser.sessionBegins();
    length = all.requestsOf(key);
    toAsk = length;
    affected = false;
    lost = false;
    counted = all.counts(now + delayNanos);
    if (counted) {
      all.hurt().begins();
    }
    all.simulation().schedule(this, now + delayNanos, Phase.WORK);
  }

  @Override
  protected void fire(long now) {
    asked++;
    browser.asks(all.line().requestsPerConnection(), now);
    all.line().send(all.requestOrdinal(key, asked), user, browser, this, now);
  }

  @Override
  public void answered(Exchange exchange, long now) {
    all.line().answered(exchange, now);
    next(false, now);
  }

  @Override
  public void failed(Exchange exchange, How how, String why, long now) {
    all.line().failed(exchange, how, why, now);
    isAffected(now);
    boolean leaves = all.leavesAfterFailure(key, asked);
    if (leaves) {
      isLost();
    }
    next(leaves, now);
  }

  private void isAffected(long now) {
    if (counted && !affected) {
      affected = true;
      all.hurt().affected();
    }
    if (all.isClosed() && all.counts(now) && !everAffected) {
      everAffected = true;
      all.hurt().userAffected();
    }
  }

  private void isLost() {
    if (counted && !lost) {
      lost = true;
      all.hurt().lost();
    }
  }

  @Override
  public void tryingAgain(Exchange exchange) {
    all.line().tryingAgain(exchange);
  }

  private void next(boolean leaves, long now) {
    if (browser.hasLostSession()) {
      // What was done so far is gone with the target that knew it.
      isLost();
      toAsk = length > Long.MAX_VALUE - asked ? Long.MAX_VALUE : asked + length;
    }
    if (asked < toAsk && !leaves) {
      all.simulation().schedule(this, now + all.thinkNanos(key, asked), Phase.WORK);
    } else if (all.isClosed()) {
      begin(all.pauseNanos(user, session), now);
    } else {
      all.left(this);
    }
  }

  @Override
  public String toString() {
    return "next request of a user of " + all.line().sender();
  }
}

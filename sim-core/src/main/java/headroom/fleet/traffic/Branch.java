package headroom.fleet.traffic;

import headroom.results.How;
import headroom.results.Why;
import org.jspecify.annotations.Nullable;

/** One of the things an attempt waits for: so many calls by one rule, one after another. */
final class Branch implements Owner {

  private final Traffic traffic;
  private final Calling calling;
  private @Nullable CallRule rule;
  private @Nullable CallLine asked;
  private @Nullable Exchange exchange;
  private int wanted;
  private int made;
  private double cacheLuck;
  private boolean asking;
  private @Nullable String failedWhy;

  Branch(Traffic traffic, Calling calling) {
    this.traffic = traffic;
    this.calling = calling;
  }

  void begin(CallRule by, int calls) {
    rule = by;
    wanted = calls;
    made = 0;
    failedWhy = null;
    exchange = null;
  }

  /** Makes calls until one must be waited for, or all are made, or one has failed. */
  void proceed(long now) {
    while (exchange == null && failedWhy == null && made < wanted) {
      make(now);
    }
  }

  boolean isDone() {
    return exchange == null && failedWhy == null && made == wanted;
  }

  @Nullable
  String failedWhy() {
    return failedWhy;
  }

  @Override
  public String zone() {
    return calling.server().instance().zoneName();
  }

  private void make(long now) {
    CallRule by = rule();
    CachedAnswers cache = by.cache();
    cacheLuck = by.cacheLuck(calling.key(), made);
    made++;
    if (cache == null || !traffic.work().lookedUp(cache.hits(cacheLuck, now))) {
      traffic.work().called();
      ask(by.line(), now);
    }
  }

  private void ask(CallLine line, long now) {
    CallRule by = rule();
    asked = line;
    asking = true;
    Exchange call = traffic.takeExchange(line, by.mostAtOnce());
    exchange = call;
    long ordinal = by.ordinal(calling.key(), made);
    Caller caller = by.caller(calling.server(), line);
    double patience = line.patienceSeconds(ordinal);
    call.begin(line, caller, this, ordinal, calling.kind(), patience, false, null, now);
    asking = false;
  }

  private CallRule rule() {
    if (rule == null) {
      throw new IllegalStateException("a branch without a call");
    }
    return rule;
  }

  private CallLine asked() {
    if (asked == null) {
      throw new IllegalStateException("a branch that asked nobody");
    }
    return asked;
  }

  @Override
  public void answered(Exchange call, long now) {
    calling.note(asked(), call, "ok", now);
    calling.answeredBy(call, now);
    if (call.isDegraded()) {
      calling.degrade();
    }
    exchange = null;
    CachedAnswers cache = rule().cache();
    if (cache != null && asked == rule().line()) {
      cache.fill(cacheLuck, now);
    }
    moved(now);
  }

  @Override
  public void failed(Exchange call, How how, String why, long now) {
    calling.note(asked(), call, how.word(), now);
    calling.plan().harmed(why, now);
    exchange = null;
    CallLine other = rule().instead();
    if (other != null && asked != other) {
      traffic.work().calledAgain();
      boolean outer = asking;
      ask(other, now);
      asking = outer;
    } else if (rule().degrades()) {
      calling.degrade();
    } else {
      failedWhy = why;
    }
    moved(now);
  }

  @Override
  public void tryingAgain(Exchange call) {
    traffic.work().calledAgain();
  }

  /** Goes on, unless whoever began the call is still waiting for this to return. */
  private void moved(long now) {
    if (!asking && exchange == null) {
      calling.moved(this, now);
    }
  }

  /** Nobody waits for it any more. */
  void orphan(long now) {
    Exchange call = exchange;
    if (call != null) {
      exchange = null;
      call.orphan(now);
    }
  }

  String why(long now) {
    return exchange == null ? Why.OVERLOAD : exchange.why(now);
  }

  boolean isWaiting() {
    return exchange != null;
  }
}

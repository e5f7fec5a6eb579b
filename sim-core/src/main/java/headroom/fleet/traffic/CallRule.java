package headroom.fleet.traffic;

import headroom.fleet.targets.Server;
import headroom.random.Chance;
import headroom.random.Stream;
import headroom.workload.Call;
import headroom.workload.Fallback;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One call of a group made ready: its lines, its luck, its cache, and who of its callers is who. */
final class CallRule {

  private static final double NEARLY = 0.9;

  private final Call call;
  private final CallLine line;
  private final @Nullable CallLine instead;
  private final @Nullable CachedAnswers cache;
  private final int mostAtOnce;
  private final boolean[] applies;
  private final Stream need;
  private final Stream cached;
  private final Stream keys;
  private final Stream callerLuck;
  private final Map<Server, Caller> callers = new LinkedHashMap<>();
  private final Map<Server, Caller> callersInstead = new LinkedHashMap<>();

  CallRule(Traffic traffic, String group, Call call, Chance chance) {
    String owner = group + ".calls." + call.name();
    this.call = call;
    this.line = new CallLine(traffic, group, call, call.to(), traffic.way(call.to()), chance);
    this.instead = call.fallback() instanceof Fallback.Instead other
        ? new CallLine(traffic, group, call, other.to(), traffic.way(other.to()), chance)
        : null;
    this.cache = call.cache().map(CachedAnswers::new).orElse(null);
    this.mostAtOnce = call.client().mostAtOnce();
    this.applies = traffic.kinds().among(call.classes());
    this.need = chance.of(owner, "need");
    this.cached = chance.of(owner, "cache");
    this.keys = chance.of(owner, "keys");
    this.callerLuck = chance.of(owner, "caller");
  }

  CallLine line() {
    return line;
  }

  @Nullable
  CallLine instead() {
    return instead;
  }

  @Nullable
  CachedAnswers cache() {
    return cache;
  }

  /** Until the cache is nearly what it was, what its loss lets through presses who is asked. */
  void loseCache(double share, String cause, long now) {
    if (cache != null) {
      double enough = NEARLY * cache.warmth(now);
      cache.lose(share, now);
      line.destination.pressedBy(cause, at -> cache.warmth(at) < enough);
    }
  }

  boolean degrades() {
    return call.fallback() instanceof Fallback.Degrade;
  }

  /** Calls one after another that an attempt with this key needs; 0 when it needs none. */
  int count(long key, int kind) {
    boolean needed =
        applies[kind] && (call.probability() >= 1 || need.at(key) < call.probability());
    return needed ? call.count() : 0;
  }

  double cacheLuck(long key, int repeat) {
    return cached.at(key, repeat);
  }

  long ordinal(long key, int repeat) {
    return keys.bits(key, repeat);
  }

  Caller caller(Server server, CallLine on) {
    Map<Server, Caller> known = on == line ? callers : callersInstead;
    Caller caller = known.get(server);
    if (caller == null) {
      caller = new Caller(call.client(), callerLuck.of(server.instance().ordinal()));
      known.put(server, caller);
    }
    return caller;
  }

  /** A server is gone, and what it remembered with it. */
  void forget(Server server) {
    callers.remove(server);
    callersInstead.remove(server);
  }

  /** How many attempts there may be at once: the first and its copies. */
  int mostAtOnce() {
    return mostAtOnce;
  }
}

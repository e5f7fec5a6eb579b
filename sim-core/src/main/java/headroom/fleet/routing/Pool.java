package headroom.fleet.routing;

import headroom.policy.routing.RequestView;
import headroom.policy.routing.RoutingPolicy;
import headroom.policy.routing.SlowStart;
import headroom.policy.routing.TargetsView;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The targets behind one door that may get requests, and the choice among them. */
final class Pool implements TargetsView {

  private final RoutingPolicy policy;
  private final RoutingPolicy.Memory memory;
  private final List<Entry> healthy = new ArrayList<>();
  private final @Nullable OutstandingOrder order;
  private final long slowStart;
  private long slowUntil = Long.MIN_VALUE;

  Pool(RoutingPolicy policy) {
    this(policy, 0);
  }

  Pool(RoutingPolicy policy, long slowStartNanos) {
    this.policy = policy;
    this.memory = policy.memory();
    this.order = policy.needsOutstandingOrder() ? new OutstandingOrder() : null;
    this.slowStart = slowStartNanos;
  }

  Entry choose(RequestView request, long now) {
    Entry chosen = healthy.get(policy.choose(this, request, memory));
    return now < slowUntil ? slowly(chosen, request, now) : chosen;
  }

  /** One that starts takes only the part of its turns that its weight allows. */
  private Entry slowly(Entry first, RequestView request, long now) {
    Entry started = anyStarted(now);
    if (started == null) {
      return first;
    }
    Entry chosen = first;
    for (int turn = 0; turn < 2 * healthy.size(); turn++) {
      if (takesTurn(chosen, now)) {
        return chosen;
      }
      Entry again = healthy.get(policy.choose(this, request, memory));
      // A rule without chance and memory has one answer only: then its neighbour it is.
      chosen = again == chosen ? healthy.get((chosen.index + 1) % healthy.size()) : again;
    }
    return started;
  }

  private @Nullable Entry anyStarted(long now) {
    for (Entry entry : healthy) {
      if (weight(entry, now) >= 1) {
        return entry;
      }
    }
    return null;
  }

  private boolean takesTurn(Entry entry, long now) {
    entry.credit += weight(entry, now);
    if (entry.credit < 1) {
      return false;
    }
    entry.credit -= 1;
    return true;
  }

  private double weight(Entry entry, long now) {
    // Those that were there before time zero have started long ago.
    return entry.since == 0 ? 1 : SlowStart.weight(now - entry.since, slowStart);
  }

  /** The one whose turn it is, or the first after it that is up and has a place. */
  Entry chooseWithPlace(RequestView request, long now) {
    Entry chosen = choose(request, now);
    Entry free = withPlace(chosen);
    return free == null ? chosen : free;
  }

  /** This one, or the first after it that is up and has a place; null when none has. */
  @Nullable
  Entry withPlace(Entry chosen) {
    return firstFrom(chosen, entry -> entry.server().hasPlaceNow());
  }

  /** This one, or the first after it for which something holds; null when it holds for none. */
  @Nullable
  Entry firstFrom(Entry chosen, Predicate<Entry> holds) {
    int first = Math.max(0, chosen.index);
    for (int i = 0; i < healthy.size(); i++) {
      Entry next = healthy.get((first + i) % healthy.size());
      if (holds.test(next)) {
        return next;
      }
    }
    return null;
  }

  void add(Entry entry, long now) {
    entry.index = healthy.size();
    entry.since = now;
    entry.credit = 0;
    healthy.add(entry);
    if (order != null) {
      order.add(entry, entry.outstanding());
    }
    if (slowStart > 0 && now > 0) {
      slowUntil = now + slowStart;
    }
  }

  void remove(Entry entry) {
    if (!entry.isHealthy()) {
      return;
    }
    if (order != null) {
      order.remove(entry, entry.outstanding());
    }
    healthy.remove(entry.index);
    for (int i = entry.index; i < healthy.size(); i++) {
      healthy.get(i).index = i;
    }
    // Whoever comes next in turn keeps the turn.
    if (entry.index < memory.next) {
      memory.next--;
    }
    entry.index = -1;
  }

  void outstandingChanged(Entry entry, int previous) {
    if (order != null && entry.isHealthy()) {
      order.remove(entry, previous);
      order.add(entry, entry.outstanding());
    }
  }

  /** True when some target that counts as healthy really is up. */
  boolean hasUp() {
    return healthy.stream().anyMatch(entry -> entry.server().isUp());
  }

  @Override
  public int size() {
    return healthy.size();
  }

  @Override
  public int outstanding(int index) {
    return healthy.get(index).outstanding();
  }

  @Override
  public int leastOutstanding() {
    if (order != null) {
      return order.least().index;
    }
    int best = 0;
    for (int i = 1; i < healthy.size(); i++) {
      best = outstanding(i) < outstanding(best) ? i : best;
    }
    return best;
  }

  @Override
  public long id(int index) {
    return healthy.get(index).server().instance().ordinal();
  }

  @Override
  public long sinceNanos(int index) {
    return healthy.get(index).since;
  }

  @Override
  public double responseSeconds(int index) {
    Outcomes outcomes = healthy.get(index).outcomes;
    return outcomes == null ? 0 : outcomes.seconds();
  }

  @Override
  public double failureShare(int index) {
    Outcomes outcomes = healthy.get(index).outcomes;
    return outcomes == null ? 0 : outcomes.failureShare();
  }
}

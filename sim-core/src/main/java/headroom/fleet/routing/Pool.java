package headroom.fleet.routing;

import headroom.policy.routing.RoutingPolicy;
import headroom.policy.routing.TargetsView;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The healthy targets behind one door, and the choice among them. */
final class Pool implements TargetsView {

  private final RoutingPolicy policy;
  private final RoutingPolicy.Memory memory;
  private final List<Entry> healthy = new ArrayList<>();
  private final @Nullable OutstandingOrder order;

  Pool(RoutingPolicy policy) {
    this.policy = policy;
    this.memory = policy.memory();
    this.order = policy.needsOutstandingOrder() ? new OutstandingOrder() : null;
  }

  Entry choose() {
    return healthy.get(policy.choose(this, memory));
  }

  /** The one whose turn it is, or the first after it that is up and has a place. */
  Entry chooseWithPlace() {
    Entry chosen = choose();
    for (int i = 0; i < healthy.size(); i++) {
      Entry next = healthy.get((chosen.index + i) % healthy.size());
      if (next.server().hasPlaceNow()) {
        return next;
      }
    }
    return chosen;
  }

  void add(Entry entry) {
    entry.index = healthy.size();
    healthy.add(entry);
    if (order != null) {
      order.add(entry, entry.outstanding());
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
}

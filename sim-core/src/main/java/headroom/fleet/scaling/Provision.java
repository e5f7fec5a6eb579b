package headroom.fleet.scaling;

import headroom.fleet.instances.Instance;
import java.util.List;

/** Whether the nodes that a group was asked for appear in time. */
final class Provision {

  private final GroupKeeper keeper;
  private final long provisionNanos;
  private final long backoffNanos;
  private long shortSince = -1;
  private long restsUntil = Long.MIN_VALUE;

  Provision(GroupKeeper keeper, long provisionNanos, long backoffNanos) {
    this.keeper = keeper;
    this.provisionNanos = provisionNanos;
    this.backoffNanos = backoffNanos;
  }

  /** Nodes that are asked for, or on their way. */
  int upcoming() {
    int starting = (int) keeper.instances().live().stream()
        .filter(one -> one.state().isStarting())
        .count();
    return starting + Math.max(0, missing());
  }

  private int missing() {
    return keeper.desired() - keeper.instances().population();
  }

  /** Gives up what has not come in time; then nothing is asked of the group for a while. */
  void look(long now) {
    List<Instance> late = keeper.instances().live().stream()
        .filter(one -> one.state().isStarting() && now - one.decidedAt() >= provisionNanos)
        .toList();
    late.forEach(one -> keeper.remove(one, now, "cluster autoscaler: node did not come in time"));
    if (missing() <= 0) {
      shortSince = -1;
    } else if (shortSince < 0) {
      shortSince = now;
    }
    boolean isOverdue = shortSince >= 0 && now - shortSince >= provisionNanos;
    if (isOverdue) {
      int size = Math.max(keeper.min(), keeper.instances().population());
      keeper.resize(size, now, "cluster autoscaler: nodes did not come in time");
      shortSince = -1;
    }
    if (isOverdue || !late.isEmpty()) {
      restsUntil = now + backoffNanos;
    }
  }

  boolean isResting(long now) {
    return now < restsUntil;
  }
}

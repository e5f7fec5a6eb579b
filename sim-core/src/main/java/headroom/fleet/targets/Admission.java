package headroom.fleet.targets;

import headroom.policy.limit.ConcurrencyLimit;
import headroom.policy.queueing.LoadShedding;
import headroom.workload.Service;
import org.jspecify.annotations.Nullable;

/** Who is turned away at the door of one server, though there would be a place. */
final class Admission {

  private final @Nullable LoadShedding shedding;
  private final @Nullable ConcurrencyLimit limit;
  private final ConcurrencyLimit.@Nullable Memory memory;

  Admission(Service service) {
    shedding = service.shedding().orElse(null);
    limit = service.concurrencyLimit().orElse(null);
    memory = limit == null ? null : limit.memory();
  }

  boolean turnsAway(int onServer, int priority) {
    return (limit != null && memory != null && onServer >= limit.limit(memory))
        || (shedding != null && shedding.sheds(onServer, priority));
  }

  /** A job has left, {@code onServer} counting it still. */
  void left(Job job, int onServer, boolean dropped, long now) {
    if (limit != null && memory != null) {
      limit.left(memory, now - job.enteredAt, onServer, dropped, now);
    }
  }
}

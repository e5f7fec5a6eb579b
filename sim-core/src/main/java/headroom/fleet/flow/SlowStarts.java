package headroom.fleet.flow;

import headroom.fleet.instances.Instance;
import headroom.policy.routing.SlowStart;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The targets of a door that have begun a while ago and get less than their share, as in
 * {@code headroom.fleet.routing.Pool}: each its weight's part of a turn, and all their full ones where
 * none has started yet.
 */
final class SlowStarts {

  private static final int LOOKS = 16;

  private final long over;
  private final Map<Instance, Long> since = new LinkedHashMap<>();
  private double missing;

  SlowStarts(long overNanos) {
    this.over = overNanos;
  }

  /** A target gets requests from now on; those of the start have started long ago. */
  void begins(Instance instance, long now) {
    if (now > 0) {
      since.put(instance, now);
    }
  }

  /** It gets no more. */
  void ends(Instance instance) {
    since.remove(instance);
  }

  /** Works out, for a step, by how many targets less they are than they seem, of so many healthy. */
  void look(long from, long to, int healthy) {
    since.values().removeIf(begun -> from - begun >= over);
    missing = 0;
    if (healthy > since.size()) {
      for (long begun : since.values()) {
        missing += 1 - (mean(from, begun) + mean(to, begun)) / 2;
      }
    }
  }

  private double mean(long at, long begun) {
    return SlowStart.weight(Math.max(0, at - begun), over);
  }

  /** By how many targets less they are in the step looked at last. */
  double missing() {
    return missing;
  }

  /** The share of a full one's requests that a target gets at a moment. */
  double weight(Instance instance, long at) {
    Long begun = since.get(instance);
    return begun == null || missing == 0 ? 1 : mean(at, begun);
  }

  /** When their weights have to be looked at again. */
  long nextLook(long at) {
    return since.isEmpty() ? Long.MAX_VALUE : at + over / LOOKS;
  }
}

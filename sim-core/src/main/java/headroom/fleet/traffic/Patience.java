package headroom.fleet.traffic;

import headroom.kernel.Event;
import headroom.kernel.Phase;
import headroom.kernel.Simulation;
import org.jspecify.annotations.Nullable;

/**
 * Waits for the requests of one source, which all wait equally long.
 *
 * <p>Equal timeouts end in the order they began, so one timer at the head of a list is enough.
 */
final class Patience extends Event {

  private final Simulation simulation;
  private final long timeoutNanos;
  private @Nullable Request first;
  private @Nullable Request last;

  Patience(Simulation simulation, long timeoutNanos) {
    this.simulation = simulation;
    this.timeoutNanos = timeoutNanos;
  }

  private boolean isEndless() {
    return timeoutNanos == Long.MAX_VALUE;
  }

  void add(Request request, long now) {
    if (isEndless()) {
      return;
    }
    request.earlier = last;
    if (last == null) {
      first = request;
    } else {
      last.later = request;
    }
    last = request;
    if (!isPending()) {
      simulation.schedule(this, now + timeoutNanos, Phase.WORK);
    }
  }

  void remove(Request request) {
    if (isEndless()) {
      return;
    }
    Request before = request.earlier;
    Request after = request.later;
    if (before == null) {
      first = after;
    } else {
      before.later = after;
    }
    if (after == null) {
      last = before;
    } else {
      after.earlier = before;
    }
    request.earlier = null;
    request.later = null;
  }

  /** The timer may be early, since the request it was set for is usually answered by now. */
  @Override
  protected void fire(long now) {
    for (Request head = first; head != null; head = first) {
      long deadline = head.arrivedAt() + timeoutNanos;
      if (deadline > now) {
        simulation.schedule(this, deadline, Phase.WORK);
        return;
      }
      head.givenUp(now);
    }
  }

  @Override
  public String toString() {
    return "end of a client's patience";
  }
}

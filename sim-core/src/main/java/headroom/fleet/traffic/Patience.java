package headroom.fleet.traffic;

import headroom.kernel.Event;
import headroom.kernel.Phase;
import headroom.kernel.Simulation;
import org.jspecify.annotations.Nullable;

/**
 * Waits for the attempts on one line, which all wait equally long.
 *
 * <p>Equal timeouts end in the order they began, so one timer at the head of a list is enough.
 */
final class Patience extends Event {

  private final Simulation simulation;
  private final boolean endless;
  private @Nullable Attempt first;
  private @Nullable Attempt last;
  // Who is given up may be tried again at once: the timer is set when that is over.
  private boolean giving;

  Patience(Simulation simulation, boolean endless) {
    this.simulation = simulation;
    this.endless = endless;
  }

  void add(Attempt attempt) {
    if (endless) {
      return;
    }
    attempt.earlier = last;
    if (last == null) {
      first = attempt;
    } else {
      last.later = attempt;
    }
    last = attempt;
    if (!isPending() && !giving) {
      simulation.schedule(this, attempt.giveUpAt(), Phase.WORK);
    }
  }

  void remove(Attempt attempt) {
    if (endless) {
      return;
    }
    Attempt before = attempt.earlier;
    Attempt after = attempt.later;
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
    attempt.earlier = null;
    attempt.later = null;
  }

  /** The timer may be early, since the attempt it was set for is usually answered by now. */
  @Override
  protected void fire(long now) {
    giving = true;
    Attempt head = first;
    while (head != null && head.giveUpAt() <= now) {
      head.timedOut(now);
      head = first;
    }
    giving = false;
    if (head != null) {
      simulation.schedule(this, head.giveUpAt(), Phase.WORK);
    }
  }

  @Override
  public String toString() {
    return "end of a client's patience";
  }
}

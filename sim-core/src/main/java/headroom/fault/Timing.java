package headroom.fault;

import headroom.random.Stream;
import java.util.Iterator;

/** When something is down: one outage after another, none beginning before the last is over. */
public interface Timing {

  /** The outages of one thing in order of time; endless where they recur. */
  Iterator<Outage> outages(Stream luck);

  /** True when each of several things has outages of its own. */
  default boolean isRandom() {
    return false;
  }
}

package headroom.fleet.targets;

import headroom.results.Why;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/** What harm done at the servers of a group is put down to: a failure, or else a state. */
final class Blame {

  private final Trouble trouble = new Trouble();
  private @Nullable AfterWork afterWork;
  private @Nullable Pressure pressure;

  Trouble trouble() {
    return trouble;
  }

  void then(AfterWork something) {
    afterWork = something;
  }

  @Nullable
  AfterWork afterWork() {
    return afterWork;
  }

  /** A failure elsewhere sends more here than usual for as long as {@code active} holds. */
  void pressedBy(String cause, LongPredicate active) {
    pressure = new Pressure(cause, active);
  }

  /** The cause of harm done at a server, or where there is none. */
  String why(@Nullable Server server, long now) {
    if (server != null && !server.instance().crashCause().isEmpty()) {
      return server.instance().crashCause();
    }
    if (server != null && !server.instance().diedOf().isEmpty()) {
      return server.instance().diedOf();
    }
    if (server != null && !server.isUp()) {
      // It was taken away: what it still worked on is lost for want of its capacity.
      return Why.CAPACITY;
    }
    String ailment = server == null ? "" : server.ailsBy(now);
    if (!ailment.isEmpty()) {
      return ailment;
    }
    return whySince(server == null ? Long.MAX_VALUE : server.waitingSince(), now);
  }

  /** The cause of harm done to what waits since a moment. */
  String whySince(long since, long now) {
    String why = trouble.why(since);
    if (!why.equals(Why.OVERLOAD)) {
      return why;
    }
    if (pressure != null && pressure.explains(since, now)) {
      return pressure.cause();
    }
    if (afterWork != null) {
      // Workers that wait for others make a queue here: it is put down to what hurt the others.
      String theirs = afterWork.troubleSince(since);
      return theirs.isEmpty() ? why : theirs;
    }
    return why;
  }
}

package headroom.fleet.flow;

import headroom.fleet.instances.Instance;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What a door knows of each instance, by its ordinal. */
final class TargetStates {

  /** What a door knows of an instance. */
  enum State {
    /** It is no target. */
    UNKNOWN,
    /** It is one, and no check has passed yet. */
    REGISTERED,
    /** It gets requests. */
    HEALTHY,
    /** It has stopped, gets requests, and nobody has noticed. */
    SILENT,
    /** It has stopped, and checks have noticed. */
    UNHEALTHY,
    /** It gets no more requests, and ends. */
    DRAINING,
    /** It is out for a while, since its requests kept failing. */
    EJECTED,
    /** It is well, and its zone is shifted away from. */
    SHIFTED,
    /** It answers, and its deep checks fail all the same. */
    UNWELL;

    /** It gets no requests, though it has not stopped. */
    boolean isOut() {
      return this == EJECTED || this == UNWELL || this == SHIFTED;
    }
  }

  private static final State[] ALL = State.values();

  // Of a large fleet there are many: a byte each, 0 for those it knows nothing of.
  private byte[] states = new byte[64];
  private int registered;
  private @Nullable Runnable heard;

  /** Lets somebody know whenever a state has changed. */
  void hear(Runnable listener) {
    heard = listener;
  }

  /** Targets that are not leaving. */
  int registered() {
    return registered;
  }

  private static boolean isRegistered(State state) {
    return state != State.UNKNOWN && state != State.DRAINING;
  }

  State of(Instance instance) {
    int ordinal = instance.ordinal();
    return ordinal < states.length ? ALL[states[ordinal]] : State.UNKNOWN;
  }

  void set(Instance instance, State state) {
    int ordinal = instance.ordinal();
    if (ordinal >= states.length) {
      states = Arrays.copyOf(states, 2 * ordinal);
    }
    registered += (isRegistered(state) ? 1 : 0) - (isRegistered(ALL[states[ordinal]]) ? 1 : 0);
    states[ordinal] = (byte) state.ordinal();
    if (heard != null) {
      heard.run();
    }
  }
}

package headroom.policy.scaling;

import java.util.List;
import java.util.OptionalInt;

/**
 * What several policies come to: the largest capacity that one of them wants; those that track
 * targets take away only when all that may do so agree (fleet sheet §4.5, [A1], [A12]).
 */
public final class Verdict {

  private static final int NOBODY = Integer.MIN_VALUE;

  private Verdict() {}

  /**
   * What one policy wants.
   *
   * @param size the size; empty while its alarms are quiet
   * @param votesOnScaleIn true for one that tracks a target and may take away: its silence keeps the
   *     others of its kind from doing so
   * @param tracks true for one that tracks a target
   */
  public record Voice(OptionalInt size, boolean tracks, boolean votesOnScaleIn) {

    /** Of a simple or step policy: nobody's silence keeps it from taking away. */
    public static Voice alone(OptionalInt size) {
      return new Voice(size, false, false);
    }
  }

  /** The size to have now. */
  public static int of(int desired, List<Voice> voices) {
    // Asked of every group every minute: loops, and nothing allocated.
    int alone = NOBODY;
    for (Voice voice : voices) {
      alone = voice.tracks() ? alone : Math.max(alone, size(voice));
    }
    int size = Math.max(alone, tracking(desired, voices));
    return size == NOBODY ? desired : size;
  }

  private static int size(Voice voice) {
    return voice.size().orElse(NOBODY);
  }

  /** What those that track targets agree on; nothing when one of them keeps the others from acting. */
  private static int tracking(int desired, List<Voice> voices) {
    int most = NOBODY;
    int ofVoters = NOBODY;
    boolean all = true;
    for (Voice voice : voices) {
      if (voice.tracks()) {
        most = Math.max(most, size(voice));
        if (voice.votesOnScaleIn()) {
          ofVoters = Math.max(ofVoters, size(voice));
          all &= voice.size().isPresent();
        }
      }
    }
    if (most != NOBODY && most >= desired) {
      return most;
    }
    return all ? ofVoters : NOBODY;
  }
}

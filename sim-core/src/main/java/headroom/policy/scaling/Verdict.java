package headroom.policy.scaling;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * What several policies come to: the largest capacity that one of them wants; those that track
 * targets take away only when all that may do so agree (fleet sheet §4.5, [A1], [A12]).
 */
public final class Verdict {

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
    OptionalInt alone = largest(voices.stream().filter(voice -> !voice.tracks()).toList());
    OptionalInt tracking =
        tracking(desired, voices.stream().filter(Voice::tracks).toList());
    return IntStream.concat(alone.stream(), tracking.stream()).max().orElse(desired);
  }

  private static OptionalInt largest(List<Voice> voices) {
    return voices.stream().map(Voice::size).flatMapToInt(OptionalInt::stream).max();
  }

  /** What those that track targets agree on; empty when one of them keeps the others from acting. */
  private static OptionalInt tracking(int desired, List<Voice> voices) {
    OptionalInt most = largest(voices);
    if (most.isPresent() && most.getAsInt() >= desired) {
      return most;
    }
    List<Voice> voters = voices.stream().filter(Voice::votesOnScaleIn).toList();
    boolean all = voters.stream().allMatch(voice -> voice.size().isPresent());
    return all ? largest(voters) : OptionalInt.empty();
  }
}

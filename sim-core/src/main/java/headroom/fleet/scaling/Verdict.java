package headroom.fleet.scaling;

import java.util.List;
import java.util.OptionalInt;

/**
 * What several policies come to: out by the one that wants most, in only when all that may take
 * away agree, and then by the one that wants to keep most (sheet §4.5, [A1], [A12]).
 */
final class Verdict {

  private Verdict() {}

  /**
   * The size to have now.
   *
   * @param desired the size wanted so far
   * @param wants what each policy wants; empty for one whose alarms are quiet
   * @param voters whether each policy has a vote on scale-in
   */
  static int of(int desired, List<OptionalInt> wants, List<Boolean> voters) {
    int most = wants.stream().flatMapToInt(OptionalInt::stream).max().orElse(desired);
    if (most > desired) {
      return most;
    }
    int keep = Integer.MIN_VALUE;
    for (int i = 0; i < wants.size(); i++) {
      if (voters.get(i)) {
        int size = wants.get(i).orElse(desired);
        keep = Math.max(keep, size);
      }
    }
    return keep == Integer.MIN_VALUE ? desired : Math.min(desired, keep);
  }
}

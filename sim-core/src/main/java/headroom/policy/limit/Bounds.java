package headroom.policy.limit;

import headroom.problem.Problem;
import headroom.problem.Problems;
import java.util.List;

/** What holds of the limits between which an adaptive limit moves. */
final class Bounds {

  private static final int MOST = 1_000_000;

  private Bounds() {}

  static List<Problem> problems(int initial, int least, int most) {
    return Problems.of()
        .require("least", least >= 1, "must be at least 1, was " + least, "for example 20")
        .require(
            "most",
            most >= least && most <= MOST,
            "must be between least and " + MOST + ", was " + most,
            "for example 200")
        .require(
            "initial",
            initial >= least && initial <= most,
            "must be between least and most, was " + initial,
            "for example " + least)
        .list();
  }
}

package headroom.fault;

import headroom.problem.Problem;
import headroom.problem.Problems;
import java.util.List;

/**
 * What instances lose of their traffic, one way or both, while everybody believes them well.
 *
 * @param lostRequests share of what is sent to them that never arrives
 * @param lostAnswers share of what they have served whose answer never arrives
 */
public record PacketLoss(double lostRequests, double lostAnswers) {

  public static final PacketLoss NONE = new PacketLoss(0, 0);

  public static List<Problem> problems(double lostRequests, double lostAnswers) {
    return Problems.of()
        .require(
            "lost-requests",
            isShare(lostRequests),
            "must lie between 0 % and 100 %",
            "for example 50%")
        .require(
            "lost-answers",
            isShare(lostAnswers),
            "must lie between 0 % and 100 %",
            "for example 50%")
        .list();
  }

  public PacketLoss {
    Problems.throwIfAny(problems(lostRequests, lostAnswers));
  }

  private static boolean isShare(double value) {
    return value >= 0 && value <= 1;
  }

  public boolean isAny() {
    return lostRequests > 0 || lostAnswers > 0;
  }
}

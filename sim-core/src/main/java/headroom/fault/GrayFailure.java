package headroom.fault;

import headroom.problem.Problem;
import headroom.problem.Problems;
import java.util.List;

/**
 * Some instances of a group go on running and serve badly: slower, or with errors, which shallow
 * health checks do not see and deep ones do (platform sheet §8.4, differential observability).
 *
 * @param name the cause in the results
 * @param kind what it is the work of
 * @param of the group
 * @param share share of the instances that it is about, by the luck of each; those that come into
 *     service meanwhile included
 * @param speed share of the usual speed at which these begin work, above 0 to 1
 * @param errors share of what they serve that ends in an error
 * @param loss packets that they lose on the way in or out
 * @param timing when they are so
 */
public record GrayFailure(
    String name,
    Kind kind,
    String of,
    double share,
    double speed,
    double errors,
    PacketLoss loss,
    Timing timing)
    implements TimedFailure {

  /** What makes instances serve badly. */
  public enum Kind {
    /** Something of their own. */
    GRAY("gray"),
    /** A version or configuration that is rolled out to a share of them, and rolled back. */
    DEPLOY("deploy"),
    /** A certificate that has expired: nothing is served until it is renewed. */
    CERTIFICATE("certificate");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }
  }

  /** One whose instances lose nothing. */
  public GrayFailure(
      String name, Kind kind, String of, double share, double speed, double errors, Timing timing) {
    this(name, kind, of, share, speed, errors, PacketLoss.NONE, timing);
  }

  public static List<Problem> problems(double share, double speed, double errors, PacketLoss loss) {
    Problems problems = Problems.of();
    Shares.some(problems, "share", share, "for example 30%");
    Shares.some(problems, "speed", speed, "for example 25%");
    Shares.any(problems, "errors", errors, "for example 30%");
    return problems
        .require(
            "errors",
            errors > 0 || speed < 1 || loss.isAny(),
            "is 0 % at full speed, so nothing is wrong",
            "errors: 30%, or speed: 25%, or lost-answers: 50%")
        .list();
  }

  public GrayFailure {
    Problems.throwIfAny(problems(share, speed, errors, loss));
  }
}

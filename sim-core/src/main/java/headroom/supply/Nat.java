package headroom.supply;

import headroom.problem.Problem;
import headroom.problem.Problems;
import java.util.List;

/**
 * What instances in private subnets exchange with the internet through the NAT gateways of their
 * zones; it is billed, and holds nobody up.
 *
 * @param receives bytes that come in for each request an instance is sent
 * @param sends bytes that go out for each
 * @param atLaunch bytes that each new instance fetches
 */
public record Nat(long receives, long sends, long atLaunch) {

  public static List<Problem> problems(long receives, long sends, long atLaunch) {
    return Problems.of()
        .require("receives", receives >= 0, "must be 0 or more")
        .require("sends", sends >= 0, "must be 0 or more")
        .require("at-launch", atLaunch >= 0, "must be 0 or more")
        .list();
  }

  public Nat {
    Problems.throwIfAny(problems(receives, sends, atLaunch));
  }
}

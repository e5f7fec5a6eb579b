package headroom.billing;

import headroom.problem.Problem;
import headroom.problem.Problems;
import java.math.BigDecimal;
import java.util.List;

/**
 * Money that the provider gives towards a bill; it never brings one below zero.
 *
 * @param name what it is called in results
 * @param amount USD
 */
public record Credit(String name, BigDecimal amount) implements Agreement {

  public static List<Problem> problems(BigDecimal amount) {
    return Problems.of()
        .require("amount", amount.signum() > 0, "must be above 0, was " + amount.toPlainString())
        .list();
  }

  public Credit {
    Problems.throwIfAny(problems(amount));
  }
}

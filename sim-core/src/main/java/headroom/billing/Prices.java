package headroom.billing;

import headroom.problem.Problem;
import headroom.problem.Problems;
import java.math.BigDecimal;
import java.util.List;

/** What every price must be. */
final class Prices {

  private Prices() {}

  static List<Problem> problems(String field, BigDecimal price) {
    return Problems.of()
        .require(field, price.signum() >= 0, "must be 0 or more, was " + price.toPlainString())
        .list();
  }
}

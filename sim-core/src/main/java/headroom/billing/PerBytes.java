package headroom.billing;

import headroom.problem.Problem;
import headroom.problem.Problems;
import java.math.BigDecimal;
import java.util.List;

/**
 * A price for data.
 *
 * @param price USD per unit
 * @param unit the unit's name: "GiB"
 * @param bytes bytes in the unit
 */
public record PerBytes(BigDecimal price, String unit, long bytes) {

  public static List<Problem> problems(BigDecimal price, long bytes) {
    return Problems.of()
        .addAll("", Prices.problems("", price))
        .require("", bytes >= 1, "must be for at least one byte, was for " + bytes)
        .list();
  }

  public PerBytes {
    Problems.throwIfAny(problems(price, bytes));
  }

  /** A price per 2^30 bytes: what the provider calls a GB, since its TB has 1024 of them [B8]. */
  public static PerBytes gibibyte(String price) {
    return new PerBytes(new BigDecimal(price), "GiB", 1L << 30);
  }

  UnitPrice unitPrice() {
    return new UnitPrice(price, unit, bytes);
  }
}

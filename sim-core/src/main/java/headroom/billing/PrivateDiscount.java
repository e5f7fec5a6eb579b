package headroom.billing;

import headroom.problem.Problem;
import headroom.problem.Problems;
import java.math.BigDecimal;
import java.util.List;

/**
 * A share that the provider takes off the list price of what no commitment covers.
 *
 * @param name what it is called in results
 * @param share between 0 and 1
 * @param categories the parts of the bill it holds for; empty for all
 */
public record PrivateDiscount(String name, BigDecimal share, List<Category> categories)
    implements Agreement {

  public static List<Problem> problems(BigDecimal share) {
    return Problems.of()
        .require(
            "share",
            share.signum() >= 0 && share.compareTo(BigDecimal.ONE) <= 0,
            "must be between 0 % and 100 %")
        .list();
  }

  public PrivateDiscount {
    categories = List.copyOf(categories);
    Problems.throwIfAny(problems(share));
  }

  boolean holdsFor(Charge charge) {
    boolean uncommitted = charge.terms().kind() == Terms.Kind.ON_DEMAND
        || charge.terms().kind() == Terms.Kind.DYNAMIC;
    return uncommitted && (categories.isEmpty() || categories.contains(charge.category()));
  }
}

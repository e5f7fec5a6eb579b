package headroom.spec;

import headroom.problem.Problem;
import headroom.problem.Problems;
import headroom.supply.CreditMode;
import headroom.supply.CreditRule;
import headroom.supply.InstanceType;
import java.util.List;
import java.util.Optional;

/**
 * How fast the instances of a group are beside what their type says.
 *
 * @param credits what burstable instances do without credits; empty for what is usual for the type
 * @param spread coefficient of variation of the speeds of equal instances; 0 where all are alike
 */
public record Performance(Optional<CreditMode> credits, double spread) {

  /** As the type says. */
  public static final Performance USUAL = new Performance(Optional.empty(), 0);

  public static List<Problem> problems(double spread) {
    return Problems.of()
        .require(
            "performance-spread",
            spread >= 0 && spread <= 1,
            "must be between 0 % and 100 %, was " + 100 * spread + " %",
            "for example 12%")
        .list();
  }

  /** What burstable instances of these types do without credits; empty where none is burstable. */
  public Optional<CreditMode> mode(List<InstanceType> types) {
    return types.stream()
        .flatMap(type -> CreditRule.of(type.name()).stream())
        .findFirst()
        .map(rule -> credits.orElse(rule.usual()));
  }

  public Performance {
    Problems.throwIfAny(problems(spread));
  }
}

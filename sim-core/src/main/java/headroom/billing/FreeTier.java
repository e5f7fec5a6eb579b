package headroom.billing;

import headroom.problem.Problem;
import headroom.problem.Problems;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Instance hours that cost nothing each calendar month (UTC), over all that run of their types.
 *
 * @param name what it is called in results
 * @param types instance types: "t3.micro"
 * @param hours instance hours a month
 * @param regions the regions, by the scenario's names, that share them: those of one provider; empty
 *     for everywhere
 */
public record FreeTier(String name, List<String> types, int hours, Set<String> regions)
    implements Agreement {

  /** A free tier where there is one provider. */
  public FreeTier(String name, List<String> types, int hours) {
    this(name, types, hours, Set.of());
  }

  public static List<Problem> problems(List<String> types, int hours) {
    return Problems.of()
        .require("types", !types.isEmpty(), "must name at least one type", "[t3.micro]")
        .require("hours", hours >= 1, "must be at least 1, was " + hours, "for example 750")
        .list();
  }

  public FreeTier {
    types = List.copyOf(types);
    regions = Collections.unmodifiableSet(new TreeSet<>(regions));
    Problems.throwIfAny(problems(types, hours));
  }

  boolean holdsFor(Charge charge, String region) {
    return (regions.isEmpty() || regions.contains(region))
        && charge.terms().kind() == Terms.Kind.ON_DEMAND
        && charge.item().meter().equals(InstanceMeter.INSTANCE_TIME)
        && types.contains(charge.resource().type());
  }
}

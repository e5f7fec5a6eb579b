package headroom.scenarios.experiment;

import headroom.problem.Problem;
import headroom.problem.Problems;
import java.util.List;

/**
 * A scenario and its variants, to be run on the same luck.
 *
 * @param base the scenario as it stands
 * @param variants what is run; at least one, each with a name of its own
 */
public record Study(Trial base, List<Variant> variants) {

  /** Memory and time of a study are bounded. */
  public static final int MOST_VARIANTS = 1_000_000;

  public static List<Problem> problems(List<Variant> variants) {
    long names = variants.stream().map(Variant::name).distinct().count();
    return Problems.of()
        .require("variants", !variants.isEmpty(), "there must be at least one")
        .require(
            "variants",
            variants.size() <= MOST_VARIANTS,
            "must be at most " + MOST_VARIANTS + ", were " + variants.size())
        .require("variants", names == variants.size(), "two have the same name")
        .list();
  }

  public Study {
    variants = List.copyOf(variants);
    Problems.throwIfAny(problems(variants));
  }
}

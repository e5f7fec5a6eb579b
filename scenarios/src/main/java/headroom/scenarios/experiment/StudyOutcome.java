package headroom.scenarios.experiment;

import java.util.List;

/**
 * The answer to a study.
 *
 * @param base the scenario as it stands
 * @param variants the answers of its variants, in their order
 */
public record StudyOutcome(Trial base, List<VariantOutcome> variants) {

  public StudyOutcome {
    variants = List.copyOf(variants);
  }

  /** Replications of all variants together. */
  public int trials() {
    return variants.stream().mapToInt(variant -> variant.replications().size()).sum();
  }
}

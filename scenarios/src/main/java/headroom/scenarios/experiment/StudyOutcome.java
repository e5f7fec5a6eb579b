package headroom.scenarios.experiment;

import headroom.results.Metric;
import headroom.statistics.Uncertainties;
import headroom.statistics.Uncertainty;
import java.util.List;
import java.util.SortedMap;

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

  /** The study with the warm-up that was found for this answer, if it had to be. */
  public Study settled(Study study) {
    return base.settling()
        .map(found -> new Study(
            base, study.variants().stream().map(each -> each.settled(found)).toList()))
        .orElse(study);
  }

  /** What may come, where the variants are samples of what is not known. */
  public SortedMap<Metric, Uncertainty> uncertainties() {
    return Uncertainties.of(variants.stream()
        .map(variant -> variant.replications().stream().map(Measured::figures).toList())
        .toList());
  }

  /** Replications of all variants together. */
  public int trials() {
    return variants.stream().mapToInt(variant -> variant.replications().size()).sum();
  }
}

package headroom.scenarios.experiment;

import headroom.results.Metric;
import headroom.statistics.Difference;
import headroom.statistics.Differences;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * The variants of a study against one of them, on the same luck.
 *
 * @param against the variant that all others are compared with
 * @param together how many comparisons of a metric hold at once in 95 % of studies
 * @param others the others, in the order of the study
 */
public record Comparison(VariantOutcome against, int together, List<Other> others) {

  /**
   * One of them.
   *
   * @param variant its answer
   * @param differences its figures less those of the variant compared with
   */
  public record Other(VariantOutcome variant, SortedMap<Metric, Difference> differences) {

    /** The difference of the metric with this flat name, if both have it. */
    public Optional<Difference> difference(String flat) {
      return differences.values().stream()
          .filter(each -> each.metric().flat().equals(flat))
          .findFirst();
    }
  }

  public Comparison {
    others = List.copyOf(others);
  }

  /** All against the first. */
  public static Comparison withFirst(StudyOutcome outcome) {
    List<VariantOutcome> variants = outcome.variants();
    return with(variants.get(0), variants, Math.max(1, variants.size() - 1));
  }

  /**
   * All against the one whose mean of a metric is best. Which one that is was seen in the same
   * figures, so that the intervals hold for every pair at once.
   *
   * @throws IllegalArgumentException when no variant has the metric
   */
  public static Comparison withBest(StudyOutcome outcome, String metric, boolean smallest) {
    List<VariantOutcome> variants = outcome.variants();
    Comparator<VariantOutcome> order = Comparator.comparingDouble(
        variant -> variant.estimate(metric).orElseThrow().mean());
    VariantOutcome best = variants.stream()
        .filter(variant -> variant.estimate(metric).isPresent())
        .min(smallest ? order : order.reversed())
        .orElseThrow(() -> new IllegalArgumentException("no variant has " + metric));
    return with(best, variants, Math.max(1, variants.size() * (variants.size() - 1) / 2));
  }

  private static Comparison with(
      VariantOutcome against, List<VariantOutcome> variants, int together) {
    List<Other> others = variants.stream()
        .filter(variant -> variant != against)
        .map(variant -> new Other(
            variant, Differences.of(figures(against), figures(variant), together)))
        .toList();
    return new Comparison(against, together, others);
  }

  private static List<SortedMap<Metric, Double>> figures(VariantOutcome variant) {
    return variant.replications().stream().map(Measured::figures).toList();
  }
}

package headroom.reports.page;

import headroom.reports.figure.Form;
import headroom.reports.figure.Lengths;
import headroom.reports.figure.Numbers;
import headroom.reports.figure.Reading;
import headroom.statistics.Estimate;
import java.util.Comparator;
import java.util.Optional;

/** How large the largest group was and how often it launched, from estimates. */
final class ScalingFinding {

  private static final String MEAN = ".instances.mean";

  private ScalingFinding() {}

  static Optional<Finding> of(RunFacts facts) {
    return facts.largest("groups.").stream()
        .filter(estimate -> estimate.metric().flat().endsWith(MEAN))
        .max(Comparator.comparingDouble(Estimate::mean))
        .map(mean -> new Finding(sentence(facts, mean), "instances-1").aside());
  }

  private static String sentence(RunFacts facts, Estimate mean) {
    String flat = mean.metric().flat();
    String group = flat.substring(0, flat.length() - MEAN.length());
    StringBuilder text = new StringBuilder(group.substring("groups.".length()));
    if (isConstant(mean, facts.estimate(group + ".instances.max"))) {
      text.append(" runs ")
          .append(Numbers.said(Form.NUMBER, mean.mean()))
          .append(mean.mean() == 1 ? " instance" : " instances")
          .append(" throughout");
    } else {
      text.append(" runs ").append(Reading.of(mean).both()).append(" instances on average");
      reading(facts, group + ".instances.max")
          .ifPresent(max -> text.append(", ").append(max).append(" at its largest"));
    }
    seen(facts, group + ".launches")
        .ifPresent(launches -> text.append("; launches in ")
            .append(Lengths.words(facts.seconds()))
            .append(": ")
            .append(launches));
    seen(facts, group + ".scale-outs")
        .ifPresent(outs -> text.append(", scale-outs: ").append(outs));
    return text.append('.').toString();
  }

  /** Whether the mean is the most in every replication. */
  private static boolean isConstant(Estimate mean, Optional<Estimate> max) {
    return max.filter(most -> most.mean() == mean.mean())
        .filter(most -> most.low() == most.high() || !most.hasInterval())
        .isPresent();
  }

  /** What never happened needs no words here; the table of all figures has its limit. */
  private static Optional<String> seen(RunFacts facts, String flat) {
    return facts
        .estimate(flat)
        .filter(count -> count.mean() > 0)
        .map(estimate -> Reading.of(estimate).both());
  }

  private static Optional<String> reading(RunFacts facts, String flat) {
    return facts.estimate(flat).map(estimate -> Reading.of(estimate).both());
  }
}

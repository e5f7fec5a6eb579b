package headroom.reports.export;

import headroom.reports.figure.Form;
import headroom.reports.page.DifferenceWords;
import headroom.reports.page.MetricWords;
import headroom.results.Metric;
import headroom.scenarios.experiment.Design;
import headroom.scenarios.experiment.Sensitivity;
import headroom.scenarios.experiment.Sensitivity.Input;
import headroom.statistics.Bounded;
import headroom.statistics.Difference;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What inputs do to a metric, as a person says it. */
public final class SensitivityWords {
  private static final int TOLD = 10;
  private final Sensitivity found;

  public SensitivityWords(Sensitivity found) {
    this.found = found;
  }

  /** A sentence for each of the first inputs, the most important first. */
  public List<String> sentences() {
    List<String> sentences = new ArrayList<>();
    found.inputs().stream().limit(TOLD).map(this::sentence).forEach(sentences::add);
    if (found.inputs().size() > TOLD) {
      sentences.add("and " + (found.inputs().size() - TOLD) + " more in sensitivity.csv");
    }
    return sentences;
  }

  private String sentence(Input input) {
    return switch (found.design().method()) {
      case TORNADO ->
        input.path() + ": from " + input.low() + " to " + input.high() + " " + swing(input);
      case MORRIS ->
        input.path() + ": moves " + name() + " by " + amount(measure(input, "mu-star"))
            + " over its whole range on average, by " + signed(measure(input, "mu"))
            + " with the sign; " + amount(measure(input, "sigma"))
            + " from place to place.";
      case SOBOL ->
        input.path() + ": " + share(measure(input, "total")) + " of the variance of "
            + name() + " with all its interactions, " + share(measure(input, "first"))
            + " alone.";
    };
  }

  /** Of what the interval does not tell from nothing only how much it may be is said. */
  private String swing(Input input) {
    Bounded swing = measure(input, "swing");
    if (swing.low() == 0 && swing.high() == 0) {
      return name() + " stays the same.";
    }
    Difference difference = difference(swing);
    if (swing.low() <= 0 && swing.high() >= 0) {
      return "no difference in " + name() + " found, at most " + DifferenceWords.most(difference)
          + ".";
    }
    return name() + " changes by " + signed(swing) + " (" + signed(measure(input, "at-low"))
        + " and " + signed(measure(input, "at-high")) + " from the middle).";
  }

  private static Bounded measure(Input input, String name) {
    return Objects.requireNonNull(input.measures().get(name));
  }

  private String signed(Bounded figure) {
    return (figure.value() < 0 ? "−" : "+") + amount(figure);
  }

  private String amount(Bounded figure) {
    return DifferenceWords.amount(difference(figure));
  }

  private Difference difference(Bounded figure) {
    return new Difference(metric(), figure.value(), figure.low(), figure.high(), 2, false);
  }

  /** What the bar of an input says: how far it moves the metric, with its interval. */
  String bar(Input input) {
    return switch (found.design().method()) {
      case TORNADO -> signed(input.main());
      case MORRIS -> amount(input.main());
      case SOBOL -> share(input.main());
    };
  }

  Form form() {
    return Form.of(metric());
  }

  /** The metric within a sentence. */
  String name() {
    return MetricWords.within(metric());
  }

  Metric metric() {
    return found
        .outcome()
        .variants()
        .get(0)
        .estimate(found.metric())
        .orElseThrow()
        .metric();
  }

  private static String share(Bounded figure) {
    return Math.round(100 * figure.value()) + " % (" + Math.round(100 * figure.low()) + " to "
        + Math.round(100 * figure.high()) + " %)";
  }

  /** How it was found, and what its intervals are. */
  public String how() {
    String luck = " All places were run on the same luck; each counts with the mean of its"
        + " replications.";
    return switch (found.design().method()) {
      case TORNADO ->
        "Each input goes from its 5th to its 95th percentile while all others stay at their"
            + " medians; intervals are of the paired differences (95 %). What inputs do together is"
            + " not seen." + luck;
      case MORRIS ->
        "Elementary effects along " + found.design().rows() + " random ways (Morris 1991;"
            + " Campolongo et al. 2007), as if over the whole law; intervals by bootstrap over ways"
            + " (95 %)." + luck;
      case SOBOL ->
        "Sobol indices over " + found.design().rows() + " rows (first order: Saltelli 2010; total:"
            + " Jansen 1999); intervals by bootstrap over rows (95 %)." + luck;
    };
  }

  /** What the bars of the chart show. */
  String shown() {
    return switch (found.design().method()) {
      case TORNADO -> "How much each input moves " + name();
      case MORRIS -> "Mean size of the effects on " + name();
      case SOBOL -> "Share of the variance of " + name();
    };
  }

  boolean isShareOfVariance() {
    return found.design().method() == Design.Method.SOBOL;
  }
}

package headroom.reports.page;

import headroom.reports.figure.Caption;
import headroom.reports.figure.Form;
import headroom.reports.figure.Scale;
import headroom.reports.figure.ScatterFigure;
import headroom.reports.figure.ScatterFigure.Choice;
import headroom.statistics.Estimate;
import java.util.List;
import java.util.Optional;

/** Variants by what they cost and how many requests they fail, with the front of Pareto. */
final class ChoiceFigure {

  private static final String COST = "cost.monthly";
  private static final String AVAILABILITY = "availability.request";

  private record Point(String name, double cost, double failed) {

    /** Whether another is at least as good in both and better in one. */
    boolean isBeatenBy(Point other) {
      return other.cost <= cost
          && other.failed <= failed
          && (other.cost < cost || other.failed < failed);
    }
  }

  private ChoiceFigure() {}

  static Optional<ScatterFigure> of(StudyFacts facts) {
    List<Point> points = facts.variants().stream()
        .filter(each ->
            each.estimate(COST).isPresent() && each.estimate(AVAILABILITY).isPresent())
        .map(each -> new Point(each.name(), mean(each, COST), 1 - mean(each, AVAILABILITY)))
        .toList();
    if (points.size() < 2) {
      return Optional.empty();
    }
    List<Choice> choices = points.stream()
        .map(point -> new Choice(
            point.name(),
            point.cost(),
            point.failed(),
            points.stream().noneMatch(point::isBeatenBy)))
        .toList();
    long unbeaten = choices.stream().filter(Choice::unbeaten).count();
    return Optional.of(new ScatterFigure(
        new Caption(
            "cost-against-availability",
            "Cost per month against requests that fail",
            unbeaten + " of " + choices.size()
                + (unbeaten == 1 ? " variants is" : " variants are")
                + " beaten by no other in both: "
                + names(choices)
                + ".",
            "By means; whether two neighbours differ for certain, headroom compare tells."),
        Scale.linear("USD per month", Form.MONEY),
        Scale.linear("share of requests failed", Form.SHARE),
        choices));
  }

  private static double mean(StudyFacts.Variant variant, String flat) {
    return variant.estimate(flat).map(Estimate::mean).orElse(Double.NaN);
  }

  private static String names(List<Choice> choices) {
    List<String> names =
        choices.stream().filter(Choice::unbeaten).map(Choice::name).toList();
    String some = String.join("; ", names.subList(0, Math.min(6, names.size())));
    return names.size() > 6 ? some + " and " + (names.size() - 6) + " more" : some;
  }
}

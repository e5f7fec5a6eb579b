package headroom.scenarios.yaml;

import headroom.problem.InvalidInputException;
import headroom.problem.Problem;
import headroom.scenarios.text.Counts;
import headroom.scenarios.text.Percents;
import headroom.scenarios.text.Shown;
import headroom.spec.DisruptionBudget;
import headroom.spec.DisruptionBudget.Count;
import java.util.List;
import java.util.Optional;

/** Reads how many pods may be evicted at once, in numbers or percentages. */
final class DisruptionBudgetReader {

  private static final Reader<Count> COUNT = Scalars.scalar(
      "a number of pods such as 2, or a percentage such as 50%",
      DisruptionBudgetReader::parse,
      count -> count.amount() + (count.isPercent() ? "%" : ""),
      Count.of(0),
      Count.percent(100));

  private DisruptionBudgetReader() {}

  static Read<DisruptionBudget> read(Node node) {
    MapReader map = MapReader.of(node, "{min-available: 2}");
    Given<Optional<Count>> least = map.maybe("min-available", COUNT);
    Given<Optional<Count>> most = map.maybe("max-unavailable", COUNT);
    return map.build(
        DisruptionBudget.class,
        () -> DisruptionBudget.problems(least.get(), most.get()),
        () -> new DisruptionBudget(least.get(), most.get()));
  }

  private static Count parse(String text) {
    if (!text.endsWith("%")) {
      return Count.of(Counts.parseInt(text));
    }
    double share = Percents.parse(text);
    int percent = (int) Math.rint(share * 100);
    if (percent / 100.0 != share) {
      throw new InvalidInputException(List.of(new Problem(
          "",
          "must be a whole percentage, as Kubernetes has it, was " + Shown.quoted(text),
          "for example 50%")));
    }
    return Count.percent(percent);
  }
}

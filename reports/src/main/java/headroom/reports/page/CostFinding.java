package headroom.reports.page;

import headroom.reports.figure.Form;
import headroom.reports.figure.Numbers;
import headroom.statistics.Estimate;
import java.util.List;
import java.util.Optional;

/** What the bill consists of most, if the intervals can tell. */
final class CostFinding {

  private static final List<String> NOT_PARTS = List.of(
      "cost.total",
      "cost.monthly",
      "cost.per-million-requests",
      "cost.per-million-succeeded",
      "cost.per-user",
      "cost.credits");

  private CostFinding() {}

  /** The estimates of what the bill adds up from, the largest first; credits are no part. */
  static List<Estimate> parts(RunFacts facts) {
    return facts.largest("cost.").stream()
        .filter(part -> !NOT_PARTS.contains(part.metric().flat()) && part.mean() > 0)
        .toList();
  }

  static Optional<Finding> of(RunFacts facts) {
    List<Estimate> parts = parts(facts);
    Optional<Estimate> total = facts.estimate("cost.total").filter(cost -> cost.mean() > 0);
    if (parts.isEmpty() || total.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new Finding(sentence(parts, total.get()), "cost-by-category"));
  }

  private static String sentence(List<Estimate> parts, Estimate total) {
    Estimate first = parts.get(0);
    String name = MetricWords.capital(MetricWords.category(first));
    if (parts.size() == 1) {
      return name + " is the whole bill.";
    }
    if (!first.hasInterval() || !total.hasInterval()) {
      return name + " was the largest part of the bill in this one replication: "
          + Numbers.said(Form.SHARE, first.mean() / total.mean()) + ".";
    }
    Estimate second = parts.get(1);
    if (first.low() <= second.high()) {
      return name + " and " + MetricWords.category(second)
          + " are the largest parts of the bill; which of them is larger is open.";
    }
    // The ends of both intervals, not of a ratio's own: wider, so that it never claims too much.
    double low = first.low() / total.high();
    double high = total.low() > 0 ? Math.min(1, first.high() / total.low()) : 1;
    return name + " is the largest part of the bill: " + Numbers.range(Form.SHARE, low, high)
        + " of it.";
  }
}

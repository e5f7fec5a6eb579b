package headroom.reports.page;

import headroom.reports.figure.Lengths;
import headroom.reports.figure.Numbers;
import headroom.reports.figure.Reading;
import headroom.statistics.Estimate;
import headroom.statistics.Estimate.Basis;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The answer in one sentence, from estimates alone; what was not measured is not said. */
final class Answer {

  /** An event seen in fewer replications is rare. */
  private static final int FEW = 5;

  private static final double YEAR = 365 * 86_400.0;

  private final RunFacts facts;

  private Answer(RunFacts facts) {
    this.facts = facts;
  }

  static String of(RunFacts facts) {
    return new Answer(facts).sentence();
  }

  private String sentence() {
    List<String> clauses = new ArrayList<>();
    facts
        .estimate("cost.monthly")
        .ifPresent(cost -> clauses.add("costs " + Reading.of(cost).both() + " per month"));
    availability().ifPresent(clauses::add);
    facts
        .estimate("latency.p99")
        .ifPresent(p99 -> clauses.add("has a p99 latency of " + Reading.of(p99).both()));
    return clauses.isEmpty()
        ? facts.scenario() + " gave no figure for cost, availability or latency."
        : facts.scenario() + " " + joined(clauses) + ".";
  }

  private static String joined(List<String> clauses) {
    int last = clauses.size() - 1;
    return last == 0
        ? clauses.get(0)
        : String.join(", ", clauses.subList(0, last)) + " and " + clauses.get(last);
  }

  private Optional<String> availability() {
    return facts.estimate("availability.request").map(this::answered);
  }

  private String answered(Estimate share) {
    Optional<String> rare =
        facts.estimate("requests.failed").flatMap(failed -> rare(facts, failed));
    return rare.orElseGet(() -> "answers " + Reading.of(share).both() + " of its requests");
  }

  /** What may be said of failures seen in fewer than five replications, or in none. */
  static Optional<String> rare(RunFacts facts, Estimate failed) {
    if (failed.basis() != Basis.RARE) {
      return Optional.empty();
    }
    String simulated = simulated(facts, failed.n());
    String limit =
        "up to " + Numbers.noMoreThan(failed.high() * YEAR / facts.seconds()) + " a year";
    return Optional.of(
        failed.mean() == 0
            ? "failed no request in " + simulated + " (" + limit + " cannot be excluded)"
            : failedIn(failed.n()) + " replications, " + simulated + " (" + limit
                + " cannot be excluded)");
  }

  private static String failedIn(int replications) {
    return replications < FEW
        ? "failed some requests in " + replications
        : "failed requests in fewer than " + FEW + " of " + replications;
  }

  private static String simulated(RunFacts facts, int replications) {
    return Lengths.words(replications * facts.seconds()).replaceFirst(" ", " simulated ");
  }

  /** What the ranges in the sentence mean. */
  static String certainty(RunFacts facts) {
    return facts.replications() == 1
        ? "From a single replication: how far these figures vary is unknown."
        : "± and ranges are 95\u00A0% confidence intervals over "
            + facts.replications()
            + " replications of "
            + Lengths.words(facts.seconds())
            + " each.";
  }
}

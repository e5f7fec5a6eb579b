package headroom.reports.page;

import headroom.reports.figure.Reading;
import headroom.reports.figure.Table;
import headroom.reports.figure.Table.Column;
import headroom.statistics.Estimate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Downtime and failed requests by cause, with their intervals, the largest first. */
final class CauseTable {

  private static final String DOWNTIME = "downtime.";
  private static final String FAILED = "requests.failed-by.";

  private final RunFacts facts;

  private CauseTable(RunFacts facts) {
    this.facts = facts;
  }

  static Optional<Block> of(RunFacts facts) {
    Set<String> causes = new LinkedHashSet<>();
    for (String prefix : List.of(DOWNTIME, FAILED)) {
      CauseFinding.causes(facts, prefix).stream()
          .map(cause -> cause.metric().flat().substring(prefix.length()))
          .forEach(causes::add);
    }
    return causes.isEmpty() ? Optional.empty() : Optional.of(new CauseTable(facts).table(causes));
  }

  private Block table(Set<String> causes) {
    return new Block.Listing(new Table(
        "causes",
        "What the fleet's failures came from, per replication",
        List.of(
            Column.text("Cause"),
            Column.number("Downtime"),
            Column.number("Share of the downtime"),
            Column.number("Failed requests")),
        causes.stream().map(this::row).toList()));
  }

  private List<String> row(String cause) {
    Optional<Estimate> downtime = facts.estimate(DOWNTIME + cause);
    String share = downtime
        .filter(its -> its.mean() > 0)
        .map(its -> CauseFinding.share(its, CauseFinding.causes(facts, DOWNTIME)))
        .orElse("");
    return List.of(cause, said(downtime), share, said(facts.estimate(FAILED + cause)));
  }

  private static String said(Optional<Estimate> estimate) {
    return estimate.map(known -> Reading.of(known).both()).orElse("");
  }
}

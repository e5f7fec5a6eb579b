package headroom.reports.export;

import headroom.reports.figure.Reading;
import headroom.reports.page.Judgement;
import headroom.scenarios.experiment.Replications;
import headroom.scenarios.experiment.Verdict;
import headroom.statistics.Estimate;

/** A verdict in the words of tables and pages. */
public final class ReportVerdict {

  private ReportVerdict() {}

  static Judgement of(Verdict verdict) {
    return new Judgement(state(verdict.state()), sentence(verdict));
  }

  /** The expectation, what was measured, and what it would take where that does not decide it. */
  public static String sentence(Verdict verdict) {
    return verdict.expectation().text() + measured(verdict) + takes(verdict);
  }

  private static Judgement.State state(Verdict.State state) {
    return switch (state) {
      case MET -> Judgement.State.MET;
      case MISSED -> Judgement.State.MISSED;
      case UNDECIDED -> Judgement.State.UNDECIDED;
    };
  }

  private static String measured(Verdict verdict) {
    return verdict
        .estimate()
        .map(estimate -> ": " + Reading.of(estimate).both())
        .orElse(": no replication has such a figure");
  }

  private static String takes(Verdict verdict) {
    if (verdict.state() != Verdict.State.UNDECIDED || verdict.estimate().isEmpty()) {
      return "";
    }
    if (!verdict.estimate().get().hasInterval()) {
      return "; a single replication has no interval, at least 2 are needed";
    }
    if (verdict.estimate().get().basis() == Estimate.Basis.BATCHED) {
      return "; a longer run may decide it";
    }
    return verdict.replicationsNeeded().isPresent()
        ? "; about " + verdict.replicationsNeeded().getAsInt() + " replications would decide it"
        : "; not even " + Replications.LIMIT + " replications would decide it";
  }
}

package headroom.reports.page;

import headroom.reports.figure.Form;
import headroom.reports.figure.Numbers;
import headroom.statistics.Estimate;
import java.util.Optional;

/** How traffic was simulated, where it was not request by request, and what that leaves out. */
final class ModelWords {

  private static final String CHECK =
      " To see what that changes here: headroom calibrate, with --set lasts=... for a stretch that"
          + " requests can simulate.";

  private static final double MANY_FAILED = 0.005;

  private ModelWords() {}

  /** In a few words, for the line below the title. */
  static Optional<String> brief(RunFacts facts) {
    return switch (facts.origin().trafficModel()) {
      case "flow" -> Optional.of("traffic as rates");
      case "hybrid" ->
        facts
            .estimate("traffic.requests-share")
            .map(share -> "traffic as rates for " + said(1 - share.mean()) + " of the time");
      default -> Optional.empty();
    };
  }

  /** What the reader of the numbers must know. */
  static Optional<String> of(RunFacts facts) {
    return switch (facts.origin().trafficModel()) {
      case "flow" ->
        Optional.of("Traffic was simulated as rates: no single request existed. Where"
            + " instances keep up, waits are those of the balance of each moment; where they do not,"
            + " what waits is an amount that grows and shrinks; failures and slow answers of a minute"
            + " are given the chance that so many requests would have. Instances, failures, scaling"
            + " and the bill are simulated as in every run. Rates are known to be off where the"
            + " instances of one group have queues of different length, as new ones have beside those"
            + " with a backlog; where bursts meet few waiting places, or quick retries a full station;"
            + " where hedging could fill a group by itself, which single requests may then do; and where"
            + " a queue just at its limit decides what an alarm or a breaker does."
            + limit(facts)
            + CHECK);
      case "hybrid" -> Optional.of(hybrid(facts));
      default -> Optional.empty();
    };
  }

  /** Where requests fail, stations are at their limit, and rates are least certain. */
  private static String limit(RunFacts facts) {
    double failed =
        1 - facts.estimate("availability.request").map(Estimate::mean).orElse(1.0);
    return failed < MANY_FAILED
        ? ""
        : " Here " + said(failed)
            + " of the requests failed: at such times availability and latencies"
            + " may differ from those of single requests, and with them what scaling does.";
  }

  private static String hybrid(RunFacts facts) {
    double share = mean(facts, "traffic.requests-share");
    String windows = Numbers.said(Form.NUMBER, mean(facts, "traffic.windows"));
    return "Traffic was simulated as rates for " + said(1 - share)
        + " of the time and request by request for " + said(share) + ", in " + windows
        + " windows a replication in which rates may be wrong or which the scenario asks for, and all"
        + " the time in parts that rates cannot have (the warnings name them): "
        + said(mean(facts, "traffic.simulated-requests"))
        + " of the requests were simulated one by one." + corrected(facts)
        + " Against runs of single requests hours and requests offered agreed in every generated"
        + " scenario; availability did not where bursts met few waiting places, and a p99 may be off"
        + " by more than 5\u00A0% where few requests or long waits make it." + CHECK;
  }

  private static String corrected(RunFacts facts) {
    double windows = mean(facts, "traffic.windows-corrected");
    return windows == 0
        ? ""
        : " " + Numbers.said(Form.NUMBER, windows)
            + " more windows, alike to some of these, were left to rates and corrected by the"
            + " difference found there; how uncertain that is, is in the spread of the replications.";
  }

  private static String said(double share) {
    return Numbers.said(Form.SHARE, share);
  }

  private static double mean(RunFacts facts, String metric) {
    return facts.estimate(metric).map(Estimate::mean).orElse(0.0);
  }
}

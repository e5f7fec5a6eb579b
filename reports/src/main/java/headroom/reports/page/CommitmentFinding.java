package headroom.reports.page;

import headroom.reports.figure.Form;
import headroom.reports.figure.Numbers;
import headroom.reports.figure.Reading;
import headroom.statistics.Estimate;
import java.util.Comparator;
import java.util.Optional;

/** Whether the commitment that matters most pays, where the interval of what it saves tells. */
final class CommitmentFinding {

  private static final String PREFIX = "commitments.";
  private static final String SAVING = ".saving";

  private CommitmentFinding() {}

  static Optional<Finding> of(RunFacts facts) {
    return facts.largest(PREFIX).stream()
        .filter(estimate -> estimate.metric().flat().endsWith(SAVING))
        .filter(saving -> saving.hasInterval() && (saving.low() > 0 || saving.high() < 0))
        .max(Comparator.comparingDouble(saving -> Math.abs(saving.mean())))
        .map(saving -> new Finding(sentence(facts, saving), "commitments"));
  }

  private static String sentence(RunFacts facts, Estimate saving) {
    String flat = saving.metric().flat();
    String name = flat.substring(0, flat.length() - SAVING.length());
    boolean pays = saving.mean() > 0;
    String amount = Reading.of(pays ? saving : opposite(saving)).both();
    String covered = share(facts, PREFIX + "coverage")
        .map(share -> "Commitments cover " + share + " of instance time at list prices; ")
        .orElse("");
    String used = share(facts, name + ".utilisation")
        .flatMap(use -> facts
            .estimate(name + ".break-even")
            .map(even -> ", being used " + use + " of its time (break-even "
                + Numbers.said(Form.SHARE, even.mean()) + ")"))
        .orElse("");
    return covered + name.substring(PREFIX.length())
        + (pays
            ? " saves " + amount + " against on demand over the simulated time"
            : " costs " + amount + " more over the simulated time than on demand would")
        + used + ".";
  }

  private static Estimate opposite(Estimate one) {
    return new Estimate(one.metric(), -one.mean(), -one.high(), -one.low(), one.n(), one.basis());
  }

  private static Optional<String> share(RunFacts facts, String flat) {
    return facts.estimate(flat).map(each -> Reading.of(each, Form.SHARE, 1).both());
  }
}

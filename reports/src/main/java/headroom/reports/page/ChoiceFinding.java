package headroom.reports.page;

import headroom.reports.figure.Reading;
import headroom.statistics.Estimate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Whether the cheapest and the most available variant stand out from the next ones. */
final class ChoiceFinding {

  private static final String COST = "cost.monthly";
  private static final String AVAILABILITY = "availability.request";
  private static final String TARGET = "cost-against-availability";

  private ChoiceFinding() {}

  static List<Finding> of(StudyFacts facts) {
    List<Finding> findings = new ArrayList<>();
    ranked(facts, COST, 1, findings);
    ranked(facts, AVAILABILITY, -1, findings);
    return findings;
  }

  /** The first two by a figure's mean; sign 1 where less is better, -1 where more is. */
  private static void ranked(StudyFacts facts, String flat, int sign, List<Finding> findings) {
    List<StudyFacts.Variant> good =
        facts.variants().stream().filter(StudyFacts.Variant::meetsAll).toList();
    List<StudyFacts.Variant> all = good.isEmpty() ? facts.variants() : good;
    String of =
        all.size() < facts.variants().size() ? ", of those that meet every expectation" : "";
    List<StudyFacts.Variant> ranked = all.stream()
        .filter(each -> each.estimate(flat).filter(Estimate::hasInterval).isPresent())
        .sorted(Comparator.comparingDouble(each -> sign * mean(each, flat)))
        .toList();
    if (ranked.size() > 1) {
      findings.add(new Finding(sentence(ranked.get(0), ranked.get(1), flat, sign, of), TARGET));
    }
  }

  private static double mean(StudyFacts.Variant variant, String flat) {
    return variant.estimate(flat).map(Estimate::mean).orElse(Double.NaN);
  }

  private static String sentence(
      StudyFacts.Variant best, StudyFacts.Variant next, String flat, int sign, String of) {
    Estimate first = best.estimate(flat).orElseThrow();
    Estimate second = next.estimate(flat).orElseThrow();
    boolean apart = sign > 0 ? first.high() < second.low() : first.low() > second.high();
    String said = " (" + Reading.of(first).both() + ")";
    String other = " (" + Reading.of(second).both() + ")";
    boolean cost = flat.equals(COST);
    if (!apart) {
      return "Which variant " + (cost ? "is the cheapest" : "answers most requests")
          + of + " is open by their intervals alone: " + best.name() + said + " and " + next.name()
          + other + " overlap.";
    }
    return best.name() + (cost ? " is the cheapest variant" : " answers most requests") + of + said
        + "; next is " + next.name() + other + ".";
  }
}

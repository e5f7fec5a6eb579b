package headroom.reports.page;

import headroom.reports.figure.Lengths;
import headroom.reports.figure.Reading;
import headroom.statistics.Estimate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a report says of a study: which variant, what the factors do, what a better one costs. */
public final class StudyReport {

  private static final String COST = "cost.monthly";

  private static final String CHOICES =
      "± gives the 95\u00A0% interval of each variant by itself. All variants were run on the same"
          + " luck, so what differs between two of them is known better than their intervals say:"
          + " headroom compare tells by how much.";

  private static final String UNKNOWN =
      "Each sample draws the inputs that are not known from their laws and is run several times:"
          + " what differs between samples is ignorance, which measuring the inputs would take"
          + " away; what differs within one is chance, which stays.";

  private final StudyFacts facts;

  private final Optional<Told> told;
  private final List<Chapter> more;

  private StudyReport(StudyFacts facts, Optional<Told> told, List<Chapter> more) {
    this.facts = facts;
    this.more = more;
    this.told = told;
  }

  /**
   * The report.
   *
   * @param told what was asked besides; empty for variants side by side
   * @param more chapters of others, before its method
   */
  public static ReportContent of(StudyFacts facts, Optional<Told> told, List<Chapter> more) {
    return new StudyReport(facts, told, more).content();
  }

  private ReportContent content() {
    Chapters chapters = new Chapters(chapters());
    return new ReportContent(
        facts.scenario(),
        facts.about(),
        how(),
        told.map(Told::answer).orElseGet(this::answer),
        told.map(Told::certainty).orElse(isUncertain() ? UNKNOWN : CHOICES),
        List.of(),
        chapters.findings(),
        StudyTables.glance(facts),
        chapters.sections(),
        facts.origin().version());
  }

  private String how() {
    int least = replications().min(Comparator.naturalOrder()).orElse(0);
    int most = replications().max(Comparator.naturalOrder()).orElse(0);
    return facts.variants().size()
        + " variants · "
        + (least == most ? String.valueOf(least) : least + " to " + most)
        + " replications each of "
        + Lengths.words(facts.lastsSeconds())
        + " · prices of "
        + facts.origin().priceBook();
  }

  private Stream<Integer> replications() {
    return facts.variants().stream().map(StudyFacts.Variant::replications);
  }

  private boolean isUncertain() {
    return !facts.uncertainties().isEmpty();
  }

  /** Whether its cost lies below that of all others by their intervals. */
  private static boolean isAlone(StudyFacts.Variant cheapest, List<StudyFacts.Variant> all) {
    double most = cheapest.estimate(COST).map(Estimate::high).orElse(Double.NaN);
    return all.stream()
        .filter(each -> !each.name().equals(cheapest.name()))
        .flatMap(each -> each.estimate(COST).stream())
        .allMatch(cost -> cost.low() > most);
  }

  private String answer() {
    if (isUncertain()) {
      return UncertaintyWords.sentences(facts.uncertainties()).stream()
          .findFirst()
          .orElse("No sample has a cost.");
    }
    boolean judged =
        facts.variants().stream().anyMatch(each -> !each.expectations().isEmpty());
    List<StudyFacts.Variant> good =
        facts.variants().stream().filter(StudyFacts.Variant::meetsAll).toList();
    if (judged && good.isEmpty()) {
      return "None of " + facts.variants().size() + " variants is known to meet every expectation.";
    }
    Optional<StudyFacts.Variant> cheapest = good.stream()
        .filter(each -> each.estimate(COST).isPresent())
        .min(Comparator.comparingDouble(
            each -> each.estimate(COST).map(Estimate::mean).orElse(Double.NaN)));
    return cheapest
        .map(each -> (judged
                ? "Of " + good.size() + " variants that meet every expectation (of "
                    + facts.variants().size() + ") "
                : "Of " + facts.variants().size() + " variants ")
            + (isAlone(each, good) ? "the cheapest is " : "the cheapest by its mean is ")
            + each.name()
            + said(each)
            + ".")
        .orElse("No variant has a cost.");
  }

  private static String said(StudyFacts.Variant variant) {
    List<String> said = new ArrayList<>();
    variant.estimate(COST).ifPresent(cost -> said.add(Reading.of(cost).both() + " per month"));
    variant
        .estimate("availability.request")
        .ifPresent(share -> said.add(Reading.of(share).both() + " of the requests answered"));
    variant
        .estimate("latency.p99")
        .ifPresent(p99 -> said.add("a p99 latency of " + Reading.of(p99).both()));
    return said.isEmpty() ? "" : ": " + String.join(", ", said);
  }

  /** Whoever has more to say of a study adds a chapter here. */
  private List<Chapter> chapters() {
    List<Chapter> chapters = new ArrayList<>(told.map(Told::chapters).orElse(List.of()));
    if (told.filter(Told::isWhole).isEmpty()) {
      chapters.add(isUncertain() ? uncertainty() : choices());
      chapters.add(
          Chapter.of(Topic.FACTORS, FactorFigures.of(facts)).finding(FactorFinding.of(facts)));
    }
    chapters.add(Chapter.of(Topic.FIGURES, StudyTables.all(facts)));
    chapters.addAll(more);
    chapters.add(Chapter.of(Topic.METHOD, method()));
    return chapters;
  }

  private Chapter uncertainty() {
    List<Block> blocks = new ArrayList<>();
    UncertaintyWords.budget(facts).ifPresent(blocks::add);
    blocks.add(UncertaintyWords.table(facts.uncertainties()));
    return Chapter.of(Topic.CHOICES, blocks)
        .finding(UncertaintyWords.findings(facts.uncertainties()));
  }

  private Chapter choices() {
    return ChoiceFigure.of(facts)
        .map(figure -> Chapter.of(Topic.CHOICES, List.of(new Block.Picture(figure)))
            .about("A variant to the left is cheaper, one further down fails fewer requests."))
        .orElse(Chapter.of(Topic.CHOICES, List.of()))
        .finding(told.isEmpty() ? ChoiceFinding.of(facts) : List.of());
  }

  private List<Block> method() {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Listing(StudyTables.provenance(facts)));
    if (!facts.origin().text().isEmpty()) {
      blocks.add(new Block.Verbatim("The scenario as it stands", facts.origin().text()));
    }
    return blocks;
  }
}

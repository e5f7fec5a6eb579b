package headroom.reports.page;

import headroom.reports.figure.CalendarTicks;
import headroom.reports.figure.Lengths;
import headroom.results.Window;
import headroom.statistics.Estimate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a report says of one scenario: answer, reasons, money, availability, speed, scaling, method. */
public final class RunReport {

  private final RunFacts facts;
  private final List<Chapter> more;
  private final Optional<Course> course;

  private RunReport(RunFacts facts, List<Chapter> more) {
    this.facts = facts;
    this.more = more;
    this.course = Course.of(facts.shown());
  }

  public static ReportContent of(RunFacts facts) {
    return of(facts, List.of());
  }

  /** The report, with chapters of others before its method. */
  public static ReportContent of(RunFacts facts, List<Chapter> more) {
    return new RunReport(facts, more).content();
  }

  private ReportContent content() {
    Chapters chapters = new Chapters(chapters());
    return new ReportContent(
        facts.scenario(),
        facts.about(),
        how(),
        Answer.of(facts),
        Answer.certainty(facts),
        verdicts(),
        chapters.findings(),
        MetricTables.glance(facts),
        chapters.sections(),
        facts.origin().version());
  }

  private String how() {
    Window window = facts.shown().window();
    double warmUp = window.fromNanos() / 1e9;
    return Lengths.words(window.toNanos() / 1e9) + " from " + CalendarTicks.date(window.momentAt(0))
        + (warmUp > 0 ? ", a warm-up of " + Lengths.words(warmUp) + " left out" : "")
        + " · " + facts.replications()
        + (facts.replications() == 1 ? " replication" : " replications")
        + ModelWords.brief(facts).map(words -> " · " + words).orElse("")
        + " · prices of " + facts.origin().priceBook();
  }

  private List<Judgement> verdicts() {
    List<Judgement> verdicts = new ArrayList<>();
    facts
        .targets()
        .availability()
        .ifPresent(target -> facts
            .estimate("availability.request")
            .ifPresent(e -> verdicts.add(Judgement.atLeast("Requests answered", target, e))));
    facts
        .targets()
        .latencyP99()
        .ifPresent(target -> facts
            .estimate("latency.p99")
            .ifPresent(e -> verdicts.add(Judgement.atMost("p99 latency", target, e))));
    verdicts.addAll(facts.expectations());
    return verdicts;
  }

  /** Whoever has more to say of a run adds a chapter here. */
  private List<Chapter> chapters() {
    List<Chapter> chapters = new ArrayList<>(List.of(
        Chapter.of(Topic.DEMAND, course.map(DemandFigures::of).orElse(List.of()))
            .about(shown()),
        Chapter.of(Topic.MONEY, CostFigures.of(facts))
            .finding(Stream.of(
                    CostFinding.of(facts), CommitmentFinding.of(facts), BuyingFinding.of(facts))
                .flatMap(Optional::stream)
                .toList()),
        Chapter.of(Topic.AVAILABILITY, availability())
            .finding(list(CauseFinding.ofDowntime(facts))),
        Chapter.of(Topic.PERFORMANCE, performance())
            .finding(Stream.concat(
                    CompositionFinding.of(facts).stream(),
                    course.flatMap(c -> SlowTimesFinding.of(facts, c)).stream())
                .toList()),
        Chapter.of(Topic.SCALING, scaling()).finding(list(ScalingFinding.of(facts))),
        Chapter.of(Topic.FAILURES, failures())
            .finding(Stream.concat(
                    MetastableFinding.of(facts).stream(), CauseFinding.ofFailures(facts).stream())
                .toList()),
        Chapter.of(Topic.FIGURES, List.of(new Block.Listing(MetricTables.all(facts))))));
    chapters.addAll(more);
    chapters.add(Chapter.of(Topic.METHOD, method()));
    return chapters;
  }

  private static List<Finding> list(Optional<Finding> finding) {
    return finding.map(List::of).orElse(List.of());
  }

  private String shown() {
    return "Charts over time show replication " + facts.shownNumber() + " of "
        + facts.replications()
        + ", one possible course of events; times are in "
        + CalendarTicks.name(facts.shown().window().zone())
        + ". Red shading marks failures of more than one instance.";
  }

  private List<Block> availability() {
    List<Block> blocks = new ArrayList<>(FailureFigures.downtime(facts));
    CauseTable.of(facts).ifPresent(blocks::add);
    course.flatMap(FailureFigures::overTime).ifPresent(blocks::add);
    course.flatMap(BadTimes::of).ifPresent(blocks::add);
    if (blocks.isEmpty()) {
      facts.estimate("requests.failed").map(this::noFailure).ifPresent(blocks::add);
    }
    return blocks;
  }

  private Block noFailure(Estimate failed) {
    return new Block.Paragraph(Answer.rare(facts, failed)
        .map(words -> "The fleet " + words + ".")
        .orElse("No request failed in what was simulated."));
  }

  private List<Block> failures() {
    List<Block> blocks = new ArrayList<>(FailureFigures.requests(facts));
    MetastableFinding.episodes(facts.shown()).ifPresent(blocks::add);
    SlowTables.failed(facts.shown()).ifPresent(blocks::add);
    return blocks;
  }

  private List<Block> performance() {
    List<Block> blocks = new ArrayList<>();
    course.flatMap(c -> LatencyFigures.overTime(facts, c)).ifPresent(blocks::add);
    course.map(CompositionFigures::overTime).ifPresent(blocks::addAll);
    CompositionFigures.byPercentile(facts).ifPresent(blocks::add);
    LatencyFigures.distribution(facts).ifPresent(blocks::add);
    blocks.addAll(SenderTables.of(facts));
    SlowTables.slowest(facts.shown()).ifPresent(blocks::add);
    return blocks;
  }

  private List<Block> scaling() {
    List<Block> blocks = new ArrayList<>(course.map(FleetFigures::of).orElse(List.of()));
    course.map(HourFigures::of).ifPresent(blocks::addAll);
    ActivityTables.of(facts.shown()).ifPresent(blocks::add);
    blocks.addAll(LaunchFigures.of(facts));
    return blocks;
  }

  private List<Block> method() {
    List<Block> blocks = new ArrayList<>();
    ModelWords.of(facts).map(Block.Paragraph::new).ifPresent(blocks::add);
    if (!facts.warnings().isEmpty()) {
      blocks.add(new Block.Listing(MetricTables.warnings(facts)));
    }
    if (!facts.assumptions().isEmpty()) {
      blocks.add(new Block.Listing(MetricTables.assumptions(facts)));
    }
    blocks.add(new Block.Listing(MetricTables.provenance(facts)));
    if (!facts.origin().text().isEmpty()) {
      blocks.add(new Block.Verbatim("The scenario", facts.origin().text()));
    }
    return blocks;
  }
}

package headroom.reports.page;

import headroom.reports.figure.CalendarTicks;
import headroom.reports.figure.Lengths;
import headroom.results.Window;
import headroom.statistics.Estimate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a report says of one scenario: answer, reasons, money, availability, speed, scaling, method. */
public final class RunReport {

  private final RunFacts facts;
  private final Optional<Course> course;

  private RunReport(RunFacts facts) {
    this.facts = facts;
    this.course = Course.of(facts.shown());
  }

  public static ReportContent of(RunFacts facts) {
    return new RunReport(facts).content();
  }

  private ReportContent content() {
    return new ReportContent(
        facts.scenario(),
        facts.about(),
        how(),
        Answer.of(facts),
        Answer.certainty(facts),
        verdicts(),
        findings(),
        MetricTables.glance(facts),
        sections(),
        facts.origin().version());
  }

  private String how() {
    Window window = facts.shown().window();
    double warmUp = window.fromNanos() / 1e9;
    return Lengths.words(window.toNanos() / 1e9) + " from " + CalendarTicks.date(window.start())
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

  private List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    CostFinding.of(facts).ifPresent(findings::add);
    findings.addAll(CauseFinding.of(facts));
    MetastableFinding.of(facts).ifPresent(findings::add);
    CompositionFinding.of(facts).ifPresent(findings::add);
    ScalingFinding.of(facts).ifPresent(findings::add);
    return findings;
  }

  private List<Section> sections() {
    List<Section> sections = new ArrayList<>();
    add(sections, new Section("demand", "Demand and capacity", shown(), demand()));
    add(sections, new Section("money", "Money", "", CostFigures.of(facts)));
    add(sections, new Section("availability", "Availability", "", availability()));
    add(sections, new Section("performance", "Performance", "", performance()));
    add(sections, new Section("scaling", "Instances and scaling", "", scaling()));
    add(sections, new Section("figures", "All figures", "", all()));
    add(sections, new Section("method", "Assumptions and origin", "", method()));
    return sections;
  }

  private static void add(List<Section> sections, Section section) {
    if (!section.blocks().isEmpty()) {
      sections.add(section);
    }
  }

  private String shown() {
    return "Charts over time show replication " + facts.shownNumber() + " of "
        + facts.replications()
        + ", one possible course of events; times are in UTC. Red shading marks outages.";
  }

  private List<Block> demand() {
    return course.map(DemandFigures::of).orElse(List.of());
  }

  private List<Block> availability() {
    List<Block> blocks = new ArrayList<>(FailureFigures.byCause(facts));
    CauseTable.of(facts).ifPresent(blocks::add);
    course.flatMap(FailureFigures::overTime).ifPresent(blocks::add);
    course.flatMap(BadTimes::of).ifPresent(blocks::add);
    MetastableFinding.episodes(facts.shown()).ifPresent(blocks::add);
    SlowTables.failed(facts.shown()).ifPresent(blocks::add);
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
    LaunchTables.of(facts).ifPresent(blocks::add);
    return blocks;
  }

  private List<Block> all() {
    return List.of(new Block.Listing(MetricTables.all(facts)));
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

package headroom.reports.page;

import headroom.reports.figure.Form;
import headroom.reports.figure.Lengths;
import headroom.reports.figure.Numbers;
import headroom.reports.figure.Table;
import headroom.reports.figure.Table.Column;
import headroom.results.Metric;
import headroom.statistics.Difference;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What a report says of a comparison: what differs for certain, by how much, and where it lies. */
public final class CompareReport {

  /** The figures that every comparison is told by. */
  public static final List<String> TOLD = List.of(
      "cost.monthly",
      "availability.request",
      "latency.p99",
      "latency.mean",
      "downtime.total",
      "requests.failed");

  private final CompareFacts facts;
  private final List<Chapter> more;

  private CompareReport(CompareFacts facts, List<Chapter> more) {
    this.facts = facts;
    this.more = more;
  }

  /**
   * The report.
   *
   * @param more chapters of others, before its method
   */
  public static ReportContent of(CompareFacts facts, List<Chapter> more) {
    return new CompareReport(facts, more).content();
  }

  private ReportContent content() {
    StudyFacts study = facts.study();
    Chapters chapters = new Chapters(chapters());
    return new ReportContent(
        names(),
        study.about(),
        study.variants().size() + " variants on the same luck · "
            + study.variants().get(0).replications() + " replications each of "
            + Lengths.words(study.lastsSeconds()) + " · prices of "
            + study.origin().priceBook(),
        answer(),
        certainty(),
        List.of(),
        chapters.findings(),
        StudyTables.glance(study),
        chapters.sections(),
        study.origin().version());
  }

  private String names() {
    return facts.against() + " against "
        + facts.others().stream().map(CompareFacts.Other::name).collect(Collectors.joining(", "));
  }

  private String answer() {
    return facts.others().stream()
        .map(this::first)
        .collect(Collectors.joining("; ", "Against " + facts.against() + ": ", "."));
  }

  /** Its first sentence, which says of whom it is where there are several. */
  private String first(CompareFacts.Other other) {
    String sentence = sentences(other).get(0);
    String bare = sentence.substring(0, sentence.length() - 1);
    boolean isPlain = facts.others().size() == 1 || bare.contains(other.name());
    return isPlain
        ? bare
        : other.name() + ": " + bare.substring(0, 1).toLowerCase(Locale.ROOT) + bare.substring(1);
  }

  /** What certainty the limits have. */
  public static String certainty(int together) {
    return "± gives 95\u00A0% intervals of the differences, replication by replication on the same luck"
        + (together > 1
            ? "; the " + together + " comparisons of a figure hold at once (Bonferroni)."
            : ".");
  }

  private String certainty() {
    return certainty(facts.together());
  }

  private static List<String> sentences(CompareFacts.Other other) {
    List<String> sentences = TOLD.stream()
        .flatMap(flat -> other.difference(flat).stream())
        .map(difference -> DifferenceWords.sentence(other.name(), difference))
        .toList();
    return sentences.isEmpty() ? List.of("Nothing that both measure.") : sentences;
  }

  /** Whoever has more to say of a comparison adds a chapter here. */
  private List<Chapter> chapters() {
    List<Chapter> chapters = new ArrayList<>();
    for (int i = 0; i < facts.others().size(); i++) {
      of(facts.others().get(i), i + 1, chapters);
    }
    chapters.add(Chapter.of(Topic.FIGURES, StudyTables.all(facts.study())));
    chapters.addAll(more);
    chapters.add(Chapter.of(
        Topic.METHOD, List.of(new Block.Listing(StudyTables.provenance(facts.study())))));
    return chapters;
  }

  private void of(CompareFacts.Other other, int number, List<Chapter> chapters) {
    List<Block> told = new ArrayList<>();
    DifferenceFigure.of(facts, other, number).map(Block.Picture::new).ifPresent(told::add);
    sentences(other).forEach(sentence -> told.add(new Block.Paragraph(sentence)));
    chapters.add(Chapter.of(Topic.CHOICES, told).finding(found(other, number)));
    chapters.add(changed(Topic.MONEY, other, "cost.", "by category of cost", "costs-" + number));
    chapters.add(changed(
        Topic.AVAILABILITY, other, "downtime.", "by cause of downtime", "downtime-" + number));
    chapters.add(changed(
        Topic.FAILURES, other, "requests.failed-by.", "by cause of failure", "causes-" + number));
    chapters.add(
        Chapter.of(Topic.FAILURES, hours(other, "hours-" + number).stream().toList()));
    List<Metric> all = List.copyOf(new TreeSet<>(other.differences().keySet()));
    String every = "Every difference, " + instead(other);
    chapters.add(
        Chapter.of(Topic.FIGURES, List.of(table(other, all, every, "differences-" + number))));
    chapters.add(Chapter.of(Topic.METHOD, List.of(said(other))));
  }

  private String instead(CompareFacts.Other other) {
    return other.name() + " instead of " + facts.against();
  }

  private Block said(CompareFacts.Other other) {
    return other.text().isEmpty()
        ? new Block.Paragraph(other.name() + " says the same as " + facts.against() + ".")
        : new Block.Verbatim("What " + other.name() + " says otherwise", other.text());
  }

  /** Differences that are found, but for the one that is the answer. */
  private List<Finding> found(CompareFacts.Other other, int number) {
    return TOLD.stream()
        .skip(1)
        .flatMap(flat -> other.difference(flat).stream())
        .filter(Difference::isFound)
        .map(each ->
            new Finding(DifferenceWords.sentence(other.name(), each), DifferenceFigure.id(number)))
        .toList();
  }

  private Chapter changed(
      Topic topic, CompareFacts.Other other, String begin, String by, String id) {
    List<Metric> metrics = other.differences().values().stream()
        .filter(each -> each.metric().flat().startsWith(begin))
        .filter(each -> each.mean() != 0)
        .map(Difference::metric)
        .toList();
    String caption = "What changed, " + by + ", with " + instead(other);
    return Chapter.of(
        topic, metrics.isEmpty() ? List.of() : List.of(table(other, metrics, caption, id)));
  }

  private Optional<Block> hours(CompareFacts.Other other, String id) {
    double[] first = facts.failedByHour();
    double[] second = other.failedByHour();
    List<List<String>> rows = new ArrayList<>();
    for (int hour = 0; hour < Math.min(first.length, second.length); hour++) {
      if (first[hour] > 0 || second[hour] > 0) {
        rows.add(List.of(
            (hour < 10 ? "0" : "") + hour + ":00",
            Numbers.said(Form.NUMBER, first[hour]),
            Numbers.said(Form.NUMBER, second[hour])));
      }
    }
    return rows.isEmpty()
        ? Optional.empty()
        : Optional.of(new Block.Listing(new Table(
            id,
            "Requests failed in the first replication by time of day (" + facts.zone() + "), "
                + instead(other),
            List.of(
                Column.text("From"), Column.number(facts.against()), Column.number(other.name())),
            rows)));
  }

  private static Block table(
      CompareFacts.Other other, List<Metric> metrics, String caption, String id) {
    return new Block.Listing(new Table(
        id,
        caption,
        List.of(
            Column.text("Figure"),
            Column.number("Difference"),
            Column.text("Found"),
            Column.code("Name in summary.json")),
        metrics.stream()
            .flatMap(metric -> Optional.ofNullable(other.differences().get(metric)).stream())
            .map(each -> List.of(
                MetricWords.of(each.metric()),
                DifferenceWords.signed(each),
                each.isFound() ? "yes" : "no",
                each.metric().flat()))
            .toList()));
  }
}

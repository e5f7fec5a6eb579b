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

  private CompareReport(CompareFacts facts) {
    this.facts = facts;
  }

  public static ReportContent of(CompareFacts facts) {
    return new CompareReport(facts).content();
  }

  private ReportContent content() {
    StudyFacts study = facts.study();
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
        List.of(),
        StudyTables.glance(study),
        sections(),
        study.origin().version());
  }

  private String names() {
    return facts.against() + " against "
        + facts.others().stream().map(CompareFacts.Other::name).collect(Collectors.joining(", "));
  }

  private String answer() {
    return facts.others().stream()
        .map(other -> sentences(other).get(0))
        .collect(Collectors.joining(" "));
  }

  /** What certainty the limits have. */
  public static String certainty(int together) {
    return "± gives 95 % intervals of the differences, replication by replication on the same luck"
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

  private List<Section> sections() {
    List<Section> sections = new ArrayList<>();
    for (int i = 0; i < facts.others().size(); i++) {
      sections.add(section(facts.others().get(i), i + 1));
    }
    sections.add(new Section("figures", "All figures", "", StudyTables.all(facts.study())));
    sections.add(new Section(
        "method", "Origin", "", List.of(new Block.Listing(StudyTables.provenance(facts.study())))));
    return sections;
  }

  private Section section(CompareFacts.Other other, int number) {
    List<Block> blocks = new ArrayList<>();
    sentences(other).forEach(sentence -> blocks.add(new Block.Paragraph(sentence)));
    changed(other, "cost.", "What changed, by category of cost", "costs-" + number, blocks);
    changed(
        other,
        "requests.failed-by.",
        "What changed, by cause of failure",
        "causes-" + number,
        blocks);
    changed(other, "downtime.", "What changed, by cause of downtime", "downtime-" + number, blocks);
    TreeSet<Metric> all = new TreeSet<>(other.differences().keySet());
    hours(other, "hours-" + number).ifPresent(blocks::add);
    blocks.add(table(other, List.copyOf(all), "Every difference", "differences-" + number));
    blocks.add(
        other.text().isEmpty()
            ? new Block.Paragraph("The two scenarios say the same.")
            : new Block.Verbatim("What the scenario says otherwise", other.text()));
    return new Section(
        "other-" + number, other.name() + " instead of " + facts.against(), "", blocks);
  }

  private static void changed(
      CompareFacts.Other other, String begin, String caption, String id, List<Block> blocks) {
    List<Metric> metrics = other.differences().values().stream()
        .filter(each -> each.metric().flat().startsWith(begin))
        .filter(each -> each.mean() != 0)
        .map(Difference::metric)
        .toList();
    if (!metrics.isEmpty()) {
      blocks.add(table(other, metrics, caption, id));
    }
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
            "What changed, by time of day (UTC): requests failed in the first replication",
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

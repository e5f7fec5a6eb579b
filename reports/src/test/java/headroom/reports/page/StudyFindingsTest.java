package headroom.reports.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.results.Metric;
import headroom.results.Unit;
import headroom.statistics.Difference;
import headroom.statistics.Estimate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What a study finds is said when the intervals support it, and otherwise not. */
class StudyFindingsTest {

  private static final Metric COST = Metric.value("", "cost", "monthly", Unit.USD);
  private static final Metric P99 = Metric.value("", "latency", "p99", Unit.SECONDS);

  private static StudyFacts.Variant variant(String level, double cost, double half) {
    SortedMap<Metric, Estimate> estimates = new TreeMap<>();
    estimates.put(
        COST, new Estimate(COST, cost, cost - half, cost + half, 5, Estimate.Basis.STUDENT));
    estimates.put(P99, new Estimate(P99, 0.5, 0.4, 0.6, 5, Estimate.Basis.STUDENT));
    return new StudyFacts.Variant(level, Map.of("size", level), 5, estimates, List.of());
  }

  private static StudyFacts.Variant judged(StudyFacts.Variant variant, Judgement.State state) {
    return new StudyFacts.Variant(
        variant.name(),
        variant.set(),
        5,
        variant.estimates(),
        List.of(new Judgement(state, "latency.p99 < 1 s")));
  }

  @Test
  void whatMissesAnExpectationIsNotPraised() {
    String said = findings(told(study(
        judged(variant("1", 50, 5), Judgement.State.MISSED),
        judged(variant("2", 100, 5), Judgement.State.MET),
        judged(variant("4", 150, 5), Judgement.State.MET))));
    assertTrue(
        said.contains("2 is the cheapest variant, of those that meet every expectation (100"),
        said);
    assertFalse(said.contains("1 is the cheapest"), said);
  }

  private static StudyFacts study(StudyFacts.Variant... variants) {
    return new StudyFacts(
        "shop",
        "",
        3600,
        List.of("size"),
        List.of(variants),
        new TreeMap<>(),
        new RunFacts.Origin("1", "d", 1, "book", "2026-07-01", "requests", ""));
  }

  private static ReportContent told(StudyFacts facts) {
    return StudyReport.of(facts, Optional.empty(), List.of());
  }

  private static String findings(ReportContent content) {
    return content.findings().stream()
        .map(Finding::text)
        .collect(java.util.stream.Collectors.joining("\n"))
        .replace('\u00A0', ' ');
  }

  @Test
  void theCheapestIsNamedOnlyWhereItsIntervalEndsBelowTheNext() {
    String apart = findings(told(study(variant("2", 100, 5), variant("4", 150, 5))));
    assertTrue(apart.contains("2 is the cheapest variant (100 ± 5 USD); next is 4 ("), apart);
    String close = findings(told(study(variant("2", 100, 30), variant("4", 150, 30))));
    assertTrue(close.contains("Which variant is the cheapest is open"), close);
    assertFalse(close.contains("is the cheapest variant"), close);
  }

  @Test
  void theAnswerSaysByWhatTheCheapestIsItWhereIntervalsOverlap() {
    String apart = told(study(variant("2", 100, 5), variant("4", 150, 5))).answer();
    assertTrue(apart.startsWith("Of 2 variants the cheapest is 2: 100"), apart);
    String close = told(study(variant("2", 100, 30), variant("4", 150, 30))).answer();
    assertTrue(close.startsWith("Of 2 variants the cheapest by its mean is 2: 100"), close);
  }

  @Test
  void whatAFactorDoesIsSaidOnlyWhereItsEndsAreApartAndInOrder() {
    String apart = findings(told(study(variant("4", 150, 5), variant("2", 100, 5))));
    assertTrue(
        apart.contains("rises from 100 ± 5 USD to 150 ± 5 USD as size goes from 2 to 4."), apart);
    assertFalse(apart.contains("p99 latency rises"), apart);
    String close = findings(told(study(variant("2", 100, 30), variant("4", 150, 30))));
    assertFalse(close.contains("as size goes"), close);
    String parts = findings(told(study(variant("{a: 1}", 100, 5), variant("{b: 2}", 150, 5))));
    assertFalse(parts.contains("as size goes"), parts);
  }

  private static ReportContent compared(double low, double high) {
    SortedMap<Metric, Difference> differences = new TreeMap<>();
    differences.put(P99, new Difference(P99, (low + high) / 2, low, high, 5, false));
    StudyFacts study = study(variant("2", 100, 5), variant("4", 150, 5));
    CompareFacts.Other other = new CompareFacts.Other("4", differences, new double[0], "");
    return CompareReport.of(
        new CompareFacts(study, "2", new double[0], "UTC", 1, List.of(other)), List.of());
  }

  @Test
  void aDifferenceIsAFindingOnlyWhereItsIntervalLeavesOutZero() {
    assertTrue(findings(compared(0.1, 0.2)).contains("more with 4."));
    assertEquals("", findings(compared(-0.1, 0.2)));
    Optional<String> drawn = compared(-0.1, 0.2).figures().stream()
        .map(figure -> figure.caption().finding())
        .findFirst();
    assertEquals(Optional.of("No interval leaves out zero: no difference is found."), drawn);
  }

  @Test
  void theAnswerSaysOfWhomItIsWhereSeveralAreCompared() {
    SortedMap<Metric, Difference> same = new TreeMap<>();
    same.put(P99, new Difference(P99, 0, 0, 0, 5, false));
    StudyFacts study = study(variant("2", 100, 5), variant("4", 100, 5), variant("8", 100, 5));
    List<CompareFacts.Other> others = List.of(
        new CompareFacts.Other("4", same, new double[0], ""),
        new CompareFacts.Other("8", same, new double[0], ""));
    CompareFacts facts = new CompareFacts(study, "2", new double[0], "UTC", 2, others);
    assertEquals(
        "Against 2: 4: p99 latency: the same in every replication;"
            + " 8: p99 latency: the same in every replication.",
        CompareReport.of(facts, List.of()).answer());
  }
}

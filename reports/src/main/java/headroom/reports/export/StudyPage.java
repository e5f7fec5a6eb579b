package headroom.reports.export;

import headroom.reports.page.Chapter;
import headroom.reports.page.CompareReport;
import headroom.reports.page.ReportContent;
import headroom.reports.page.RunFacts;
import headroom.reports.page.StudyFacts;
import headroom.reports.page.StudyReport;
import headroom.reports.page.Told;
import headroom.results.Metric;
import headroom.scenarios.experiment.Setting;
import headroom.scenarios.experiment.StudyOutcome;
import headroom.scenarios.experiment.Trial;
import headroom.scenarios.experiment.VariantOutcome;
import headroom.statistics.Uncertainty;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/** {@code report.html} of a study: its variants as a page for people. */
record StudyPage(
    StudyOutcome outcome,
    Optional<Compared> compared,
    SortedMap<Metric, Uncertainty> uncertainties,
    Optional<Told> told,
    String version) {

  ReportContent content() {
    StudyFacts facts = facts();
    List<Chapter> method = new MethodTold(outcome.base()).chapters();
    return compared
        .map(each -> CompareReport.of(each.facts(facts), method))
        .orElseGet(() -> StudyReport.of(facts, told, method));
  }

  private StudyFacts facts() {
    Trial base = outcome.base();
    List<String> paths = outcome.variants().stream()
        .flatMap(variant -> variant.set().stream())
        .map(Setting::path)
        .distinct()
        .toList();
    return new StudyFacts(
        base.scenario().name(),
        base.scenario().about(),
        base.scenario().lasts().toNanos() / 1e9,
        paths,
        outcome.variants().stream().map(StudyPage::variant).toList(),
        uncertainties,
        new RunFacts.Origin(
            version,
            base.origin().digest(),
            base.scenario().seed(),
            base.priceBook().id(),
            base.priceBook().date().toString(),
            base.scenario().trafficModel().word(),
            base.origin().text()));
  }

  private static StudyFacts.Variant variant(VariantOutcome variant) {
    Map<String, String> set = new LinkedHashMap<>();
    variant.set().forEach(each -> set.put(each.path(), each.value()));
    return new StudyFacts.Variant(
        variant.name(),
        set,
        variant.replications().size(),
        variant.estimates(),
        variant.verdicts().stream().map(ReportVerdict::of).toList());
  }
}

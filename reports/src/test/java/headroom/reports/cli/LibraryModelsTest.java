package headroom.reports.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.Engine;
import headroom.results.Run;
import headroom.scenarios.experiment.Calibration;
import headroom.scenarios.experiment.Replications;
import headroom.scenarios.experiment.Study;
import headroom.scenarios.experiment.StudyOutcome;
import headroom.scenarios.experiment.StudyRunner;
import headroom.scenarios.experiment.Trial;
import headroom.scenarios.experiment.TrialStore;
import headroom.scenarios.library.Library;
import headroom.spec.LoadBalancer;
import headroom.spec.Scenario;
import headroom.spec.TrafficModel;
import headroom.statistics.Equivalence;
import headroom.statistics.Equivalence.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/**
 * The library under all three traffic models, judged by equivalence with requests. With
 * {@code -Dheadroom.golden=write} the table in {@code docs/library-models.md} is written from all that
 * requests can simulate in reasonable time.
 */
class LibraryModelsTest {

  /** Too long for single requests: a year each. */
  private static final List<String> A_YEAR = List.of("black-friday", "year-of-elb");

  private static final List<String> BRIEF =
      List.of("autoscaler-conformance", "launch-storm", "metastable-cache", "scaling-policies");
  private static final int SEEDS = 4;
  private static final int SEEDS_OF_THE_TABLE = 10;
  private static final String BEGINS = "<!-- generated -->\n";

  /** One figure's difference between a model and requests. */
  private record Row(String scenario, TrafficModel model, Equivalence figure) {

    boolean differs() {
      return figure.verdict() == Verdict.DIFFERS;
    }

    String line() {
      String said = figure.verdict().name().toLowerCase(Locale.ROOT);
      return String.format(
          Locale.ROOT,
          "| %s | %s | %s | %.6g | %.6g | %.2g | %.2g | %s |",
          scenario,
          figure.metric().flat(),
          model.word(),
          figure.reference(),
          figure.other(),
          figure.half(),
          figure.tolerated(),
          differs() ? "**differs**" : said);
    }
  }

  /** As {@code headroom calibrate} has it. */
  private static List<Row> rows(String name, int seeds) throws InterruptedException {
    Trial trial = new ScenarioShelf().read(name, List.of(), false).trial();
    Study study = Calibration.study(trial.withReplications(Replications.fixed(seeds)));
    StudyOutcome outcome = new StudyRunner(
            (scenario, seed, shown) -> Engine.run(scenario, seed),
            1,
            "test",
            TrialStore.NONE,
            (done, planned) -> {})
        .run(study);
    return Calibration.of(outcome).models().stream()
        .flatMap(
            model -> model.figures().stream().map(figure -> new Row(name, model.model(), figure)))
        .toList();
  }

  @Test
  void modelsAgree() throws IOException, InterruptedException {
    boolean writes = "write".equals(System.getProperty("headroom.golden"));
    List<Row> rows = new ArrayList<>();
    List<String> names =
        writes ? Library.names().stream().filter(name -> !A_YEAR.contains(name)).toList() : BRIEF;
    for (String name : names) {
      rows.addAll(rows(name, writes ? SEEDS_OF_THE_TABLE : SEEDS));
    }
    if (writes) {
      write(rows);
    }
    assertEquals(
        BRIEF.size() * 2,
        rows.stream()
            .filter(row -> BRIEF.contains(row.scenario())
                && row.figure().metric().flat().equals("requests.offered"))
            .count());
    List<String> differ = rows.stream().filter(Row::differs).map(Row::line).toList();
    assertTrue(differ.size() <= 0.05 * rows.size(), rows.size() + " figures; " + differ);
  }

  /**
   * Two names of 2008, each by its own TTL: rates have as many in the dark. Both without the ejection
   * of targets, which rates do not have.
   */
  @Test
  void copiesOfNamesRunOutAlike() {
    Scenario whole =
        new ScenarioShelf().read("ttl-failover", List.of(), false).trial().scenario();
    Scenario scenario = whole.toBuilder()
        .loadBalancers(whole.loadBalancers().stream()
            .map(rule ->
                LoadBalancer.of(rule.name(), rule.type(), rule.targets()).build())
            .toList())
        .build();
    Run requests = Engine.run(scenario, 1);
    Run flow = Engine.run(scenario.toBuilder().trafficModel(TrafficModel.FLOW).build(), 1);
    for (String figure : List.of(
        "requests.offered",
        "workloads.of-one.requests.failed",
        "workloads.of-two.requests.failed",
        "requests.failed.dns",
        "dns.one-record.queries",
        "dns.two-records.queries",
        "dns.two-records.stale",
        "dns.two-records.strangers",
        "latency.mean")) {
      double by = requests.figure(figure).orElseThrow();
      assertEquals(by, flow.figure(figure).orElseThrow(), 0.05 * by, figure);
    }
  }

  /** What was written by hand above stays. */
  private static void write(List<Row> rows) throws IOException {
    Path page = Path.of(System.getProperty("headroom.root", ".."), "docs", "library-models.md");
    String before = Files.readString(page);
    StringBuilder text =
        new StringBuilder(before.substring(0, before.indexOf(BEGINS) + BEGINS.length()));
    text.append("\n| scenario | figure | model | requests | model | ± | tolerated | |\n");
    text.append("|---|---|---|--:|--:|--:|--:|---|\n");
    rows.forEach(row -> text.append(row.line()).append('\n'));
    Files.writeString(page, text.toString());
  }
}

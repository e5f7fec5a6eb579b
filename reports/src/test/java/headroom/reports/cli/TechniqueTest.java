package headroom.reports.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.math.ClopperPearson;
import headroom.scenarios.experiment.Outcome;
import headroom.statistics.Estimate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Batches, antithetic pairs and control variates on stations that queueing theory answers. */
class TechniqueTest {

  /** One worker at 3 of 10 requests a second; a request stays 1/7 s on average. */
  static final String STATION = """
      scenario: station
      lasts: 160s
      warm-up: 10s
      workloads:
        users: {to: web, rate: 3/s, client: {timeout: never}}
      groups:
        web:
          type: m5.large
          size: {min: 1}
          serves: {workers: 1, queue: 1000, time: {exponential: {mean: 100ms}}}
      """;

  /** One worker at 30 of 60 requests a minute, 200 minutes long: a request stays 2 s. */
  private static final String SLOW = STATION
      .replace("160s", "210m")
      .replace("10s", "10m")
      .replace("3/s", "30/m")
      .replace("100ms", "1s");

  private static final double MEAN = 1.0 / 7;

  /** At most 3 in the system: L / (rate of those taken), M/M/1/3 at a load of 0.3. */
  private static final double BOUNDED = bounded(0.3, 3, 3);

  private final Path home;

  TechniqueTest(@TempDir Path home) {
    this.home = home;
  }

  private static double bounded(double load, double rate, int places) {
    double power = 1;
    double all = 0;
    double length = 0;
    for (int n = 0; n <= places; n++) {
      all += power;
      length += n * power;
      power *= load;
    }
    double full = power / load / all;
    return length / all / (rate * (1 - full));
  }

  private Outcome run(String text, int seed, String... sets) {
    String[] all = java.util.Arrays.copyOf(sets, sets.length + 1);
    all[sets.length] = "seed=" + seed;
    return Written.in(home, text, all).run();
  }

  private static Estimate latency(Outcome outcome) {
    return outcome.estimate("latency.mean").orElseThrow();
  }

  private static double left(Outcome outcome) {
    return outcome.refinement().gains().entrySet().stream()
        .filter(gain -> gain.getKey().flat().equals("latency.mean"))
        .mapToDouble(gain -> gain.getValue().ratio())
        .findFirst()
        .orElse(Double.NaN);
  }

  /** What many experiments come to: intervals that held, and how far off they are on average. */
  private record Many(int n, int held, double mean, double error, double left) {

    /** Unbiased as far as their mean tells, and the share promised is not refuted at 99.9 %. */
    void check(double truth) {
      assertTrue(ClopperPearson.high(held, n, 0.001) >= 0.95, held + " of " + n);
      assertTrue(Math.abs(mean - truth) < 3.3 * error, mean + " instead of " + truth);
    }
  }

  private Many many(int n, String text, double truth, String... sets) {
    int held = 0;
    double mean = 0;
    double squares = 0;
    double left = 0;
    Written written = Written.in(home, text, sets);
    for (int seed = 1; seed <= n; seed++) {
      Outcome outcome = written.run(seed);
      Estimate estimate = latency(outcome);
      held += estimate.low() <= truth && truth <= estimate.high() ? 1 : 0;
      mean += estimate.mean() / n;
      squares += estimate.mean() * estimate.mean() / n;
      left += left(outcome) / n;
    }
    Many many = new Many(n, held, mean, Math.sqrt((squares - mean * mean) / (n - 1)), left);
    System.out.println("technique: " + List.of(sets) + " " + many);
    return many;
  }

  private void pairsHold(int experiments) {
    Many many = many(
        experiments, STATION, MEAN, "experiment.variates=antithetic", "experiment.replications=20");
    many.check(MEAN);
    assertTrue(many.left() < 0.9, "left " + many.left());
  }

  private void theQueueCorrects(int experiments) {
    Many many = many(
        experiments,
        STATION,
        BOUNDED,
        "experiment.variates=control",
        "experiment.replications=20",
        "groups.web.serves.queue=2");
    many.check(BOUNDED);
    assertTrue(many.left() < 0.5, "left " + many.left());
  }

  private void batchesHold(int experiments) {
    Many many = many(experiments, SLOW, 2, "experiment.replications=1", "experiment.batches=20");
    many.check(2);
  }

  @Test
  void antitheticPairsHoldAndPayOnAStation() {
    pairsHold(20);
  }

  @Test
  void theAnalyticQueueCorrectsAStationThatIsNotQuiteIt() {
    theQueueCorrects(15);
  }

  @Test
  void batchesOfOneRunHold() {
    batchesHold(30);
  }

  @Test
  @Tag("exhaustive")
  void theyHoldInAThousandExperiments() {
    pairsHold(1000);
    theQueueCorrects(1000);
    batchesHold(1000);
  }

  /** At 59 of 60 a minute the queue remembers for hours, many batches. */
  @Test
  void batchesThatKnowEachOtherMakeNoInterval() {
    Outcome outcome = run(
        SLOW, 1, "workloads.users.rate=59/m", "experiment.replications=1", "experiment.batches=20");
    var found = outcome.refinement().batched().values().stream()
        .filter(each -> each.estimate().metric().flat().equals("latency.mean"))
        .findFirst()
        .orElseThrow();
    assertEquals(10, found.batches());
    assertFalse(latency(outcome).hasInterval(), () -> "correlation " + found.correlation());
    assertTrue(outcome.estimate("requests.offered").orElseThrow().hasInterval());
  }

  @Test
  void whatWasDoneIsToldByTableSummaryAndReport() throws IOException {
    told(STATION, "Antithetic pairs: every second replication", "experiment.variates=antithetic");
    told(STATION, "of which theory says 143 ms", "experiment.variates=control");
    told(
        SLOW,
        "is cut into 20 batches of 10 minutes",
        "experiment.batches=20",
        "experiment.replications=1");
  }

  private void told(String text, String sentence, String... sets) throws IOException {
    Path file = Files.writeString(home.resolve("told.yaml"), text);
    Path out = home.resolve("out");
    List<String> words = new ArrayList<>(List.of("run", file.toString(), "--out", out.toString()));
    for (String set : sets) {
      words.addAll(List.of("--set", set));
    }
    Shell.Finished done = TheProgram.run(words.toArray(String[]::new));
    assertEquals(ExitCode.DONE, done.code(), done.err());
    assertTrue(done.out().replaceAll("\\s+", " ").contains(sentence), done.out());
    String summary = Files.readString(out.resolve("summary.json"));
    assertTrue(summary.contains("\"technique\": {"), summary);
    assertEquals(List.of(), SummarySchemaTest.errors(summary));
    String report = Files.readString(out.resolve("report.html")).replace('\u00A0', ' ');
    assertTrue(report.contains(sentence), "in the report");
  }

  /** Variants have the same luck already; and what is run besides would take pairs to be single. */
  @Test
  void wherePairsHaveNoPlaceTheyAreRefused() throws IOException {
    String varied = STATION + "experiment: {variates: antithetic,"
        + " vary: {groups.web.serves.workers: [1, 2]}}\n";
    Path file = Files.writeString(home.resolve("varied.yaml"), varied);
    Path out = home.resolve("refused");
    for (String command : List.of("sweep", "compare", "run --prices us-east-1/2009-11")) {
      List<String> words = new ArrayList<>(List.of(command.split(" ")));
      words.addAll(List.of(file.toString(), "--out", out.toString()));
      Shell.Finished done = TheProgram.run(words.toArray(String[]::new));
      assertEquals(ExitCode.INPUT_WRONG, done.code(), done.err());
      assertTrue(done.err().contains("experiment.variates=none"), done.err());
    }
  }

  /** Where the scenario is the queue itself, nothing is left of the variance. */
  @Test
  void theQueueItselfIsKnownExactly() {
    Outcome outcome = run(STATION, 1, "experiment.variates=control", "experiment.replications=5");
    assertEquals(MEAN, latency(outcome).mean(), 1e-9);
    assertEquals(0, latency(outcome).halfWidth(), 1e-6);
  }
}

package headroom.reports.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.scenarios.experiment.Finished;
import headroom.scenarios.experiment.NotSettled;
import headroom.scenarios.experiment.Outcome;
import headroom.scenarios.experiment.ProgressListener;
import headroom.scenarios.experiment.RunFunction;
import headroom.scenarios.experiment.Settling;
import headroom.scenarios.experiment.Study;
import headroom.scenarios.experiment.StudyOutcome;
import headroom.scenarios.experiment.StudyRunner;
import headroom.scenarios.experiment.TrialKey;
import headroom.scenarios.experiment.TrialStore;
import headroom.statistics.Estimate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code warm-up: auto} on stations that queueing theory answers, and where it is told. */
class SettlingTest {

  /** One worker at 45 of 60 requests an hour: in the long run a request stays 1/15 h, 240 s. */
  private static final String STATION = """
      scenario: station
      lasts: 1d
      warm-up: auto
      workloads:
        users: {to: web, rate: 45/h, client: {timeout: never}}
      groups:
        web:
          type: m5.large
          size: {min: 1}
          serves: {workers: 1, queue: 10000, time: {exponential: {mean: 1m}}}
      experiment: {replications: 5}
      """;

  /** 100 requests in the first ten minutes, which the rest of the rate leaves 15 an hour to clear. */
  private static final String LOADED =
      STATION.replace("45/h", "{spike: {base: 45/h, peak: 600/h, at: 0s, lasts: 10m}}");

  private final Path home;

  SettlingTest(@TempDir Path home) {
    this.home = home;
  }

  private static Estimate latency(Outcome outcome) {
    return outcome.estimate("latency.mean").orElseThrow();
  }

  /** The backlog of 93 is gone after 93/15 = 6.2 hours; what comes later stays 240 s. */
  @Test
  void aStationStartedLoadedIsCutWhereItsBacklogEnds() {
    Outcome auto = Written.in(home, LOADED).run();
    Outcome all = Written.in(home, LOADED, "warm-up=0s").run();
    Settling found = auto.trial().settling().orElseThrow();
    assertEquals("latency.mean", found.metric());
    assertTrue(found.warmUp().compareTo(Duration.ofHours(4)) >= 0, found.warmUp()::toString);
    assertTrue(found.warmUp().compareTo(Duration.ofHours(10)) <= 0, found.warmUp()::toString);
    assertEquals(found.warmUp(), auto.trial().scenario().warmUp());
    assertTrue(latency(auto).low() <= 240 && 240 <= latency(auto).high());
    assertTrue(latency(all).low() > 240, "all of it: " + latency(all));
  }

  /** At 54 of 60 an hour: 600 s in the long run, and less as long as the queue still grows. */
  @Test
  void aStationStartedEmptyIsLessBiased() {
    String busy = STATION.replace("45/h", "54/h").replace("1d", "5h");
    Outcome auto = Written.in(home, busy, "experiment.replications=100").run();
    Outcome all =
        Written.in(home, busy, "experiment.replications=100", "warm-up=0s").run();
    assertTrue(auto.trial().settling().orElseThrow().warmUp().compareTo(Duration.ZERO) > 0);
    assertTrue(latency(all).high() < 600, "all of it: " + latency(all));
    assertTrue(
        Math.abs(latency(auto).mean() - 600) < Math.abs(latency(all).mean() - 600),
        "all of it: " + latency(all) + ", auto: " + latency(auto));
  }

  @Test
  void whatDoesNotSettleIsRefused() throws IOException {
    String growing = STATION.replace("45/h", "150/h");
    assertThrows(NotSettled.class, () -> Written.in(home, growing).run());
    Path file = Files.writeString(home.resolve("growing.yaml"), growing);
    Shell.Finished refused = TheProgram.run("run", file.toString(), "--out", out("a"));
    assertEquals(ExitCode.INPUT_WRONG, refused.code(), refused.err());
    assertTrue(refused.err().contains("latency.mean keeps its level"), refused.err());
    Shell.Finished shorter =
        TheProgram.run("run", file.toString(), "--set", "lasts=30m", "--out", out("b"));
    assertEquals(ExitCode.INPUT_WRONG, shorter.code());
    assertTrue(shorter.err().contains("'auto' needs a run of 1h at least"), shorter.err());
  }

  /** What a journal keeps of a study, it keeps of its pilot runs too: nothing runs again. */
  @Test
  void pilotRunsAreKeptAsTrialsAre() throws InterruptedException {
    String varied = STATION.replace(
        "{replications: 5}", "{replications: 2, vary: {groups.web.serves.workers: [1, 2]}}");
    ScenarioSource.Found found = Written.in(home, varied, "lasts=6h").found();
    Study study = new Study(found.trial(), found.varied().orElseThrow().variants());
    Map<TrialKey, Finished> kept = new LinkedHashMap<>();
    TrialStore store = new TrialStore() {
      @Override
      public Optional<Finished> find(TrialKey key) {
        return Optional.ofNullable(kept.get(key));
      }

      @Override
      public void keep(TrialKey key, Finished finished) {
        kept.put(key, finished);
      }
    };
    StudyOutcome first = studied(study, store, Written.ENGINE);
    assertEquals(2 * 5 + 2 * 2, kept.size());
    StudyOutcome again = studied(study, store, (scenario, seed, shown) -> {
      throw new IllegalStateException("run again");
    });
    assertEquals(first.base().settling(), again.base().settling());
    assertEquals(first.variants().get(1).estimates(), again.variants().get(1).estimates());
  }

  private static StudyOutcome studied(Study study, TrialStore store, RunFunction engine)
      throws InterruptedException {
    return new StudyRunner(engine, 1, "test", store, ProgressListener.NONE).run(study);
  }

  /** One cut for all variants; it is told by table, summary and report, which has its chart. */
  @Test
  void itIsToldOnceForAllVariants() throws IOException {
    String varied = LOADED.replace(
        "{replications: 5}", "{replications: 2, vary: {groups.web.serves.workers: [1, 2]}}");
    Path file = Files.writeString(home.resolve("varied.yaml"), varied);
    for (String command : new String[] {"run", "sweep", "compare"}) {
      Shell.Finished done = TheProgram.run(command, file.toString(), "--out", out(command));
      assertEquals(ExitCode.DONE, done.code(), done.err());
      String found = "are left out as warm-up, found by MSER-5 from latency.mean in 5 pilot runs";
      assertTrue(flat(done.out()).contains(found), done.out());
      String summary = Files.readString(home.resolve(command).resolve("summary.json"));
      assertTrue(summary.contains("\"warm-up-search\": {"), summary);
      assertEquals(java.util.List.of(), SummarySchemaTest.errors(summary), command);
      String report = Files.readString(home.resolve(command).resolve("report.html"));
      assertTrue(report.contains(found), command);
      assertTrue(report.contains("id=\"warm-up\""), command);
    }
  }

  private static String flat(String text) {
    return text.replaceAll("\\s+", " ");
  }

  private String out(String name) {
    return home.resolve(name).toString();
  }
}

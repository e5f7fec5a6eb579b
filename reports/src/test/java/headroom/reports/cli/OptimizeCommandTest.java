package headroom.reports.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.Engine;
import headroom.reports.cli.Shell.Finished;
import headroom.scenarios.experiment.RunFunction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command that chooses, from a file to its folder. */
class OptimizeCommandTest {

  /** 5/s at 300 ms are 1.5 busy workers: two instances cannot, three queue, more cost more. */
  private static final String SCENARIO = """
      scenario: smallest
      lasts: 30m
      warm-up: 2m
      workloads:
        users: {to: web, rate: 5/s}
      groups:
        web: {type: m5.large, size: {min: 2}, serves: {workers: 1, time: {exponential: {mean: 300ms}}}}
      experiment:
        optimize:
          objective: minimize cost.monthly
          subject-to: [latency.mean < 500ms]
          over: {groups.web.size.min: {from: 2, to: 5}}
          first: 5
          at-most: 40
      """;

  private final Path home;

  OptimizeCommandTest(@TempDir Path home) throws IOException {
    this.home = home;
    Files.writeString(home.resolve("s.yaml"), SCENARIO);
  }

  private Finished run(RunFunction engine, String folder, String... more) {
    return Shell.of(engine)
        .runInto(home.resolve(folder), "optimize", home.resolve("s.yaml").toString(), more);
  }

  private Finished optimize(String folder, String... more) {
    return run((scenario, seed, shown) -> Engine.run(scenario, seed), folder, more);
  }

  @Test
  void theSmallestFleetThatKeepsTheLimitIsChosen() throws IOException {
    Finished done = optimize("one", "--threads", "1");
    assertEquals("", done.err());
    assertEquals(0, done.code());
    assertTrue(
        done.out().contains("To minimize cost per month, choose size.min=3: cost per month"),
        done.out());
    assertTrue(done.out().contains("The runner-up is size.min=4: cost per month"), done.out());
    assertTrue(done.out().contains("With at least 95 % certainty"), done.out());
    List<String> candidates = Files.readAllLines(home.resolve("one/candidates.csv"));
    assertEquals(5, candidates.size());
    assertTrue(candidates.get(1).startsWith("size.min=2,missed,yes,"), candidates.get(1));
    assertTrue(candidates.get(1).contains("latency.mean < 500ms: "), candidates.get(1));
    assertTrue(candidates.get(2).startsWith("size.min=3,chosen,no,"), candidates.get(2));
    String page = Files.readString(home.resolve("one/report.html"));
    assertTrue(page.contains("id=\"neighbours\"") && page.contains("id=\"candidates\""));
    String summary = Files.readString(home.resolve("one/summary.json"));
    assertTrue(summary.contains("\"choice\": \"size.min=3\""), summary.substring(0, 300));
    optimize("two", "--threads", "3");
    for (String file : List.of("summary.json", "candidates.csv", "journal", "metrics.csv")) {
      assertArrayEquals(
          Files.readAllBytes(home.resolve("one").resolve(file)),
          Files.readAllBytes(home.resolve("two").resolve(file)),
          file);
    }
    RunFunction none = (scenario, seed, shown) -> {
      throw new IllegalStateException("nothing is to be run");
    };
    Finished again = run(none, "one", "--resume", "--set", "prices=eu-west-1/2024-04");
    assertEquals("", again.err());
    assertTrue(again.out().contains("choose size.min=3"), "another price, no run");
  }

  /** More instances cost more without chance, so the screening drops all but the cheapest. */
  @Test
  void whatTheScreeningDroppedIsNotSaidToMissTheLimits() throws IOException {
    Finished done = optimize(
        "screened",
        "--set",
        "experiment.optimize.over={groups.web.size.min: {from: 3, to: 12}}",
        "--set",
        "experiment.optimize.candidates=4");
    assertTrue(
        done.out()
            .contains("Of the others the screening left none that is known to keep the limits"),
        done.out());
    String page = Files.readString(home.resolve("screened/report.html"));
    assertTrue(page.contains(">Cost per month<"), "above the candidates' column");
    assertTrue(!page.contains(">cost.monthly</th>"), "not its name in files");
  }

  @Test
  void whereNothingKeepsTheLimitNothingIsChosen() {
    Finished none =
        optimize("out", "--quiet", "--set", "experiment.optimize.subject-to=[latency.mean < 1ms]");
    assertEquals(3, none.code());
    assertEquals("", none.out());
  }

  @Test
  void whatIsWrongIsToldBeforeAnythingRuns() {
    Finished metric =
        optimize("out", "--set", "experiment.optimize.subject-to=[availability.requests > 99%]");
    assertEquals(2, metric.code());
    assertTrue(metric.err().contains("did you mean 'availability.request'?"), metric.err());
    Finished nothing = optimize("out", "--set", "experiment={}");
    assertEquals(2, nothing.code());
    assertTrue(nothing.err().startsWith("headroom: the scenario chooses nothing;"), nothing.err());
    Finished level =
        optimize("out", "--set", "experiment.optimize.over={groups.web.size.min: [2, x]}");
    assertEquals(2, level.code());
    assertTrue(level.err().contains("(in variant 'size.min=x')"), level.err());
    Finished many = optimize(
        "out",
        "--set",
        "experiment.optimize.over={groups.web.size.min: {from: 2, to: 400}, groups.web.type: [m5.large, m5.lrge], groups.web.measured-on: [m5.large]}");
    assertEquals(2, many.code());
    assertTrue(many.err().contains("m5.lrge"), many.err());
    Finished count = optimize("out", "--replications", "3");
    assertEquals(2, count.code());
    assertTrue(count.err().contains("optimize says itself how often"), count.err());
    assertTrue(Files.notExists(home.resolve("out")));
  }
}

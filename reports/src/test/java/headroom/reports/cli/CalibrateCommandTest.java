package headroom.reports.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The command that tells whether rates may stand for requests, from a file to its folder. */
class CalibrateCommandTest {

  private static final String SCENARIO = """
      scenario: shop
      lasts: 2h
      workloads:
        users: {to: web, rate: 20/s}
      groups:
        web: {type: m5.large, size: {min: 2}, serves: {workers: 2, time: {exponential: {mean: 100ms}}}}
      experiment:
        replications: 5
      """;

  private final Path home;

  CalibrateCommandTest(@TempDir Path home) throws IOException {
    this.home = home;
    Files.writeString(home.resolve("s.yaml"), SCENARIO);
  }

  private Finished calibrate(RunFunction engine, String folder, String... more) {
    return new Shell(200, engine)
        .runInto(home.resolve(folder), "calibrate", home.resolve("s.yaml").toString(), more);
  }

  private Finished calibrate(String folder, String... more) {
    return calibrate((scenario, seed, shown) -> Engine.run(scenario, seed), folder, more);
  }

  private JsonNode calibration(String folder) throws IOException {
    String json = Files.readString(home.resolve(folder).resolve("summary.json"));
    assertEquals(List.of(), SummarySchemaTest.errors(json));
    return new ObjectMapper().readTree(json).get("calibration");
  }

  /** A station with room to spare is what rates are for. */
  @Test
  void modelsThatAgreeAreSaidToAgree() throws IOException {
    Finished done = calibrate("out");
    assertEquals("", done.err());
    assertEquals(0, done.code());
    assertTrue(done.out().contains("shop: 3 variants, 15 trials of 2h"), done.out());
    assertTrue(done.out().contains("Flow agrees with requests on "), done.out());
    assertTrue(done.out().contains("Hybrid agrees with requests on "), done.out());
    assertFalse(done.out().contains("differs from"), done.out());
    JsonNode found = calibration("out");
    assertEquals("requests", found.get("against").asString());
    assertEquals(2, found.get("models").size());
    JsonNode cost = found.get("models").get(0).get("figures").get("cost.total");
    assertEquals("agrees", cost.get("verdict").asString());
    assertEquals(0.01 * cost.get("requests").asDouble(), cost.get("tolerated").asDouble(), 1e-12);
    assertEquals(5, cost.get("n").asInt());
    String page = Files.readString(home.resolve("out/report.html"));
    for (String id :
        List.of("equivalence-flow", "equivalence-hybrid", "judged-flow", "latency-by-model")) {
      assertTrue(page.contains("id=\"" + id + "\""), id);
    }
    assertFalse(page.contains("A variant to the left is cheaper"), "models are no choices");
    List<String> rows = Files.readAllLines(home.resolve("out/calibration.csv"));
    assertEquals("model,metric,unit,requests,difference,low,high,tolerated,n,verdict", rows.get(0));
    assertTrue(
        rows.stream().anyMatch(row -> row.startsWith("flow,groups.web.busy.mean,1,")), "" + rows);
  }

  /** An engine whose flow is asked for other traffic: told by name, in words, files and page. */
  @Test
  void aModelThatIsWrongIsSaidToDiffer() throws IOException {
    RunFunction wrong = (scenario, seed, shown) -> Engine.run(
        scenario.trafficModel() == headroom.spec.TrafficModel.FLOW
            ? scenario.toBuilder().groups(other().groups()).build()
            : scenario,
        seed);
    Finished done = calibrate(wrong, "wrong");
    assertEquals("", done.err());
    assertTrue(done.out().contains("Flow differs from requests on "), done.out());
    assertTrue(
        done.out()
            .contains(
                "web: instance-hours billed, by flow: 6 h instead of 4 h, a difference of +2 ± 0 h (tolerated: 0.04 h): differs."),
        done.out());
    assertTrue(done.out().contains("Hybrid agrees"), done.out());
    JsonNode hours =
        calibration("wrong").get("models").get(0).get("figures").get("groups.web.instance-hours");
    assertEquals("differs", hours.get("verdict").asString());
    assertEquals(2, hours.get("difference").asDouble(), 1e-9);
  }

  private headroom.spec.Scenario other() {
    return new ScenarioShelf()
        .read(home.resolve("s.yaml").toString(), List.of("groups.web.size.min=3"), false)
        .trial()
        .scenario();
  }

  @Test
  void aModelThatDoesNotTakeTheScenarioIsNamedWithItsReason() throws IOException {
    Finished done =
        calibrate("refused", "--set", "groups.web.serves.concurrency-limit={gradient: {}}");
    assertEquals(0, done.code(), done.err());
    assertTrue(done.out().contains("2 variants, 10 trials"), done.out());
    assertTrue(done.out().contains("Flow does not take this scenario: "), done.out());
    assertEquals(1, calibration("refused").get("refused").get("flow").size());
    assertTrue(Files.readString(home.resolve("refused/report.html")).contains("Flow was not run"));
  }

  @Test
  void whatCannotBeJudgedIsRefusedBeforeAnythingRuns() {
    Finished few = calibrate("out", "--replications", "2");
    assertEquals(2, few.code());
    assertTrue(few.err().contains("--replications must be at least 4"), few.err());
    Finished many = calibrate("out", "--set", "workloads.users.rate=1000000/s");
    assertEquals(2, many.code());
    assertTrue(many.err().contains("about 36,000 million requests"), many.err());
    assertTrue(Files.notExists(home.resolve("out")));
  }
}

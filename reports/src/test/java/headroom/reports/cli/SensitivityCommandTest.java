package headroom.reports.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.reports.cli.Shell.Finished;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command that tells what a metric depends on, from a file to its folder. */
class SensitivityCommandTest {
  private static final String SCENARIO = """
      scenario: inputs
      lasts: 10m
      workloads:
        users: {to: web, rate: 2/s}
      groups:
        web: {type: m5.large, size: {min: 2}, serves: {workers: 2, time: {exponential: {mean: 100ms}}}}
      experiment:
        replications: 2
        uncertain:
          samples: 5
          inputs:
            groups.web.serves.time.exponential.mean: {uniform: {low: 90ms, high: 110ms}}
            groups.web.size.min: {from: 2, to: 9}
      """;

  private final Path home;

  SensitivityCommandTest(@TempDir Path home) throws IOException {
    this.home = home;
    Files.writeString(home.resolve("s.yaml"), SCENARIO);
  }

  private Finished sensitivity(String folder, String... more) {
    return Shell.WIDE.runInto(
        home.resolve(folder), "sensitivity", home.resolve("s.yaml").toString(), more);
  }

  @Test
  void aTornadoHasTheInputThatMattersFirst() throws IOException {
    Finished done = sensitivity("out");
    assertEquals("", done.err());
    assertEquals(0, done.code());
    assertTrue(
        done.out().contains("inputs: cost.monthly, tornado, 5 places, 10 trials"), done.out());
    // From two to nine instances at 0.096 USD/h for 730 h.
    assertTrue(
        done.out()
            .contains("groups.web.size.min: from 2 to 9 cost per month changes by +490.56 ± 0 USD"),
        done.out());
    // How long a request takes does not move the size of a group without scaling.
    assertTrue(
        done.out()
            .contains("groups.web.serves.time.exponential.mean: from 91ms to 109ms cost per month"
                + " stays the same."),
        done.out());
    List<String> rows = Files.readAllLines(home.resolve("out/sensitivity.csv"));
    assertEquals(7, rows.size());
    assertTrue(
        rows.get(1).startsWith("groups.web.size.min,tornado,cost.monthly,2,9,swing,"), rows.get(1));
    String page = Files.readString(home.resolve("out/report.html"));
    assertTrue(page.contains("id=\"sensitivity-tornado\""));
    List<String> places = Files.readAllLines(home.resolve("out/variants.csv"));
    assertTrue(places.get(4).startsWith("groups.web.size.min low,"), places.get(4));
  }

  @Test
  void theOtherMethodsWriteWhatTheyFind() throws IOException {
    Finished morris = sensitivity("m", "--method", "morris", "--rows", "3", "--json");
    assertEquals("", morris.err());
    assertTrue(morris.out().contains("\"mu-star\""), "JSON alone");
    Finished sobol = sensitivity("s", "--method", "sobol", "--rows", "4", "--of", "latency.mean");
    assertEquals("", sobol.err());
    assertTrue(sobol.out().contains("16 places, 32 trials"), sobol.out());
    assertTrue(
        Files.readString(home.resolve("s/report.html")).contains("id=\"sensitivity-sobol\""));
    assertTrue(Files.readString(home.resolve("s/sensitivity.csv")).contains(",total,"));
  }

  @Test
  void whatIsWrongIsToldBeforeAnythingRuns() {
    Finished none = sensitivity("out", "--set", "experiment={}");
    assertEquals(2, none.code());
    assertTrue(none.err().startsWith("headroom: the scenario has no inputs with laws"), none.err());
    Finished metric = sensitivity("out", "--of", "cost.mothly");
    assertEquals(2, metric.code());
    assertTrue(metric.err().contains("did you mean 'cost.monthly'?"), metric.err());
    Finished method = sensitivity("out", "--method", "guess");
    assertEquals(2, method.code());
    assertTrue(method.err().contains("must be tornado, morris or sobol"), method.err());
    Finished many = sensitivity("out", "--method", "sobol", "--rows", "5000");
    assertEquals(2, many.code());
    assertTrue(many.err().contains("say --yes if that is meant"), many.err());
    assertTrue(Files.notExists(home.resolve("out")));
  }
}

package headroom.reports.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.scenarios.experiment.Replications;
import headroom.scenarios.experiment.Trial;
import headroom.spec.Group;
import headroom.spec.Scenario;
import headroom.spec.Size;
import headroom.spec.TrafficModel;
import headroom.statistics.Difference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The example of docs/java.md: compiled, run, and the same text. */
class JavaExampleTest {

  @Test
  void theExampleRuns() throws InterruptedException {
    Trial two = SmallShop.trial(3, TrafficModel.REQUESTS, Replications.fixed(6), List.of());
    Scenario scenario = two.scenario();
    Group group = scenario.groups().get(0);
    Trial four = new Trial(
        scenario.toBuilder()
            .groups(List.of(group.toBuilder().size(new Size(4, 4, 4)).build()))
            .build(),
        two.experiment(),
        two.priceBook(),
        two.origin());
    Difference difference = JavaExample.difference(two, four);
    assertEquals(6, difference.n());
    assertTrue(Double.isFinite(difference.halfWidth()));
  }

  @Test
  void thePageSaysWhatIsCompiled() throws IOException {
    Path root = Path.of(System.getProperty("headroom.root", ".."));
    String source = Files.readString(
        root.resolve("reports/src/test/java/headroom/reports/cli/JavaExample.java"));
    String page = Files.readString(root.resolve("docs/java.md"));
    String[] parts = source.split("(?m)^ *// example: (begin|end)\n", -1);
    String imports = parts[0].substring(parts[0].indexOf("import"), parts[0].indexOf("/**"));
    assertTrue(page.contains(imports.strip()), "imports");
    assertTrue(page.contains(parts[1].strip()), "code");
  }
}

package headroom.reports.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import headroom.Engine;
import headroom.scenarios.experiment.Outcome;
import headroom.scenarios.experiment.RunFunction;
import headroom.scenarios.experiment.Runner;
import headroom.scenarios.experiment.Trial;
import headroom.scenarios.library.Library;
import headroom.scenarios.text.Numbers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The figures of every shipped scenario, two replications each, against a file beside the tests.
 *
 * <p>A difference means that numbers moved: say which and why in the changelog, and write the files
 * anew with {@code -Dheadroom.golden=write}.
 */
class LibraryGoldenTest {

  private static final RunFunction ENGINE =
      (scenario, seed, shown) -> shown ? Engine.show(scenario, seed) : Engine.run(scenario, seed);

  static List<String> names() {
    return Library.names();
  }

  @ParameterizedTest
  @MethodSource("names")
  void figuresStayWhereTheyWere(String name) throws IOException, InterruptedException {
    Path file = Path.of(
        System.getProperty("headroom.root", ".."),
        "reports/src/test/resources/headroom/golden",
        name + ".csv");
    String figures = figures(name);
    if ("write".equals(System.getProperty("headroom.golden"))) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, figures);
    }
    assertEquals(Files.readString(file), figures, "numbers of " + name + " moved");
  }

  private static String figures(String name) throws InterruptedException {
    Trial trial = new ScenarioShelf()
        .read(name, List.of("experiment.replications=2"), false)
        .trial();
    Outcome outcome = new Runner(ENGINE, 2, (done, most) -> {}).run(trial, 1);
    return outcome.estimates().values().stream()
        .map(estimate -> estimate.metric().flat()
            + ","
            + Numbers.text(estimate.mean())
            + ","
            + estimate.metric().unit().symbol()
            + "\n")
        .collect(Collectors.joining("", "metric,mean,unit\n", ""));
  }
}

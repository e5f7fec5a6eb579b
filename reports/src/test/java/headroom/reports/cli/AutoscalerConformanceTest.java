package headroom.reports.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import headroom.Engine;
import headroom.results.EventLog;
import headroom.scenarios.experiment.Trial;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The alarm history and the activities of the written load step, line by line. */
class AutoscalerConformanceTest {

  @Test
  void historyIsAsWritten() throws IOException {
    Path file = Path.of(
        System.getProperty("headroom.root", ".."),
        "reports/src/test/resources/headroom/golden",
        "autoscaler-conformance-history.txt");
    String history = history();
    if ("write".equals(System.getProperty("headroom.golden"))) {
      Files.writeString(file, history);
    }
    assertEquals(Files.readString(file), history);
  }

  private static String history() {
    Trial trial =
        new ScenarioShelf().read("autoscaler-conformance", List.of(), false).trial();
    EventLog log = Engine.show(trial.scenario(), 1).events().orElseThrow();
    return log.events().stream()
        .filter(event -> event.atNanos() > 0)
        .map(AutoscalerConformanceTest::line)
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private static String line(EventLog.Entry event) {
    long second = event.atNanos() / 1_000_000_000L;
    String line = String.format(
        Locale.ROOT,
        "%d:%02d:%02d  %-12s %-24s %-22s %s",
        second / 3600,
        second / 60 % 60,
        second % 60,
        event.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
        event.subject(),
        event.what(),
        event.why());
    return line.stripTrailing();
  }
}

package headroom.reports.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import headroom.results.Metric;
import headroom.results.Unit;
import headroom.statistics.Estimate;
import headroom.statistics.Estimate.Basis;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgressTest {

  private static final long SECOND = 1_000_000_000L;

  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private long now;

  @Test
  void itSaysHowLongItWillTakeAndLeavesTheLineEmpty() {
    try (Progress progress = new Progress(terminal(true, 80), "web", () -> now)) {
      progress.onProgress(0, 10);
      now = 4 * SECOND;
      progress.onProgress(2, 10);
      now = 20 * SECOND;
      progress.onProgress(10, 10);
    }
    assertEquals(
        "\rweb: 0 of 10 replications"
            + "\rweb: 2 of 10 replications, 30/min, 16 s left"
            + "\rweb: 10 of 10 replications, 30/min"
            + " ".repeat(10)
            + "\r"
            + " ".repeat(34)
            + "\r",
        err.toString(StandardCharsets.UTF_8));
  }

  @Test
  void itSaysHowPreciseTheWatchedFiguresAre() {
    int[] asked = {0};
    Estimate cost = new Estimate(
        Metric.value("", "cost", "total", Unit.USD), 9.15, 9.05, 9.25, 3, Basis.STUDENT);
    try (Progress progress = new Progress(terminal(true, 120), "web", "tries", () -> now)) {
      progress.onWatched("the last try", () -> {
        asked[0]++;
        return List.of(cost);
      });
      for (int i = 1; i <= 6; i++) {
        now = i * SECOND / 2;
        progress.onProgress(i, 10);
      }
    }
    assertEquals(3, asked[0], "no more than once a second");
    String last = err.toString(StandardCharsets.UTF_8).split("\r", -1)[6];
    assertEquals(
        "web: 6 of 10 tries, 2/s, 2 s left; the last try cost.total 9.15 ± 0.10 USD",
        last.replace('\u00A0', ' ').strip());
  }

  @Test
  void itSaysBetweenWhatTheSoughtLies() {
    try (Progress progress = new Progress(terminal(true, 120), "web", "tries", () -> now)) {
      progress.onBracket("size of stall-web it gets over", 0.1, 600, Unit.SECONDS);
      progress.onProgress(1, 31);
      now = SECOND;
      progress.onBracket("size of stall-web it gets over", 0.1, 7.75, Unit.SECONDS);
      progress.onProgress(2, 31);
    }
    String[] lines = err.toString(StandardCharsets.UTF_8).replace('\u00A0', ' ').split("\r", -1);
    assertEquals(
        "web: 1 of 31 tries; size of stall-web it gets over: between 100 ms and 10 min",
        lines[1].strip());
    assertEquals(
        "web: 2 of 31 tries; size of stall-web it gets over: between 100 ms and 7.75 s",
        lines[2].strip());
  }

  @Test
  void pilotRunsAreCountedByThemselvesAndTheirPaceIsForgotten() {
    try (Progress progress = new Progress(terminal(true, 80), "web", () -> now)) {
      progress.onPilot(0, 5);
      now = 10 * SECOND;
      progress.onPilot(2, 5);
      now = 25 * SECOND;
      progress.onPilot(5, 5);
      now = 26 * SECOND;
      progress.onProgress(1, 10);
    }
    List<String> lines =
        err.toString(StandardCharsets.UTF_8).lines().map(String::strip).toList();
    assertEquals(
        List.of(
            "web: 0 of 5 pilot runs for the warm-up",
            "web: 2 of 5 pilot runs for the warm-up, 12/min, 15 s left",
            "web: 5 of 5 pilot runs for the warm-up, 12/min",
            "web: 1 of 10 replications"),
        lines.stream().filter(line -> !line.isEmpty()).toList());
  }

  @Test
  void itDoesNotFloodTheTerminal() {
    try (Progress progress = new Progress(terminal(true, 80), "web", () -> now)) {
      progress.onProgress(0, 10);
      now = SECOND / 20;
      progress.onProgress(1, 10);
    }
    assertEquals(
        "\rweb: 0 of 10 replications\r" + " ".repeat(25) + "\r",
        err.toString(StandardCharsets.UTF_8));
  }

  @Test
  void nobodyWatchingIsToldNothing() {
    try (Progress progress = new Progress(terminal(false, 80), "web", () -> now)) {
      progress.onProgress(0, 10);
    }
    assertEquals("", err.toString(StandardCharsets.UTF_8));
  }

  @Test
  void aLineIsCutBeforeItWraps() {
    try (Progress progress = new Progress(terminal(true, 20), "a-long-name", () -> now)) {
      progress.onProgress(0, 10);
    }
    assertEquals(
        "\ra-long-name: 0 of 1\r" + " ".repeat(19) + "\r", err.toString(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @CsvSource({"120, 120", "'', 80", "wide, 80", "-5, 80", "3, 20", "999999, 80"})
  void theWidthIsThatOfTheEnvironment(String columns, int width) {
    assertEquals(width, Terminal.columns(Map.of("COLUMNS", columns)));
  }

  @ParameterizedTest
  @CsvSource({"0.2, under 1 s", "1.4, 1 s", "89, 89 s", "180, 3 min", "7200, 2 h"})
  void timesAreSaidRoughly(double seconds, String said) {
    assertEquals(said, Spoken.seconds(seconds));
  }

  private Terminal terminal(boolean isInteractive, int columns) {
    var stream = Terminal.printing(err);
    return new Terminal(stream, stream, isInteractive, columns);
  }
}

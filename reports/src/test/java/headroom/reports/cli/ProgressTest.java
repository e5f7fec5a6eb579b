package headroom.reports.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
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
            + "\rweb: 2 of 10 replications, 16 s left"
            + "\rweb: 10 of 10 replications"
            + " ".repeat(10)
            + "\r"
            + " ".repeat(26)
            + "\r",
        err.toString(StandardCharsets.UTF_8));
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

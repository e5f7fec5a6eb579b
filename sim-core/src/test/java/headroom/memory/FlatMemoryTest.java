package headroom.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The memory of a run does not grow with the number of its requests. */
class FlatMemoryTest {

  @Test
  void fourMillionRequestsFitIntoFortyMegabytes() throws IOException, InterruptedException {
    assertEquals("offered 4000000 or so", run("40m", 4));
  }

  @Tag("exhaustive")
  @Test
  void aHundredMillionRequestsFitIntoAQuarterGigabyte() throws IOException, InterruptedException {
    assertEquals("offered 100000000 or so", run("256m", 100));
  }

  private static String run(String heap, int millions) throws IOException, InterruptedException {
    List<String> command = List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx" + heap,
        "-XX:+UseSerialGC",
        "-cp",
        System.getProperty("java.class.path"),
        LongRun.class.getName(),
        String.valueOf(millions));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    assertEquals(0, process.waitFor(), said);
    return said;
  }
}

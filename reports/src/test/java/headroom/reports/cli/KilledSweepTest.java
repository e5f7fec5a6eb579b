package headroom.reports.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import headroom.random.Chance;
import headroom.random.Stream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sweep of 60 trials in a process of its own, killed at any moment, ends in the same bytes. */
class KilledSweepTest {

  private static final String SCENARIO = """
      scenario: killed
      lasts: 1h
      workloads:
        users: {to: web, rate: 40/s}
      groups:
        web: {type: m5.large, size: {min: 3}, serves: {workers: 8, time: {exponential: {mean: 100ms}}}}
      experiment:
        replications: 10
        vary: {groups.web.size.min: [2, 3, 4, 5, 6, 7]}
      """;

  private static final List<String> FILES =
      List.of("journal", "metrics.csv", "provenance.json", "summary.json", "variants.csv");

  @TempDir
  private static Path home = Path.of("");

  @BeforeAll
  static void whole() throws IOException, InterruptedException {
    Files.writeString(home.resolve("killed.yaml"), SCENARIO);
    finish("whole");
  }

  private static Process start(String folder, String before, String... more) throws IOException {
    List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", before + " exec \"$@\"", "sh"));
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp"));
    command.add(
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
    command.addAll(
        List.of(Main.class.getName(), "sweep", "killed.yaml", "--out", folder, "--quiet"));
    command.addAll(List.of(more));
    return new ProcessBuilder(command)
        .directory(home.toFile())
        .redirectErrorStream(true)
        .start();
  }

  private static String said(Process process) throws IOException {
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  private static void finish(String folder, String... more)
      throws IOException, InterruptedException {
    Process process = start(folder, "", more);
    assertEquals("", said(process));
    assertEquals(0, process.waitFor());
  }

  private void assertSameFiles(String folder) throws IOException {
    for (String file : FILES) {
      assertArrayEquals(
          Files.readAllBytes(home.resolve("whole").resolve(file)),
          Files.readAllBytes(home.resolve(folder).resolve(file)),
          file);
    }
  }

  @Test
  void killedTwice() throws IOException, InterruptedException {
    killed(2);
  }

  @Test
  @Tag("exhaustive")
  void killedFiftyTimes() throws IOException, InterruptedException {
    killed(50);
  }

  /** The journal grows until the sweep is killed; every few kills the study begins anew. */
  private void killed(int kills) throws IOException, InterruptedException {
    long whole = Files.size(home.resolve("whole/journal"));
    Stream moments = new Chance(1).of("kill", "moment");
    int study = 0;
    for (int kill = 0; kill < kills; kill++) {
      String folder = "killed-" + study;
      Path journal = home.resolve(folder).resolve("journal");
      long had = Files.exists(journal) ? Files.size(journal) : 0;
      Process process = start(folder, "", "--resume");
      long until = had + (long) (moments.at(kill) * 0.6 * whole);
      while (process.isAlive() && !(Files.exists(journal) && Files.size(journal) > until)) {
        TimeUnit.MILLISECONDS.sleep(1);
      }
      process.destroyForcibly().waitFor();
      assertTrue(Files.size(journal) >= had, "nothing was lost");
      if (Files.exists(home.resolve(folder).resolve("summary.json")) || kill == kills - 1) {
        finish(folder, "--resume");
        assertSameFiles(folder);
        study++;
      }
    }
  }

  /** A limit on the size of files stands for the full disk: the write fails in the middle. */
  @Test
  void aFullDiskLeavesTheJournalWhole() throws IOException, InterruptedException {
    assumeTrue(Files.exists(Path.of("/bin/sh")));
    Process process = start("full", "ulimit -f 24;");
    String said = said(process);
    assertEquals(1, process.waitFor(), said);
    assertTrue(said.startsWith("headroom: the journal cannot be written to ("), said);
    assertTrue(said.contains("go on with --resume"), said);
    finish("full", "--resume");
    assertSameFiles("full");
  }
}

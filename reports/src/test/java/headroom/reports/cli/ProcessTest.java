package headroom.reports.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program as a process of its own: streams, pipes and signals. */
class ProcessTest {

  private static final String SCENARIO = """
      scenario: two-instances
      lasts: 6h
      workloads:
        users: {to: web, rate: 2/s}
      groups:
        web: {type: m5.large, size: {min: 2}, serves: {workers: 2, time: 100ms}}
      """;

  private final Path home;

  ProcessTest(@TempDir Path home) throws IOException {
    this.home = home;
    Files.writeString(home.resolve("two.yaml"), SCENARIO);
  }

  private record Finished(int code, String out, String err) {}

  @Test
  void aRunWritesItsFolderAndNothingIsLogged() throws Exception {
    Finished done = shell("\"$@\" run two.yaml --replications 2");
    assertEquals("", done.err());
    assertEquals(0, done.code());
    assertTrue(done.out().startsWith("two-instances: 2 replications of 6h"), done.out());
    assertTrue(
        done.out().endsWith("\nreport: headroom-out/two-instances/report.html\n"), done.out());
    assertFalse(done.out().contains("\u001B"), "no colours");
    assertTrue(Files.exists(home.resolve("headroom-out/two-instances/summary.json")));
  }

  @Test
  void aReaderThatGoesAwayIsNoFailure() throws Exception {
    Finished done = shell("\"$@\" explain two.yaml | head -n 1; exit ${PIPESTATUS[0]}");
    assertEquals("", done.err());
    assertEquals("scenario: two-instances\n", done.out());
    assertEquals(0, done.code());
  }

  @Test
  void resultsThatCannotBeWrittenAreAFailure() throws Exception {
    assumeTrue(Files.exists(Path.of("/dev/full")));
    Finished done = shell("\"$@\" explain two.yaml > /dev/full");
    assertEquals(1, done.code());
    assertTrue(
        done.err().startsWith("headroom: could not write to standard output: No space left"),
        done.err());
  }

  @Test
  void wrongInputIsToldOnStandardErrorAlone() throws Exception {
    Finished done = shell("\"$@\" run two.yaml --set groups.web.size.min=0x --set lasts=3");
    assertEquals(2, done.code());
    assertEquals("", done.out());
    assertTrue(done.err().endsWith("2 problems; nothing was run.\n"), done.err());
    assertEquals(List.of("two.yaml"), names());
  }

  /** The remark about 'vary' is the sign that it is about to simulate. */
  @Test
  void anInterruptedRunLeavesNothingBehind() throws Exception {
    Path varied = home.resolve("varied.yaml");
    Files.writeString(varied, SCENARIO + "experiment: {vary: {seed: [1, 2]}}\n");
    Path err = home.resolve("err.txt");
    List<String> command = new ArrayList<>(program());
    command.addAll(List.of("run", "varied.yaml", "--replications", "100000", "--threads", "1"));
    Process process = new ProcessBuilder(command)
        .directory(home.toFile())
        .redirectError(err.toFile())
        .start();
    try {
      while (process.isAlive() && Files.size(err) == 0) {
        TimeUnit.MILLISECONDS.sleep(20);
      }
      TimeUnit.SECONDS.sleep(1);
      assertTrue(process.isAlive(), "it ended too early");
      interrupt(process);
      assertTrue(process.waitFor(30, TimeUnit.SECONDS), "it did not end");
    } finally {
      process.destroyForcibly();
    }
    assertEquals("""
        headroom: 'vary' is for sweeps; this runs the scenario as it stands.
        headroom: interrupted; nothing was written
        """, Files.readString(err));
    assertEquals(130, process.exitValue());
    assertEquals(List.of("err.txt", "two.yaml", "varied.yaml"), names());
  }

  /** What it goes on from after --resume is KilledSweepTest's. */
  @Test
  void anInterruptedSweepSaysHowToGoOn() throws Exception {
    Files.writeString(
        home.resolve("varied.yaml"), SCENARIO + "experiment: {vary: {seed: [1, 2]}}\n");
    Path err = home.resolve("err.txt");
    Path journal = home.resolve("study/journal");
    List<String> command = new ArrayList<>(program());
    command.addAll(List.of("sweep", "varied.yaml", "--replications", "50000", "--out", "study"));
    Process process = new ProcessBuilder(command)
        .directory(home.toFile())
        .redirectError(err.toFile())
        .start();
    try {
      while (process.isAlive() && (!Files.exists(journal) || Files.size(journal) < 1000)) {
        TimeUnit.MILLISECONDS.sleep(20);
      }
      assertTrue(process.isAlive(), "it ended too early");
      interrupt(process);
      assertTrue(process.waitFor(30, TimeUnit.SECONDS), "it did not end");
    } finally {
      process.destroyForcibly();
    }
    assertEquals(StudyRun.KEPT + "\n", Files.readString(err));
    assertEquals(130, process.exitValue());
    assertTrue(Files.size(journal) > 1000);
  }

  private static void interrupt(Process process) throws IOException, InterruptedException {
    assertEquals(
        0, new ProcessBuilder("kill", "-INT", "" + process.pid()).start().waitFor());
  }

  /** Runs a line of bash in which {@code "$@"} is the program. */
  private Finished shell(String line) throws IOException, InterruptedException {
    assumeTrue(Files.exists(Path.of("/bin/bash")));
    Path err = Files.createTempFile("headroom", ".err");
    List<String> command = new ArrayList<>(List.of("/bin/bash", "-c", line, "bash"));
    command.addAll(program());
    Process process = new ProcessBuilder(command)
        .directory(home.toFile())
        .redirectError(err.toFile())
        .start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int code = process.waitFor();
    Finished finished = new Finished(code, out, Files.readString(err));
    Files.delete(err);
    return finished;
  }

  private static List<String> program() {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String classes =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    return List.of(java, "-Xmx512m", "-cp", classes, Main.class.getName());
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(home)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}

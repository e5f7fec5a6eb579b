package headroom.reports.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of a long run is not large, whatever happens in it. */
class PageSizeTest {

  private static final long LARGEST_BYTES = 2_000_000;

  /** Two groups that scale and fail all the time: thousands of events in every lane. */
  @Test
  void aMonthOfRequestsIsBelowTwoMegabytes(@TempDir Path home) throws IOException {
    StringBuilder groups = new StringBuilder();
    StringBuilder workloads = new StringBuilder();
    StringBuilder failures = new StringBuilder();
    for (String name : new String[] {"web", "api"}) {
      workloads.append("  to-" + name + ": {to: " + name + ", rate: 2/m}\n");
      groups.append("  " + name + ": {type: m5.large, size: {min: 2, max: 6},"
          + " serves: {workers: 1, time: {exponential: {mean: 40s}}},"
          + " scaling: [{target-tracking: {metric: cpu, target: 60%}}]}\n");
      failures.append(
          "  - instances: {of: " + name + ", time-to-failure: {exponential: {mean: 5h}}}\n");
    }
    Path file = Files.writeString(
        home.resolve("month.yaml"),
        "scenario: month\nlasts: 31d\nworkloads:\n" + workloads + "groups:\n" + groups
            + "failures:\n" + failures + "experiment: {replications: 1}\n");
    Path out = home.resolve("out");
    assertEquals(ExitCode.DONE, LiveDesk.run(file, out));
    long bytes = Files.size(out.resolve("report.html"));
    assertTrue(bytes > 300_000 && bytes < LARGEST_BYTES, bytes + " bytes");
  }
}

package headroom.reports.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The way from a total to what started it. */
class ExplainCostTest {

  @Test
  void theTotalIsToldByCategoryAndLine() {
    Shell.Finished told = Shell.WIDE.run("explain-cost", "small-shop");
    assertEquals(ExitCode.DONE, told.code(), told.err());
    assertTrue(told.out().contains("small-shop, replication 1, prices test"), told.out());
    assertTrue(told.out().contains("  compute"), told.out());
    assertTrue(told.out().contains("[1] groups.web, zone a"), told.out());
    assertTrue(told.out().contains("beside the bill"), told.out());
    assertTrue(told.out().contains("  sla-credit.total"), told.out());
  }

  @Test
  void aLineIsToldByHoursInstancesAndEvents() {
    Shell.Finished told = Shell.WIDE.run("explain-cost", "small-shop", "--line=1", "--most=3");
    assertEquals(ExitCode.DONE, told.code(), told.err());
    assertTrue(told.out().contains("hour from"), told.out());
    assertTrue(told.out().contains("and 3 more hours"), told.out());
    assertTrue(told.out().contains("started by"), told.out());
    assertTrue(told.out().contains("in service at time zero"), told.out());
    assertTrue(IntStream.rangeClosed(1, 9).anyMatch(ExplainCostTest::tellsOfALaunch));
  }

  @Test
  void aLineThatIsNotThereIsRefused() {
    Shell.Finished told = Shell.WIDE.run("explain-cost", "small-shop", "--line=9");
    assertEquals(ExitCode.INPUT_WRONG, told.code());
    assertTrue(told.err().contains("--line must be between 1 and"), told.err());
  }

  /** One of nine seeds has a failure early enough to be replaced. */
  private static boolean tellsOfALaunch(int seed) {
    return Shell.WIDE
        .run("explain-cost", "small-shop", "--seed=" + seed, "--line=1", "--most=100")
        .out()
        .contains(" launched in zone a");
  }
}

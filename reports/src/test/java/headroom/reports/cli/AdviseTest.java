package headroom.reports.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code --commitments advise} on the command line. */
class AdviseTest {

  @Test
  void aBookWithoutOffersIsRefusedAndSaysWhatItHas(@TempDir Path home) {
    Shell.Finished told =
        Shell.WIDE.run("run", "small-shop", "--out=" + home.resolve("out"), "--commitments=advise");
    assertEquals(ExitCode.INPUT_WRONG, told.code());
    assertTrue(
        told.err().contains("the price book test has no savings plans, and no reserved instances"),
        told.err());
  }

  @Test
  void anotherWordIsRefused(@TempDir Path home) {
    Shell.Finished told =
        Shell.WIDE.run("run", "small-shop", "--out=" + home.resolve("out"), "--commitments=buy");
    assertEquals(ExitCode.INPUT_WRONG, told.code());
    assertTrue(told.err().contains("--commitments must be advise, was 'buy'"), told.err());
  }
}

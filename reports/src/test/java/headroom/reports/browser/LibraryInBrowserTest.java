package headroom.reports.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import headroom.reports.cli.LiveDesk;
import headroom.scenarios.library.Library;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The report of every shipped scenario in one browser: wide and narrow, light and dark, every chart
 * in its box, nothing that scrolls sideways or complains, nothing serious for those who cannot see.
 */
@Tag("exhaustive")
class LibraryInBrowserTest {

  /** Longer scenarios are shown over more days, and still fit. */
  private static final long LARGEST_BYTES = 2_000_000;

  @TempDir
  static Path home;

  private static Optional<Browser> browser = Optional.empty();

  @BeforeAll
  static void start() throws Exception {
    Optional<Path> program = Browser.installed();
    assumeTrue(program.isPresent(), "no chromium here");
    browser = Optional.of(Browser.start(program.orElseThrow(), home.resolve("profile")));
  }

  @AfterAll
  static void stop() {
    browser.ifPresent(Browser::close);
  }

  static List<String> names() {
    return Library.names();
  }

  @ParameterizedTest
  @MethodSource("names")
  void itsReportLooksAsItShould(String name) throws Exception {
    Path out = home.resolve(name);
    int code = LiveDesk.run(name, out, 2);
    assertTrue(code == 0 || code == 3, name + " ended with " + code);
    Path page = out.resolve("report.html");
    assertEquals(List.of(), Looks.problems(browser.orElseThrow(), page), name);
    assertEquals(List.of(), Axe.serious(browser.orElseThrow()), name);
    assertTrue(Files.size(page) < LARGEST_BYTES, name + " is " + Files.size(page));
  }
}

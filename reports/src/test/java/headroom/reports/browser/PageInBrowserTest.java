package headroom.reports.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import headroom.reports.cli.SmallPages;
import headroom.reports.page.Page;
import headroom.reports.page.SaleContent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page as a browser shows it: in wide and narrow windows, light and dark. */
class PageInBrowserTest {

  @TempDir
  static Path home;

  private static Browser browser;

  @BeforeAll
  static void start() throws Exception {
    Optional<Path> program = Browser.installed();
    assumeTrue(program.isPresent(), "no chromium here");
    browser = Browser.start(program.orElseThrow(), home.resolve("profile"));
    for (String command : List.of("run", "sweep", "compare", "sensitivity", "calibrate")) {
      Files.copy(SmallPages.of(command, home), home.resolve(command + ".html"));
    }
    Files.writeString(home.resolve("sale.html"), Page.html(SaleContent.plain()));
    String script = "<script>alert(1)</script>";
    Files.writeString(
        home.resolve("hostile.html"),
        Page.html(SaleContent.named(script, "\"><img src=x onerror=alert(2)>", "שלום 🎈")));
  }

  @AfterAll
  static void stop() throws Exception {
    if (browser != null) {
      browser.close();
    }
  }

  @Test
  void everyChartIsShownOnceInsideItsBoxAndNothingScrollsSideways() throws Exception {
    List<String> pages = List.of(
        "sale.html",
        "hostile.html",
        "run.html",
        "sweep.html",
        "compare.html",
        "sensitivity.html",
        "calibrate.html");
    for (String page : pages) {
      assertEquals(List.of(), Looks.problems(browser, home.resolve(page)), page);
    }
    assertEquals(List.of(), browser.complaints());
  }

  @Test
  void tablesSortByNumbersAndBack() throws Exception {
    browser.open(home.resolve("sale.html"), 1400, false);
    String column =
        "[...document.querySelectorAll('#bill tbody tr')].map(r => r.cells[4].textContent)";
    String click = "document.querySelectorAll('#bill thead button')[4].click()";
    browser.value(click);
    assertEquals(
        List.of("1.60", "4.10", "5.70", "7.31", "7.31", "38.61", "38.61", "51.62"),
        Looks.list(browser.value(column)));
    browser.value(click);
    assertEquals(
        List.of("51.62", "38.61", "38.61", "7.31", "7.31", "5.70", "4.10", "1.60"),
        Looks.list(browser.value(column)));
    assertEquals(
        "descending",
        browser
            .value("document.querySelectorAll('#bill thead th')[4].getAttribute('aria-sort')")
            .asString());
  }

  @Test
  void thePointerIsToldTheValuesUnderIt() throws Exception {
    browser.open(home.resolve("sale.html"), 1400, false);
    String tip = browser.value("""
            (() => {
              const box = document.querySelector('#demand-and-capacity .wide');
              const svg = box.querySelector('svg');
              const frame = svg.getBoundingClientRect();
              svg.dispatchEvent(new PointerEvent('pointermove',
                  {clientX: frame.left + frame.width / 2, clientY: frame.top + 50}));
              return box.querySelector('.tip').textContent;
            })()""").asString();
    assertTrue(
        tip.matches("(?s)[A-Z][a-z]{2} \\d+ Nov \\d\\d:\\d\\d\ndemand: [0-9.]+\ncapacity: .*"),
        tip);
  }

  @Test
  void axeFindsNothingSerious() throws Exception {
    for (boolean isDark : List.of(false, true)) {
      browser.open(home.resolve("sale.html"), 1400, isDark);
      assertEquals(List.of(), Axe.serious(browser));
    }
  }
}

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
import tools.jackson.databind.JsonNode;

/** The page as a browser shows it: in wide and narrow windows, light and dark. */
class PageInBrowserTest {

  private static final List<Integer> WIDTHS = List.of(1400, 400);

  /** Figures that are shown and reach out of their box, or shown charts without a size. */
  private static final String OUT_OF_THE_BOX = """
      (() => {
        const bad = [];
        const frame = document.querySelector('main').getBoundingClientRect();
        for (const svg of document.querySelectorAll('figure svg[role=img]')) {
          const box = svg.getBoundingClientRect();
          if (box.width === 0) continue;
          if (box.height < 20 || box.left < frame.left - 1 || box.right > frame.right + 1) {
            bad.push(svg.id + ' ' + box.left + ' to ' + box.right);
          }
          for (const text of svg.querySelectorAll('text')) {
            const letters = text.getBoundingClientRect();
            if (letters.left < box.left - 2 || letters.right > box.right + 2
                || letters.top < box.top - 2 || letters.bottom > box.bottom + 2) {
              bad.push(svg.id + ': ' + text.textContent);
            }
          }
        }
        return bad;
      })()""";

  private static final String SHOWN = "[...document.querySelectorAll('figure')].filter(figure =>"
      + " [...figure.querySelectorAll('svg[role=img]')].filter(svg =>"
      + " svg.getBoundingClientRect().width > 0).length !== 1).map(figure => figure.id)";

  @TempDir
  static Path home;

  private static Browser browser;

  @BeforeAll
  static void start() throws Exception {
    Optional<Path> program = Browser.installed();
    assumeTrue(program.isPresent(), "no chromium here");
    browser = Browser.start(program.orElseThrow(), home.resolve("profile"));
    for (String command : List.of("run", "sweep", "compare")) {
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

  private static List<String> list(JsonNode array) {
    return array.valueStream().map(JsonNode::asString).toList();
  }

  @Test
  void everyChartIsShownOnceInsideItsBoxAndNothingScrollsSideways() throws Exception {
    List<String> pages =
        List.of("sale.html", "hostile.html", "run.html", "sweep.html", "compare.html");
    for (String page : pages) {
      for (int width : WIDTHS) {
        for (boolean isDark : List.of(false, true)) {
          browser.open(home.resolve(page), width, isDark);
          String where = page + " at " + width + (isDark ? ", dark" : ", light");
          assertEquals(List.of(), list(browser.value(OUT_OF_THE_BOX)), where);
          assertEquals(List.of(), list(browser.value(SHOWN)), where);
          int beyond =
              browser.value("document.documentElement.scrollWidth - innerWidth").asInt();
          assertTrue(beyond <= 0, where + " scrolls by " + beyond);
        }
      }
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
    assertEquals(List.of("1.60", "4.10", "7.31", "38.61"), list(browser.value(column)));
    browser.value(click);
    assertEquals(List.of("38.61", "7.31", "4.10", "1.60"), list(browser.value(column)));
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

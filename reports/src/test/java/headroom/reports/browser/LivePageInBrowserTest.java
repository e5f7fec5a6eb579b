package headroom.reports.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import headroom.reports.cli.LiveDesk;
import headroom.reports.live.LiveServer;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The live page as somebody uses it: slider, new number, saved scenario, same number. */
class LivePageInBrowserTest {

  private static final String COST =
      "(document.querySelector('[data-metric=\"cost.total\"] td span')?.textContent ?? '')";

  @TempDir
  Path home;

  @Test
  void aSliderGivesANewNumberAndTheSavedScenarioTheSame() throws Exception {
    Optional<Path> program = Browser.installed();
    assumeTrue(program.isPresent(), "no chromium here");
    try (LiveServer server = LiveServer.start(LiveDesk.of(home), 0);
        Browser browser = Browser.start(program.orElseThrow(), home.resolve("profile"))) {
      URI address = URI.create(server.address());
      browser.open(address, 1400, false);
      browser.await("document.querySelectorAll('.control').length > 5");
      assertEquals(
          0, browser.value("document.querySelectorAll('#problems li').length").asInt());
      // What is opened runs at once.
      browser.await(finished("a"));
      String before = browser.value(COST).asString();

      browser.value(
          "(() => { const row = document.querySelector('[data-path=\"groups.web.size.min\"]');"
              + "const slider = row.querySelector('[type=range]'); slider.value = 5;"
              + "slider.dispatchEvent(new Event('input')); slider.dispatchEvent(new Event('change')); })()");
      browser.await(COST + " !== '" + before + "' && " + finished("a"));
      String after = browser.value(COST).asString();
      assertNotEquals(before, after);
      String text = browser.value("document.getElementById('text').value").asString();
      assertEquals(LiveDesk.SCENARIO.replace("min: 2", "min: 5"), text);

      assertEquals(costOfTheCommandLine(saved(browser)), cost(browser));
      twoVariants(browser);
      theFleet(browser);
      looks(browser);
      assertEquals(List.of(), browser.complaints());
    }
  }

  private static String finished(String variant) {
    return "document.getElementById('progress-" + variant
        + "').textContent.endsWith('finished') && !document.getElementById('reports').hidden";
  }

  private Path saved(Browser browser) throws Exception {
    Path downloads = Files.createDirectory(home.resolve("saved"));
    browser.ask(
        "Page.setDownloadBehavior",
        Browser.object().put("behavior", "allow").put("downloadPath", downloads.toString()));
    browser.value("document.getElementById('save').click()");
    Path file = downloads.resolve("small.yaml");
    for (int look = 0; look < 400 && !Files.exists(file); look++) {
      Thread.sleep(25);
    }
    return file;
  }

  /** The mean of the cost with every digit, as the page was told it. */
  private static double cost(Browser browser) throws Exception {
    return browser
        .value("fetch(document.getElementById('report').src.replace('report?', 'api/result?'))"
            + ".then(r => r.json()).then(r => r.figures.find(f => f.metric === 'cost.total').mean)")
        .asDouble();
  }

  private double costOfTheCommandLine(Path file) throws Exception {
    Path out = home.resolve("out");
    assertEquals(0, LiveDesk.run(file, out));
    Matcher mean = Pattern.compile("\"cost.total\": \\{\\s*\"mean\": ([0-9.eE+-]+)")
        .matcher(Files.readString(out.resolve("summary.json")));
    assertTrue(mean.find());
    return Double.parseDouble(mean.group(1));
  }

  /** The second variant stands beside the first, with what differs. */
  private static void twoVariants(Browser browser) throws Exception {
    browser.value("document.getElementById('tab-b').click()");
    browser.await("document.getElementById('text').value.includes('min: 2')");
    browser.value("document.getElementById('run').click()");
    browser.await(finished("b"));
    browser.await(
        "document.querySelectorAll('[data-metric=\"cost.total\"] td')[2].textContent.includes('USD')");
    String difference = browser
        .value("document.querySelectorAll('[data-metric=\"cost.total\"] td')[2].textContent")
        .asString();
    assertTrue(difference.matches("[-−][0-9.]+.*USD.*"), difference);
  }

  private static void theFleet(Browser browser) throws Exception {
    String serving =
        "[...document.querySelectorAll('#fleet-now tbody tr')].map(r => r.textContent)";
    browser.await(serving + ".length >= 2");
    String begin = browser.value("document.getElementById('clock').textContent").asString();
    browser.value("(() => { const m = document.getElementById('moment'); m.value = m.max;"
        + " m.dispatchEvent(new Event('input')); })()");
    assertNotEquals(
        begin, browser.value("document.getElementById('clock').textContent").asString());
    assertTrue(
        browser.value(serving + ".some(t => t.startsWith('web, zone a'))").asBoolean());
    assertTrue(browser.value(serving + ".some(t => t.includes('■'))").asBoolean());
  }

  private static void looks(Browser browser) throws Exception {
    for (int width : List.of(1400, 400)) {
      for (boolean isDark : List.of(false, true)) {
        browser.resize(width, isDark);
        assertTrue(
            browser.value("document.documentElement.scrollWidth - innerWidth").asInt() <= 0,
            "scrolls at " + width);
        assertEquals(List.of(), Axe.serious(browser), width + " dark " + isDark);
      }
    }
  }
}

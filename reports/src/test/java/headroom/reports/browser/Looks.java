package headroom.reports.browser;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What is wrong with how a page looks, in wide and narrow windows, light and dark. */
public final class Looks {

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

  private Looks() {}

  /** Everything that is wrong: charts out of their boxes or not shown once, what scrolls sideways. */
  public static List<String> problems(Browser browser, Path page) throws Exception {
    List<String> problems = new ArrayList<>();
    browser.open(page, WIDTHS.get(0), false);
    for (int width : WIDTHS) {
      for (boolean isDark : List.of(false, true)) {
        browser.resize(width, isDark);
        String where = width + (isDark ? ", dark: " : ", light: ");
        list(browser.value(OUT_OF_THE_BOX)).forEach(each -> problems.add(where + each));
        list(browser.value(SHOWN)).forEach(each -> problems.add(where + "not shown once: " + each));
        int beyond =
            browser.value("document.documentElement.scrollWidth - innerWidth").asInt();
        if (beyond > 0) {
          problems.add(where + "scrolls by " + beyond);
        }
      }
    }
    problems.addAll(browser.complaints());
    return problems;
  }

  static List<String> list(JsonNode array) {
    return array.valueStream().map(JsonNode::asString).toList();
  }
}

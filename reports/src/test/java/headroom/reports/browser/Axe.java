package headroom.reports.browser;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.JsonNode;

/** The accessibility checker axe-core, run on the page that is open. */
public final class Axe {

  private static final String SCRIPT = "/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js";

  private Axe() {}

  /** What it finds serious or critical, with the first three places of each. */
  public static List<String> serious(Browser browser) throws Exception {
    try (InputStream in = Axe.class.getResourceAsStream(SCRIPT)) {
      String axe =
          new String(Objects.requireNonNull(in, SCRIPT).readAllBytes(), StandardCharsets.UTF_8);
      browser.value("window.axe ? 0 : (() => {" + axe + "; return 0; })()");
    }
    // Without a report of all that passed, and the slowest rule, whose impact is moderate at most.
    JsonNode found = browser.value("axe.run({iframes: false,"
        + " resultTypes: ['violations'], rules: {region: {enabled: false}}}).then(r => r.violations"
        + ".filter(v => v.impact === 'serious' || v.impact === 'critical')"
        + ".map(v => v.id + ': ' + v.nodes.slice(0, 3).map(n => n.html).join(' ')))");
    return found.valueStream().map(JsonNode::asString).toList();
  }
}

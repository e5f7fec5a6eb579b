package headroom.scenarios.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the reference page shows can be read. */
class ReferencePageTest {

  private static final Pattern EXAMPLE = Pattern.compile("(?s)```yaml\\n(.*?)```");

  private static List<String> examples() throws IOException {
    String page =
        Files.readString(Path.of(System.getProperty("headroom.root", ".."), "docs", "scenario.md"));
    List<String> examples = new ArrayList<>();
    Matcher matcher = EXAMPLE.matcher(page);
    while (matcher.find()) {
      examples.add(matcher.group(1));
    }
    return examples;
  }

  @Test
  void wholeScenariosRunWithoutAWarning() throws IOException {
    List<String> whole =
        examples().stream().filter(text -> text.contains("\nworkloads:")).toList();
    assertTrue(!whole.isEmpty());
    for (String text : whole) {
      assertEquals(List.of(), Reading.loaded(text).warnings());
    }
  }

  @Test
  void theClientOfTheExampleIsRead() throws IOException {
    String client = examples().stream()
        .filter(text -> text.startsWith("client:"))
        .findFirst()
        .orElseThrow();
    String set = "workloads.users.client=" + client.replaceFirst("client: ", "").strip();
    assertEquals(
        3, Reading.least(set).workloads().get(0).client().retry().orElseThrow().attempts());
  }
}

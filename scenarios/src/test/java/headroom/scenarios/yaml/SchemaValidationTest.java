package headroom.scenarios.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import headroom.scenarios.library.Library;
import headroom.scenarios.text.Assignment;
import headroom.scenarios.text.InputException;
import headroom.scenarios.text.JsonWriter;
import headroom.scenarios.text.Tree;
import headroom.scenarios.text.YamlReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The shipped schema against what is right and what is wrong, by a validator that others wrote. */
class SchemaValidationTest {

  private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(
          SpecificationVersion.DRAFT_2020_12)
      .getSchema(ScenarioSchema.text());

  private static List<String> errors(Tree scenario) {
    String json = JsonWriter.text(writer -> writer.tree(scenario));
    return SCHEMA.validate(json, InputFormat.JSON).stream()
        .map(Object::toString)
        .toList();
  }

  @Test
  void everyScenarioOfTheLibraryKeepsToIt() {
    for (String name : Library.names()) {
      assertEquals(List.of(), errors(Library.document(name).root()), name);
    }
  }

  @Test
  void soDoesAScenarioWithEveryField() throws IOException {
    assertEquals(List.of(), errors(YamlReader.parse(Everything.text(), "f").root()));
  }

  @Test
  void soDoesWhatExplainPrints() {
    String full = Reading.loaded(Reading.WEB_SHOP).trial().origin().text();
    assertEquals(List.of(), errors(YamlReader.parse(full, "f").root()));
  }

  /** Each is refused by the reader too; what only the reader can refuse is not among them. */
  @Test
  void whatIsBrokenIsRefused() throws IOException {
    Tree least = YamlReader.parse(Reading.LEAST, "f").root();
    assertEquals(List.of(), errors(least));
    List<String> broken = broken();
    assertTrue(broken.size() >= 50, "only " + broken.size());
    for (String set : broken) {
      assertFalse(errors(Assignment.parse(set).applyTo(least)).isEmpty(), set);
      assertThrows(InputException.class, () -> Reading.loaded(Reading.LEAST, set), set);
    }
  }

  private static List<String> broken() throws IOException {
    List<String> broken = new ArrayList<>();
    try (InputStream in = SchemaValidationTest.class.getResourceAsStream("schema-broken.txt")) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      text.lines().filter(line -> !line.isBlank()).forEach(broken::add);
    }
    return broken;
  }
}

package headroom.scenarios.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The published schema of the scenario file is what the readers themselves tell. */
class SchemaFileTest {

  private static final Path ROOT = Path.of(System.getProperty("headroom.root", ".."));
  private static final Path PUBLISHED = ROOT.resolve("docs/scenario.schema.json");
  private static final Path SHIPPED =
      ROOT.resolve("scenarios/src/main/resources/headroom/scenarios/yaml/scenario.schema.json");

  @Test
  void itIsWhatTheReadersTell() throws IOException {
    SchemaMeanings meanings =
        new SchemaMeanings(Files.readString(ROOT.resolve("docs/scenario.md")));
    String told = new SchemaJson(meanings).of(new SchemaExplorer().scenario());
    for (Path file : List.of(PUBLISHED, SHIPPED)) {
      if ("write".equals(System.getProperty("headroom.golden"))) {
        Files.createDirectories(file.getParent());
        Files.writeString(file, told);
      }
      assertEquals(Files.readString(file), told, file + ": -Dheadroom.golden=write writes it anew");
    }
  }
}

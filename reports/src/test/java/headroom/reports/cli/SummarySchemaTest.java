package headroom.reports.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The published schema of {@code summary.json} against what the commands write. */
class SummarySchemaTest {

  private static final Schema SCHEMA = schema();

  private static Schema schema() {
    Path file = Path.of(System.getProperty("headroom.root", ".."), "docs", "summary.schema.json");
    try {
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(Files.readString(file));
    } catch (IOException failure) {
      throw new java.io.UncheckedIOException(failure);
    }
  }

  static List<String> errors(String json) {
    return SCHEMA.validate(json, InputFormat.JSON).stream()
        .map(Object::toString)
        .toList();
  }

  @Test
  void runsAndStudiesKeepToIt(@TempDir Path home) throws IOException {
    for (String command : List.of("run", "sweep", "compare", "sensitivity", "calibrate")) {
      Path report = SmallPages.of(command, home);
      String json = Files.readString(report.resolveSibling("summary.json"));
      assertEquals(List.of(), errors(json), command);
    }
  }

  @Test
  void whatIsNoSummaryIsRefused(@TempDir Path home) throws IOException {
    String json = Files.readString(SmallPages.of("run", home).resolveSibling("summary.json"));
    for (String[] change : new String[][] {
      {"\"seed\": 1", "\"seed\": \"one\""},
      {"\"unit\": \"USD\"", "\"unit\": \"EUR\""},
      {"\"metrics\"", "\"figures\""},
      {"\"mean\"", "\"average\""},
      {"\"replications\": 3", "\"replications\": 0"},
      {"\"scenario\": \"small\",", ""}
    }) {
      String broken = json.replace(change[0], change[1]);
      assertFalse(broken.equals(json), change[0]);
      assertFalse(errors(broken).isEmpty(), change[1]);
    }
  }
}

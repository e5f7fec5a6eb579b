package headroom.scenarios.yaml;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The JSON Schema (draft 2020-12) of the scenario file: what an editor completes and checks by. */
public final class ScenarioSchema {

  private static final String FILE = "scenario.schema.json";

  private ScenarioSchema() {}

  public static String text() {
    try (InputStream in = ScenarioSchema.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException("the class path lacks " + FILE);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package headroom.scenarios.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Spark is imported here and nowhere else, and this module imports no other library. */
class OneDoorTest {

  private static final Path ROOT = Path.of(System.getProperty("headroom.root", ""));

  @Test
  void onlyThisModuleKnowsSpark() throws IOException {
    List<String> others = new ArrayList<>();
    for (String module : List.of("sim-core", "scenarios", "reports")) {
      imports(ROOT.resolve(module).resolve("src/main/java")).stream()
          .filter(line -> line.contains("org.apache.spark") || line.contains("scenarios.spark"))
          .forEach(line -> others.add(module + ": " + line));
    }
    assertEquals(List.of(), others);
  }

  @Test
  void thisModuleImportsSparkAndItsOwnAlone() throws IOException {
    List<String> imports = imports(ROOT.resolve("scenarios/spark/src/main/java"));

    assertFalse(imports.isEmpty());
    assertEquals(
        List.of(),
        imports.stream()
            .map(line -> line.replace("import ", "").replace("static ", ""))
            .filter(name -> !name.startsWith("java.")
                && !name.startsWith("org.apache.spark.")
                && !name.startsWith("headroom."))
            .toList());
  }

  private static List<String> imports(Path folder) throws IOException {
    List<String> imports = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
        Files.readAllLines(file).stream()
            .filter(line -> line.startsWith("import "))
            .forEach(imports::add);
      }
    }
    return imports;
  }
}

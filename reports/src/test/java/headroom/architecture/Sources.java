package headroom.architecture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The main Java files of a module. */
record Sources(Path folder, List<Path> files) {

  static Sources of(String module) throws IOException {
    Path folder = ArchitectureMap.ROOT.resolve(module).resolve("src/main/java");
    if (!Files.isDirectory(folder)) {
      return new Sources(folder, List.of());
    }
    try (Stream<Path> all = Files.walk(folder)) {
      return new Sources(
          folder, all.filter(file -> file.toString().endsWith(".java")).sorted().toList());
    }
  }

  /** The types that files are named for. */
  List<String> types() {
    return files.stream()
        .filter(file -> !file.endsWith("package-info.java"))
        .map(file -> folder.relativize(file).toString())
        .map(name -> name.substring(0, name.length() - ".java".length()).replace('/', '.'))
        .toList();
  }
}

package headroom.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The main Java files of a module. */
record Sources(Path folder, Set<Path> files) {

  static Sources of(String module) {
    Path folder = ArchitectureMap.ROOT.resolve(module).resolve("src/main/java");
    if (!Files.isDirectory(folder)) {
      return new Sources(folder, Set.of());
    }
    try (Stream<Path> all = Files.walk(folder)) {
      return new Sources(
          folder,
          all.filter(file -> file.toString().endsWith(".java"))
              .sorted()
              .collect(Collectors.toCollection(LinkedHashSet::new)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether a class was compiled from one of the files. */
  boolean hold(JavaClass type) {
    String name = type.getSource().flatMap(Source::getFileName).orElse("");
    return files.contains(
        folder.resolve(type.getPackageName().replace('.', '/')).resolve(name));
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

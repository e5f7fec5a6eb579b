package headroom.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The three tables of docs/architecture.md. */
record ArchitectureMap(List<PackageRow> packages, List<Ban> bans, List<Exemption> exemptions) {

  static final Path ROOT =
      Path.of(System.getProperty("headroom.root", "..")).toAbsolutePath().normalize();

  /** A class that one ban spares, for the reason that the table gives. */
  record Exemption(String type, String ban) {}

  static ArchitectureMap read() {
    try {
      return of(Files.readString(ROOT.resolve("docs/architecture.md")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static ArchitectureMap of(String page) {
    return new ArchitectureMap(
        MarkdownTable.under("The map", page).stream().map(PackageRow::of).toList(),
        MarkdownTable.under("Banned calls", page).stream().map(Ban::of).toList(),
        MarkdownTable.under("Exemptions", page).stream()
            .map(cells -> new Exemption(MarkdownTable.code(cells.get(0)).get(0), cells.get(1)))
            .toList());
  }

  List<String> modules() {
    return packages.stream().map(PackageRow::module).distinct().toList();
  }

  Optional<PackageRow> row(String packageName) {
    return packages.stream().filter(row -> row.name().equals(packageName)).findFirst();
  }

  boolean isExempt(JavaClass type, Ban ban) {
    String outermost = type.getName().replaceAll("\\$.*", "");
    return exemptions.contains(new Exemption(outermost, ban.name()));
  }
}

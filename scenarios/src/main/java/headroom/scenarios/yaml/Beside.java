package headroom.scenarios.yaml;

import headroom.scenarios.text.CsvReader;
import headroom.scenarios.text.InputException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what a scenario names in files beside it. */
final class Beside {

  private static final int MOST = 1_000_000;

  private Beside() {}

  /** Something that can be read of a file. */
  interface Content<T> {
    T of(Path file);
  }

  /** The numbers of a column, each times a unit. */
  static Optional<List<Double>> values(Node node, String name, String column, double unit) {
    return inFile(node, name, file -> {
      try (CsvReader csv = CsvReader.open(file, name)) {
        return values(csv, csv.column(column), unit);
      }
    });
  }

  private static List<Double> values(CsvReader csv, int column, double unit) {
    List<Double> values = new ArrayList<>();
    while (csv.next()) {
      if (!csv.isBlank(column)) {
        values.add(csv.number(column) * unit);
      }
      if (values.size() > MOST) {
        throw csv.wrong("has more than " + MOST + " values; draw fewer of them");
      }
    }
    return values;
  }

  /** Reads a file that the scenario names, if it may and can be read. */
  static <T> Optional<T> inFile(Node node, String name, Content<T> content) {
    try {
      Path file = node.session()
          .folder
          .resolve(name, node.tree().position(), node.path().toString());
      T read = content.of(file);
      node.session().files.put(name, file);
      return Optional.of(read);
    } catch (InputException e) {
      node.complainOfFile(name, e);
      return Optional.empty();
    }
  }
}

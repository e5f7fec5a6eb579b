package headroom.vectors;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** The tables of the sheet's numbered vectors. */
public final class Vectors {

  private Vectors() {}

  /** The rows of a table, cell by cell. */
  public static List<List<String>> rows(String table) {
    try (InputStream in = Vectors.class.getResourceAsStream("/headroom/vectors/" + table)) {
      if (in == null) {
        throw new IllegalStateException("no table " + table);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && Character.isDigit(line.charAt(0)))
          .map(line -> Arrays.stream(line.split(";", -1)).map(String::strip).toList())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

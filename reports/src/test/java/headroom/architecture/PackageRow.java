package headroom.architecture;

import java.util.List;

/**
 * A row of the map.
 *
 * @param level the package may import packages of a lower level only
 * @param doors prefixes of the libraries that this package alone imports
 */
record PackageRow(int level, String module, String name, List<String> doors) {

  static PackageRow of(List<String> cells) {
    return new PackageRow(
        Integer.parseInt(cells.get(0)),
        cells.get(1),
        MarkdownTable.code(cells.get(2)).get(0),
        MarkdownTable.code(cells.get(4)));
  }

  boolean isDoorTo(String typeName) {
    return doors.stream().anyMatch(door -> typeName.startsWith(door + "."));
  }
}

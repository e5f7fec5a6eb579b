package headroom.scenarios.text;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A value of a YAML or JSON file with the place where it was written; it never changes. */
public sealed interface Tree {

  /** Where the value starts. */
  Position position();

  /** What the value is, as a message says it: "'5m'", "a list", "a map". */
  String shown();

  /** The value at a path, if something is written there. */
  default Optional<Tree> at(TreePath path) {
    return TreeEdit.find(this, path);
  }

  /** The value at a path such as {@code groups.web.size.min}. */
  default Optional<Tree> at(String path) {
    return at(TreePath.parse(path));
  }

  /**
   * This tree with another value at a path; missing maps on the way are created.
   *
   * @throws InputException when the path leads through a value that has no such part
   */
  default Tree with(TreePath path, Tree value) {
    return TreeEdit.with(this, path, value);
  }

  /** Whether the same values are written here, wherever they stand. */
  default boolean sameAs(Tree other) {
    return YamlWriter.write(this).equals(YamlWriter.write(other));
  }

  /**
   * Text, a number, true, false or nothing: what it means is the reader's to say.
   *
   * @param quoted whether it was written in quotes (or as a block), so that it is text for certain
   */
  record Scalar(Position position, String text, boolean quoted) implements Tree {

    /** Whether nothing was said: an empty value, {@code ~} or {@code null}. */
    public boolean isNothing() {
      return !quoted && (text.isEmpty() || text.equals("~") || text.equalsIgnoreCase("null"));
    }

    @Override
    public String shown() {
      return isNothing() ? "nothing" : Shown.quoted(text);
    }
  }

  /** A list. */
  record Items(Position position, List<Tree> items) implements Tree {

    public Items {
      items = List.copyOf(items);
    }

    @Override
    public String shown() {
      return items.isEmpty() ? "an empty list" : "a list";
    }
  }

  /** A map from names to values, in the order in which they were written. */
  record Fields(Position position, Map<String, Field> fields) implements Tree {

    public Fields {
      fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    public Optional<Tree> value(String name) {
      return Optional.ofNullable(fields.get(name)).map(Field::value);
    }

    @Override
    public String shown() {
      return fields.isEmpty() ? "an empty map" : "a map";
    }
  }

  /** A value of a map, with the place of its name. */
  record Field(Position namePosition, Tree value) {}

  /** A scalar that a program made. */
  static Tree of(String text) {
    return new Scalar(Position.NONE, text, false);
  }

  /** A list that a program made. */
  static Tree list(List<Tree> items) {
    return new Items(Position.NONE, items);
  }

  /** A map that a program made. */
  static Fields map(Map<String, Tree> values) {
    Map<String, Field> fields = new LinkedHashMap<>();
    values.forEach((name, value) -> fields.put(name, new Field(Position.NONE, value)));
    return new Fields(Position.NONE, fields);
  }
}

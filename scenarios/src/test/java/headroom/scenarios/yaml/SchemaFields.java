package headroom.scenarios.yaml;

import headroom.scenarios.text.Tree;
import headroom.scenarios.text.YamlReader;
import headroom.scenarios.text.YamlWriter;
import headroom.scenarios.yaml.SchemaExplorer.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/** The fields of one map as many readings told them: which there are, and which must be written. */
final class SchemaFields {

  /** A field, with every reader that was seen to read it. */
  static final class Property {
    final Set<Reader<?>> readers = new LinkedHashSet<>();
    final Set<String> usual = new LinkedHashSet<>();
    final Set<String> examples = new LinkedHashSet<>();
    final List<Shape> shapes = new ArrayList<>();
  }

  /** Of some fields one must be written, when another is. */
  record Need(String when, Set<String> oneOf) {}

  final Map<String, Property> properties = new LinkedHashMap<>();
  final Set<String> kinds = new LinkedHashSet<>();
  final Set<Need> needs = new LinkedHashSet<>();
  private final Map<String, Set<String>> required = new LinkedHashMap<>();
  private final Set<String> withoutKinds = new LinkedHashSet<>();
  private final Set<String> known = new LinkedHashSet<>();

  /**
   * Learns from one reading.
   *
   * @param present the field that was written; may be empty
   * @param decides whether what was written in it decides how others are read
   */
  void learn(Heard heard, String present, boolean decides) {
    Set<String> must = new LinkedHashSet<>();
    heard.fields.forEach((name, asked) -> {
      Property property = property(name);
      if (name.equals(present) && kinds.contains(name) && heard.kinds.isEmpty()) {
        // Read beside its own fields after all, and not as one kind of several.
        property.readers.clear();
      }
      addReader(property, asked.reader(), decides);
      asked.otherwise().usual().ifPresent(usual -> property.usual.add(YamlWriter.line(usual)));
      if (asked.otherwise().usual().isEmpty()) {
        property.usual.add("");
      }
      if (!asked.otherwise().example().isEmpty()) {
        property.examples.add(asked.otherwise().example());
        must.add(name);
      }
    });
    heard.kinds.forEach((name, reader) -> addReader(property(name), reader, decides));
    if (heard.kinds.isEmpty()) {
      withoutKinds.add(present);
    } else {
      kinds.addAll(heard.kinds.keySet());
    }
    required.merge(present, must, SchemaFields::both);
    known.add(present);
  }

  private static void addReader(Property property, Reader<?> reader, boolean decides) {
    if (decides || property.readers.isEmpty()) {
      property.readers.add(reader);
    }
  }

  private static Set<String> both(Set<String> some, Set<String> others) {
    Set<String> both = new LinkedHashSet<>(some);
    both.retainAll(others);
    return both;
  }

  private Property property(String name) {
    return properties.computeIfAbsent(name, each -> new Property());
  }

  Set<String> names() {
    return properties.keySet();
  }

  boolean tried(String name) {
    return known.contains(name);
  }

  void skip(String name) {
    known.add(name);
  }

  private Set<String> least() {
    return required.getOrDefault("", Set.of());
  }

  /** What must be written whatever else is. */
  Set<String> always() {
    return required.values().stream().reduce(least(), SchemaFields::both);
  }

  /** Finds what must be written beside something else, or unless something else is. */
  void needs(Function<List<String>, Heard> read) {
    Set<String> least = new LinkedHashSet<>(least());
    for (String must : least) {
      Set<String> instead = new LinkedHashSet<>(Set.of(must));
      required.forEach((name, all) -> {
        if (!all.contains(must) && !name.isEmpty()) {
          instead.add(name);
        }
      });
      if (instead.size() > 1) {
        needs.add(new Need("", instead));
      }
    }
    if (!kinds.isEmpty()) {
      Set<String> one = new LinkedHashSet<>(kinds);
      withoutKinds.stream().filter(name -> !name.isEmpty()).forEach(one::add);
      needs.add(new Need("exactly", one));
    }
    required.forEach((name, all) -> all.stream()
        .filter(must -> !least.contains(must) && !must.equals(name))
        .forEach(must -> needs.add(new Need(name, unless(name, must, read)))));
  }

  private Set<String> unless(String name, String must, Function<List<String>, Heard> read) {
    Set<String> one = new LinkedHashSet<>(Set.of(must));
    for (String other : List.copyOf(properties.keySet())) {
      Heard heard = read.apply(List.of(name, other));
      boolean asked = Optional.ofNullable(heard.fields.get(must))
          .filter(field -> !field.otherwise().example().isEmpty())
          .isPresent();
      if (!asked) {
        one.add(other);
      }
    }
    return one;
  }

  void explore(BiFunction<Reader<?>, String, Shape> explorer) {
    properties.forEach((name, property) ->
        property.readers.forEach(reader -> property.shapes.add(explorer.apply(reader, name))));
  }

  /** A value as it is written, as JSON has it. */
  static Tree tree(String written) {
    return YamlReader.parse(written, "example").root();
  }
}

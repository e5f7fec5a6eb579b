package headroom.scenarios.yaml;

import headroom.scenarios.text.Tree;
import headroom.scenarios.text.TreePath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Learns what a scenario may hold by asking the readers themselves: each is given values of every
 * shape, and what it does not complain of may be written.
 */
final class SchemaExplorer {

  /** Fields by whose presence a reader decides what else it asks. */
  private static final List<String> DECIDING = List.of(
      "composite",
      "cron",
      "parallel",
      "one-of",
      "from",
      "latin-hypercube",
      "trace",
      "at",
      "share",
      "response",
      "time-to-failure",
      "like");

  /** Fields whose word decides in which unit others are written. */
  private static final List<String> DECIDING_WORDS = List.of("metric", "adjustment-type");

  /** Names that a map may have to have, where any name is allowed. */
  private static final List<String> NAMES =
      List.of("xy-1", "m5.large", "linux", "storage.gp3", "groups.web.size.min");

  private static final String NODES = "some-nodes";

  private static final TreePath AT = TreePath.TOP.name("at");
  /** In whatever unit, or a law in its place. */
  private static final Tree RANGE = Tree.map(Map.of("from", Tree.of("1"), "to", Tree.of("2")));

  private static final Tree JUNK = Tree.of("?");

  private final Map<Reader<?>, Shape> known = new LinkedHashMap<>();

  /** What can be written in one place. */
  static final class Shape {
    String name = "";
    boolean recursive;
    boolean anything;
    boolean range;
    final Set<String> words = new TreeSet<>();
    final List<SchemaForm> forms = new ArrayList<>();
    Optional<SchemaFields> fields = Optional.empty();
    Optional<Shape> values = Optional.empty();
    Optional<Shape> items = Optional.empty();
    final List<Shape> others = new ArrayList<>();
  }

  /** A place: how a value comes there, and who reads it. */
  private record Place(Reader<?> reader, Function<Tree, Tree> wrap, TreePath at, String called) {

    Heard read(Tree value) {
      return read(value, NODES);
    }

    /** Reads where a group has pods on it, which is asked for less. */
    Heard read(Tree value, String nodes) {
      Heard heard = new Heard(at);
      Session session = heard.session(nodes);
      Read<?> read = reader.read(new Node(wrap.apply(value), AT, session));
      heard.isValue = !at.equals(AT) || read.value().isPresent();
      heard.complaints = session.complaints.stream()
          .filter(complaint -> isInside(complaint.path()))
          .toList();
      return heard;
    }

    private boolean isInside(String path) {
      return path.equals(at.toString()) || path.startsWith(at + ".") || path.startsWith(at + "[");
    }

    Place item() {
      return new Place(reader, value -> wrap.apply(Tree.list(List.of(value))), at.index(0), called);
    }

    Place named(String name) {
      return new Place(
          reader, value -> wrap.apply(Tree.map(Map.of(name, value))), at.name(name), called);
    }
  }

  /** The whole file. */
  Shape scenario() {
    Reader<String> file = node -> {
      new ScenarioFields(node, new TestBooks());
      return Read.rejected(node.tree());
    };
    return shape(file, "scenario");
  }

  private Shape shape(Reader<?> reader, String called) {
    Shape before = known.get(reader);
    if (before != null) {
      before.recursive |= before.name.isEmpty();
      return before;
    }
    Shape shape = new Shape();
    known.put(reader, shape);
    explore(new Place(reader, tree -> tree, AT, called), shape);
    shape.name = called;
    return shape;
  }

  private Shape at(Place place) {
    Shape shape = new Shape();
    explore(place, shape);
    shape.name = place.called();
    return shape;
  }

  private void explore(Place place, Shape shape) {
    Heard map = place.read(Tree.map(Map.of()));
    scalars(place, shape);
    if (map.accepted()
        && !map.isMap
        && place.read(Tree.list(List.of(JUNK))).accepted()
        && shape.forms.contains(SchemaForm.TEXT)) {
      shape.anything = true;
    } else if (place.read(RANGE).accepted()) {
      shape.range = true;
    } else if (map.isMap) {
      shape.fields = Optional.of(fields(place, map));
    } else {
      shape.values = values(place);
    }
    if (!shape.anything) {
      shape.items = items(place);
    }
  }

  private void scalars(Place place, Shape shape) {
    for (SchemaForm form : SchemaForm.values()) {
      Heard heard = place.read(Tree.of(form.example()));
      shape.words.addAll(heard.words);
      if (heard.accepted()) {
        shape.forms.add(form);
      }
    }
    SchemaForm.WORDS.stream()
        .filter(word -> place.read(Tree.of(word)).accepted())
        .forEach(shape.words::add);
  }

  /** What stands behind the names of a map that may have any. */
  private Optional<Shape> values(Place place) {
    return NAMES.stream()
        .filter(name -> isReached(place.read(Tree.map(Map.of(name, JUNK))), place.named(name)))
        .map(place::named)
        .filter(value -> value.read(JUNK).complaints.stream()
            .noneMatch(complaint -> complaint.message().contains("has no such")))
        .findFirst()
        .map(this::at);
  }

  private Optional<Shape> items(Place place) {
    Place item = place.item();
    return isReached(place.read(Tree.list(List.of(JUNK))), item)
        ? Optional.of(at(item))
        : Optional.empty();
  }

  /** Whether a reader came so far, or minds nothing at all. */
  private static boolean isReached(Heard whole, Place part) {
    return !part.read(JUNK).complaints.isEmpty()
        || part.read(Tree.map(Map.of())).isMap
        || whole.accepted();
  }

  /** Asks a map which fields it has, with each of them written in turn. */
  private SchemaFields fields(Place place, Heard least) {
    SchemaFields fields = new SchemaFields();
    fields.learn(least, "", false);
    fields.learn(place.read(Tree.map(Map.of()), NAMES.get(0)), "", false);
    Set<String> todo = new LinkedHashSet<>(DECIDING);
    while (!todo.isEmpty()) {
      todo.forEach(name -> ask(place, fields, name));
      todo = new LinkedHashSet<>(fields.names());
      todo.removeIf(fields::tried);
    }
    fields.needs(names -> {
      Map<String, Tree> set = new LinkedHashMap<>();
      names.forEach(name -> set.put(name, value(name)));
      return place.read(Tree.map(set));
    });
    fields.explore(this::shape);
    return fields;
  }

  private static void ask(Place place, SchemaFields fields, String name) {
    Heard heard = place.read(Tree.map(Map.of(name, value(name))));
    boolean isField = heard.fields.containsKey(name) || heard.kinds.containsKey(name);
    if (!isField) {
      fields.skip(name);
      return;
    }
    fields.learn(heard, name, false);
    fields.learn(place.read(Tree.map(Map.of(name, value(name))), NAMES.get(0)), name, false);
    for (String word : heard.wordsOf(name)) {
      fields.learn(
          place.read(Tree.map(Map.of(name, Tree.of(word)))), name, DECIDING_WORDS.contains(name));
    }
  }

  /** A value that decides as much as one can. */
  private static Tree value(String field) {
    return field.equals("pod") ? Tree.map(Map.of("on", Tree.list(List.of(Tree.of(NODES))))) : JUNK;
  }
}

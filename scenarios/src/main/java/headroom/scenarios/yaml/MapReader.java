package headroom.scenarios.yaml;

import headroom.problem.Problem;
import headroom.scenarios.text.Shown;
import headroom.scenarios.text.Tree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Reads the fields of one map: each is asked for once, required or with its default; what nobody
 * asked for is unknown.
 */
final class MapReader {

  private final Node node;
  private final boolean isMap;
  private final Map<String, Tree.Field> fields;
  private final Set<String> asked = new LinkedHashSet<>();
  private final List<String> later = new ArrayList<>();
  private final Map<String, Tree> full = new LinkedHashMap<>();
  private final Set<String> rejected = new LinkedHashSet<>();
  private final Given.Turn turn = new Given.Turn();
  private boolean complete;
  private boolean checkable;

  private MapReader(Node node, boolean isMap, Map<String, Tree.Field> fields) {
    this.node = node;
    this.isMap = isMap;
    this.fields = fields;
    this.complete = isMap;
    this.checkable = isMap;
  }

  /** Reads a map; what is none is one complaint, and its fields are none. */
  static MapReader of(Node node, String example) {
    node.session().survey.map(node.path(), example);
    if (node.tree() instanceof Tree.Fields map) {
      return new MapReader(node, true, map.fields());
    }
    node.complain("must be a map, was " + node.tree().shown() + "; for example " + example);
    return new MapReader(node, false, Map.of());
  }

  boolean has(String name) {
    Tree.Field field = fields.get(name);
    return field != null && !(field.value() instanceof Tree.Scalar scalar && scalar.isNothing());
  }

  private void ask(String name, Reader<?> reader, Survey.Otherwise otherwise) {
    asked.add(name);
    node.session().survey.field(node.path(), name, reader, otherwise);
  }

  /** A field that nobody can guess. */
  <T> Given<T> required(String name, Reader<T> reader, String example) {
    ask(name, reader, Survey.Otherwise.required(example));
    if (has(name)) {
      return read(name, reader);
    }
    if (isMap) {
      node.complain(
          node.tree().position(),
          node.path().name(name),
          "is missing; for example " + name + ": " + example);
    }
    return given(name, Read.rejected(node.tree()), reader);
  }

  /** A field that need not be there and has no default. */
  <T> Given<Optional<T>> maybe(String name, Reader<T> reader) {
    ask(name, reader, Survey.Otherwise.NOTHING);
    return has(name)
        ? read(name, reader.map(Optional::of))
        : new Given<>(Optional.of(Optional.empty()), Optional.empty(), turn);
  }

  /** A field whose default matters to nobody's result, or is told elsewhere. */
  <T> Given<T> or(String name, Reader<T> reader, Tree otherwise) {
    ask(name, reader, Survey.Otherwise.usually(otherwise));
    return has(name) ? read(name, reader) : byDefault(name, reader, otherwise);
  }

  <T> Given<T> or(String name, Reader<T> reader, String otherwise) {
    return or(name, reader, Tree.of(otherwise));
  }

  /** A field whose default is told among the assumptions. */
  <T> Given<T> assume(String name, Reader<T> reader, Tree otherwise, String why) {
    if (!has(name) && isMap) {
      node.session().assume(node.path().name(name), otherwise, why);
    }
    return or(name, reader, otherwise);
  }

  <T> Given<T> assume(String name, Reader<T> reader, String otherwise, String why) {
    return assume(name, reader, Tree.of(otherwise), why);
  }

  /** What no field says, since there is nothing to say. */
  <T> Given<T> known(T value) {
    return new Given<>(Optional.of(value), Optional.empty(), turn);
  }

  /** Fields of the design that this version does not have yet. */
  MapReader later(String... names) {
    later.addAll(List.of(names));
    return this;
  }

  /** The one of several kinds that the map names. */
  <T> Given<T> oneOf(String what, Map<String, Reader<T>> kinds) {
    node.session().survey.kinds(node.path(), what, kinds);
    List<String> named = fields.keySet().stream().filter(kinds::containsKey).toList();
    asked.addAll(named);
    if (named.size() == 1) {
      String name = named.get(0);
      return read(name, Objects.requireNonNull(kinds.get(name)));
    }
    complete = false;
    checkable = false;
    if (isMap) {
      complainOfKinds(what, kinds.keySet(), named);
    }
    return new Given<>(Optional.empty(), Optional.empty(), turn);
  }

  private void complainOfKinds(String what, Set<String> kinds, List<String> named) {
    if (named.size() > 1) {
      node.complain("must be one " + what + ", not both " + String.join(" and ", named));
      return;
    }
    Optional<String> stranger =
        fields.keySet().stream().filter(name -> !asked.contains(name)).findFirst();
    if (stranger.isEmpty()) {
      node.complain("names no " + what + "; known: " + String.join(", ", kinds));
      return;
    }
    String name = stranger.get();
    asked.add(name);
    String cure = later.contains(name) ? "is not in this version" : Shown.cure(name, kinds);
    node.complain(
        field(name).namePosition(),
        node.path().name(name),
        later.contains(name) ? cure : "unknown " + what + "; " + cure);
  }

  private <T> Given<T> read(String name, Reader<T> reader) {
    Read<T> read = reader.read(node.child(name, field(name).value()));
    full.put(name, read.full());
    return given(name, read, reader);
  }

  private <T> Given<T> given(String name, Read<T> read, Reader<T> reader) {
    Given<T> given = new Given<>(read.value(), reader.standIns(), turn);
    if (read.value().isEmpty()) {
      rejected.add(name);
      complete = false;
      checkable &= given.isKnown();
    }
    return given;
  }

  private Tree.Field field(String name) {
    return Objects.requireNonNull(fields.get(name));
  }

  private <T> Given<T> byDefault(String name, Reader<T> reader, Tree otherwise) {
    Read<T> read = reader.read(node.child(name, otherwise));
    full.put(name, read.full());
    return new Given<>(read.value(), Optional.empty(), turn);
  }

  /** Tells every field that nobody asked for. */
  void close() {
    for (Map.Entry<String, Tree.Field> entry : fields.entrySet()) {
      String name = entry.getKey();
      if (!asked.contains(name)) {
        node.complain(
            entry.getValue().namePosition(),
            node.path().name(name),
            later.contains(name)
                ? "is not in this version"
                : "unknown field; " + Shown.cure(name, asked));
      }
    }
  }

  /** The record, once its fields are there and it has no problem of its own. */
  <T> Read<T> build(Class<?> record, Supplier<List<Problem>> problems, Supplier<T> make) {
    close();
    node.session().asked(record, asked);
    if (!complete) {
      if (checkable) {
        checkTheRest(problems);
      }
      return Read.rejected(full());
    }
    List<Problem> found = problems.get();
    node.complainAll(found);
    return found.isEmpty() ? Read.of(make.get(), full()) : Read.rejected(full());
  }

  /** Checks the good fields of a record, with stand-ins for the rejected ones. */
  private void checkTheRest(Supplier<List<Problem>> problems) {
    List<Problem> with = problems.get();
    turn.setSecond(true);
    List<Problem> withOthers = problems.get();
    with.stream()
        .filter(withOthers::contains)
        .filter(problem -> !rejected.contains(problem.field().split("[.\\[]", 2)[0]))
        .forEach(node::complain);
  }

  /** A record that has no problem of its own. */
  <T> Read<T> build(Class<?> record, Supplier<T> make) {
    return build(record, List::of, make);
  }

  Set<String> asked() {
    return asked;
  }

  Tree.Fields full() {
    return Tree.map(full);
  }
}

package headroom.scenarios.yaml;

import headroom.problem.InvalidInputException;
import headroom.scenarios.text.Tree;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads parts by their names; a part that was rejected is nothing, and its name still counts as
 * declared.
 */
record PartsReader<T>(Part<T> part, String example) implements Reader<Map<String, Optional<T>>> {

  /** Reads one part, which knows its name. */
  interface Part<T> {
    Read<T> read(String name, Node node);
  }

  @Override
  public Read<Map<String, Optional<T>>> read(Node node) {
    if (!(node.tree() instanceof Tree.Fields map)) {
      node.complain(
          "must be a map of names, was " + node.tree().shown() + "; for example " + example);
      return Read.rejected(node.tree());
    }
    Map<String, Optional<T>> values = new LinkedHashMap<>();
    Map<String, Tree> full = new LinkedHashMap<>();
    map.fields().forEach((name, field) -> {
      checkName(node, name, field);
      Read<T> read = part.read(name, node.child(name, field.value()));
      values.put(name, read.value());
      full.put(name, read.full());
    });
    return Read.of(values, Tree.map(full));
  }

  /** All parts in their order; rejected when one is. */
  Reader<List<T>> whole() {
    Reader<List<T>> whole = node -> {
      Read<Map<String, Optional<T>>> parts = read(node);
      Read<List<T>> values =
          parts.map(all -> all.values().stream().flatMap(Optional::stream).toList());
      boolean complete =
          parts.value().stream().flatMap(p -> p.values().stream()).allMatch(Optional::isPresent);
      return complete ? values : Read.rejected(parts.full());
    };
    return Reader.withStandIns(whole, List.of(), List.of());
  }

  private static void checkName(Node node, String name, Tree.Field field) {
    try {
      Scalars.checkedName(name);
    } catch (InvalidInputException e) {
      String message = e.problems().get(0).message();
      node.complain(field.namePosition(), node.path().name(name), message);
    }
  }
}

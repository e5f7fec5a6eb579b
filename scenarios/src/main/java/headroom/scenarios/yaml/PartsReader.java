package headroom.scenarios.yaml;

import headroom.problem.InvalidInputException;
import headroom.scenarios.text.Tree;
import java.util.LinkedHashMap;
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

  private static void checkName(Node node, String name, Tree.Field field) {
    try {
      Scalars.checkedName(name);
    } catch (InvalidInputException e) {
      String message = e.problems().get(0).message();
      node.complain(field.namePosition(), node.path().name(name), message);
    }
  }
}

package headroom.scenarios.yaml;

import headroom.scenarios.text.Tree;
import java.util.Optional;
import java.util.function.Function;

/**
 * What became of a value that was read.
 *
 * @param value what it means; empty when it was rejected, with a complaint
 * @param full how it is written with all defaults and in the shortest form
 */
record Read<T>(Optional<T> value, Tree full) {

  static <T> Read<T> of(T value, Tree full) {
    return new Read<>(Optional.of(value), full);
  }

  static <T> Read<T> rejected(Tree tree) {
    return new Read<>(Optional.empty(), tree);
  }

  <R> Read<R> map(Function<T, R> function) {
    return new Read<>(value.map(function), full);
  }
}

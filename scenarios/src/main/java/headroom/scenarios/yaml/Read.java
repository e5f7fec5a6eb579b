package headroom.scenarios.yaml;

import headroom.scenarios.text.Tree;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What became of a value that was read.
 *
 * @param value what it means; empty when it was rejected, with a complaint
 * @param known the same, or of a rejected one what could be made of its good parts: enough to look
 *     up the names it gives
 * @param full how it is written with all defaults and in the shortest form
 */
record Read<T>(Optional<T> value, Optional<T> known, Tree full) {

  Read(Optional<T> value, Tree full) {
    this(value, value, full);
  }

  static <T> Read<T> of(T value, Tree full) {
    return new Read<>(Optional.of(value), full);
  }

  static <T> Read<T> rejected(Tree tree) {
    return new Read<>(Optional.empty(), tree);
  }

  <R> Read<R> map(Function<T, R> function) {
    Optional<R> mapped = value.map(function);
    return new Read<>(mapped, mapped.or(() -> known.map(function)), full);
  }

  boolean isReal() {
    return value.isPresent();
  }

  Stream<T> real() {
    return value.stream();
  }
}

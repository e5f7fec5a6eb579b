package headroom.scenarios.yaml;

import headroom.problem.InvalidInputException;
import headroom.problem.Problem;
import headroom.scenarios.text.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Makes a value of what is written, or complains and makes none. */
@FunctionalInterface
interface Reader<T> {

  Read<T> read(Node node);

  /** What may stand for a rejected value while the rest of its record is checked. */
  default Optional<StandIns<T>> standIns() {
    return Optional.empty();
  }

  /** The same reader, with values that may stand for a rejected one. */
  static <T> Reader<T> withStandIns(Reader<T> reader, Optional<StandIns<T>> standIns) {
    return new Reader<>() {
      @Override
      public Read<T> read(Node node) {
        return reader.read(node);
      }

      @Override
      public Optional<StandIns<T>> standIns() {
        return standIns;
      }
    };
  }

  static <T> Reader<T> withStandIns(Reader<T> reader, T one, T other) {
    return withStandIns(reader, Optional.of(new StandIns<>(one, other)));
  }

  /** Reads the same and passes it on; what the function refuses is a complaint. */
  default <R> Reader<R> map(Function<T, R> function) {
    Reader<R> mapped = node -> {
      Read<T> read = read(node);
      try {
        return read.map(function);
      } catch (InvalidInputException e) {
        node.complainAll(e);
        return Read.rejected(read.full());
      }
    };
    return withStandIns(mapped, standIns().flatMap(both -> both.map(function)));
  }

  /** What is made of this value alone, whose problems are those of the value itself. */
  default <R> Reader<R> alone(Function<T, List<Problem>> problems, Function<T, R> make) {
    return node -> {
      Read<T> read = read(node);
      List<Problem> found = read.value().map(problems).orElse(List.of());
      found.forEach(problem -> node.complain(new Problem("", problem.what(), problem.cure())));
      return found.isEmpty() ? read.map(make) : Read.rejected(read.full());
    };
  }

  /** A list of what this reads; rejected when one item is. */
  default Reader<List<T>> list(String example) {
    Reader<List<T>> list = node -> {
      Read<List<Optional<T>>> parts = parts(example).read(node);
      boolean whole = parts.value().stream().flatMap(List::stream).allMatch(Optional::isPresent);
      Read<List<T>> values =
          parts.map(all -> all.stream().flatMap(Optional::stream).toList());
      return whole ? values : Read.rejected(parts.full());
    };
    return withStandIns(list, List.of(), List.of());
  }

  /** A list of what this reads, rejected items left empty in their places. */
  default Reader<List<Optional<T>>> parts(String example) {
    return node -> {
      if (!(node.tree() instanceof Tree.Items items)) {
        node.complain("must be a list, was " + node.tree().shown() + "; for example " + example);
        return Read.rejected(node.tree());
      }
      List<Optional<T>> values = new ArrayList<>();
      List<Tree> full = new ArrayList<>();
      for (Tree item : items.items()) {
        Read<T> read = read(node.item(values.size(), item));
        values.add(read.value());
        full.add(read.full());
      }
      return Read.of(values, Tree.list(full));
    };
  }
}

package headroom.scenarios.yaml;

import headroom.problem.InvalidInputException;
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

  /** A list of what this reads; rejected when one item is. */
  default Reader<List<T>> list(String example) {
    Reader<List<T>> list = node -> {
      Read<List<Read<T>>> items = items(node, example);
      Read<List<T>> values = items.map(all -> all.stream().flatMap(Read::real).toList());
      boolean whole = items.value().stream().flatMap(List::stream).allMatch(Read::isReal);
      return whole ? values : Read.rejected(items.full());
    };
    return withStandIns(list, List.of(), List.of());
  }

  /** A list of what this reads, items of which nothing is known left empty in their places. */
  default Reader<List<Optional<T>>> parts(String example) {
    return node -> items(node, example).map(all -> all.stream().map(Read::known).toList());
  }

  private Read<List<Read<T>>> items(Node node, String example) {
    if (!(node.tree() instanceof Tree.Items items)) {
      node.complain("must be a list, was " + node.tree().shown() + "; for example " + example);
      return Read.rejected(node.tree());
    }
    List<Read<T>> reads = new ArrayList<>();
    for (Tree item : items.items()) {
      reads.add(read(node.item(reads.size(), item)));
    }
    return Read.of(reads, Tree.list(reads.stream().map(Read::full).toList()));
  }
}

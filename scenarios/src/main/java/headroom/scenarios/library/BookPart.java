package headroom.scenarios.library;

import headroom.problem.InvalidInputException;
import headroom.problem.Problem;
import headroom.problem.Suggestion;
import headroom.scenarios.text.Complaint;
import headroom.scenarios.text.Position;
import headroom.scenarios.text.Tree;
import headroom.scenarios.text.TreePath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A map of a price book's file while it is read: fields are asked for by name, and everything wrong
 * becomes a complaint with its place.
 */
final class BookPart {

  private final Tree tree;
  private final TreePath path;
  private final List<Complaint> complaints;
  private final Set<String> asked = new TreeSet<>();

  BookPart(Tree tree, TreePath path, List<Complaint> complaints) {
    this.tree = tree;
    this.path = path;
    this.complaints = complaints;
    if (!(tree instanceof Tree.Fields)) {
      complain(tree.position(), "must be a map, was " + tree.shown());
    }
  }

  /** The text of a field that must be there, as {@code meaning} understands it. */
  <T> Optional<T> text(String name, Function<String, T> meaning) {
    return required(name).flatMap(value -> scalar(value, path.name(name), meaning));
  }

  /** The same of a field that may be left out. */
  <T> Optional<T> textIfAny(String name, Function<String, T> meaning) {
    return find(name).flatMap(value -> scalar(value, path.name(name), meaning));
  }

  /** The texts of a field that is a text or a list of texts, and must be there. */
  <T> List<T> texts(String name, Function<String, T> meaning) {
    List<T> texts = new ArrayList<>();
    required(name).ifPresent(value -> {
      List<Tree> items = value instanceof Tree.Items list ? list.items() : List.of(value);
      items.forEach(item -> scalar(item, path.name(name), meaning).ifPresent(texts::add));
    });
    return texts;
  }

  /** A map that must be there. */
  Optional<BookPart> part(String name) {
    return required(name).map(value -> new BookPart(value, path.name(name), complaints));
  }

  /** A map that may be left out. */
  Optional<BookPart> partIfAny(String name) {
    return find(name).map(value -> new BookPart(value, path.name(name), complaints));
  }

  /** The maps in a list that must be there. */
  List<BookPart> items(String name) {
    List<BookPart> parts = new ArrayList<>();
    required(name).ifPresent(value -> {
      List<Tree> items = value instanceof Tree.Items list ? list.items() : List.of();
      if (items.isEmpty()) {
        complain(
            value.position(),
            path.name(name),
            "must be a list that is not empty, was " + value.shown());
      }
      for (int i = 0; i < items.size(); i++) {
        parts.add(new BookPart(items.get(i), path.name(name).index(i), complaints));
      }
    });
    return parts;
  }

  /** All maps in this one, by name. */
  Map<String, BookPart> parts() {
    Map<String, BookPart> parts = new LinkedHashMap<>();
    names()
        .forEach(name -> find(name)
            .ifPresent(value -> parts.put(name, new BookPart(value, path.name(name), complaints))));
    return parts;
  }

  /** All texts in this map, by name. */
  <T> Map<String, T> allTexts(Function<String, T> meaning) {
    Map<String, T> texts = new LinkedHashMap<>();
    names().forEach(name -> text(name, meaning).ifPresent(value -> texts.put(name, value)));
    return texts;
  }

  /** Complains of every field that nobody has asked for. */
  void end() {
    if (tree instanceof Tree.Fields map) {
      map.fields().forEach((name, field) -> {
        if (!asked.contains(name)) {
          complain(
              field.namePosition(),
              path.name(name),
              "unknown field; " + Suggestion.cure(name, asked));
        }
      });
    }
  }

  /**
   * Builds a thing when it is whole and nothing is wrong with it; problems are told at the fields
   * they name.
   */
  <T> Optional<T> build(boolean whole, List<Problem> problems, Supplier<T> thing) {
    for (Problem problem : problems) {
      complaints.add(Complaint.of(position(problem.field()), path.toString(), problem));
    }
    return whole && problems.isEmpty() ? Optional.of(thing.get()) : Optional.empty();
  }

  private Position position(String field) {
    return tree.at(field.isEmpty() ? TreePath.TOP : TreePath.parse(field))
        .orElse(tree)
        .position();
  }

  /** Whether anything is written in a field. */
  boolean has(String name) {
    return find(name).isPresent();
  }

  /** The names in this map. */
  Set<String> names() {
    return tree instanceof Tree.Fields map ? map.fields().keySet() : Set.of();
  }

  private Optional<Tree> find(String name) {
    asked.add(name);
    return tree instanceof Tree.Fields map ? map.value(name) : Optional.empty();
  }

  private Optional<Tree> required(String name) {
    Optional<Tree> value = find(name);
    if (value.isEmpty() && tree instanceof Tree.Fields) {
      complain(tree.position(), path.name(name), "must be given");
    }
    return value;
  }

  private <T> Optional<T> scalar(Tree value, TreePath at, Function<String, T> meaning) {
    if (!(value instanceof Tree.Scalar scalar) || scalar.isNothing()) {
      complain(value.position(), at, "must be a text, was " + value.shown());
      return Optional.empty();
    }
    try {
      return Optional.of(meaning.apply(scalar.text()));
    } catch (InvalidInputException wrong) {
      wrong
          .problems()
          .forEach(
              problem -> complaints.add(Complaint.of(value.position(), at.toString(), problem)));
      return Optional.empty();
    }
  }

  private void complain(Position position, String message) {
    complain(position, path, message);
  }

  private void complain(Position position, TreePath at, String message) {
    complaints.add(new Complaint(position, at.toString(), message));
  }
}

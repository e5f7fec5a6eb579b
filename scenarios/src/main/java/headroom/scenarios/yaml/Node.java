package headroom.scenarios.yaml;

import headroom.problem.InvalidInputException;
import headroom.problem.Problem;
import headroom.scenarios.text.Complaint;
import headroom.scenarios.text.InputException;
import headroom.scenarios.text.Position;
import headroom.scenarios.text.Shown;
import headroom.scenarios.text.Tree;
import headroom.scenarios.text.TreePath;
import headroom.spec.Reference;
import java.util.List;

/**
 * A value to be read.
 *
 * @param tree what is written
 * @param path where it stands in the scenario
 * @param session what is known so far
 */
record Node(Tree tree, TreePath path, Session session) {

  Node child(String name, Tree value) {
    return new Node(value, path.name(name), session);
  }

  /** A field that is written, to complain of it; the map itself where it is not. */
  Node at(String name) {
    return tree instanceof Tree.Fields map
        ? map.value(name).map(value -> child(name, value)).orElse(this)
        : this;
  }

  Node item(int index, Tree value) {
    return new Node(value, path.index(index), session);
  }

  /** Notes that a field, once it is known, means something by its name. */
  void refers(String field, Reference.Kind kind, Given<String> name) {
    name.value().ifPresent(known -> refers(path.name(field), kind, known));
  }

  /** Notes what each name of a list means. */
  void refersToAll(String field, Reference.Kind kind, Given<List<String>> names) {
    List<String> known = names.value().orElse(List.of());
    for (int i = 0; i < known.size(); i++) {
      refers(path.name(field).index(i), kind, known.get(i));
    }
  }

  void refers(TreePath at, Reference.Kind kind, String name) {
    session.references.add(new Reference(at.toString(), kind, name));
  }

  void complain(String message) {
    complain(tree.position(), path, message);
  }

  void complain(Position position, TreePath at, String message) {
    session.complaints.add(new Complaint(position, at.toString(), message));
  }

  /** Tells a problem of a record where the field it names is written. */
  void complain(Problem problem) {
    session.complaints.add(placed(problem));
  }

  /** A problem of a record with the place of the field that it names. */
  Complaint placed(Problem problem) {
    return Complaint.of(positionOf(problem.field()), path.toString(), problem);
  }

  void complainAll(List<Problem> problems) {
    problems.forEach(this::complain);
  }

  void complainAll(InvalidInputException thrown) {
    complainAll(thrown.problems());
  }

  /** Tells what is wrong with a file that this value names. */
  void complainOfFile(String name, InputException thrown) {
    for (Complaint complaint : thrown.complaints()) {
      if (!complaint.path().isEmpty()) {
        session.complaints.add(complaint);
      } else if (complaint.position().line() > 0) {
        complain(complaint.position(), path, complaint.message());
      } else {
        complain(Shown.quoted(name) + ": " + complaint.message());
      }
    }
  }

  /** The place of a field; of one that is not written, the place of what should hold it. */
  private Position positionOf(String field) {
    if (field.isEmpty()) {
      return tree.position();
    }
    List<TreePath.Step> steps = steps(field);
    for (int length = steps.size(); length > 0; length--) {
      var found = tree.at(new TreePath(steps.subList(0, length)));
      if (found.isPresent() && !found.get().position().equals(Position.NONE)) {
        return found.get().position();
      }
    }
    return tree.position();
  }

  private static List<TreePath.Step> steps(String field) {
    try {
      // A problem may name an item of the asked list itself: "[3]".
      return field.startsWith("[")
          ? TreePath.parse("x" + field)
              .steps()
              .subList(1, TreePath.parse("x" + field).steps().size())
          : TreePath.parse(field).steps();
    } catch (InputException e) {
      return List.of();
    }
  }
}

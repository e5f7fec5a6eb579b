package headroom.scenarios.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds and replaces values by path. */
final class TreeEdit {

  private final TreePath path;
  private final Tree value;

  private TreeEdit(TreePath path, Tree value) {
    this.path = path;
    this.value = value;
  }

  static Optional<Tree> find(Tree root, TreePath path) {
    Optional<Tree> here = Optional.of(root);
    for (TreePath.Step step : path.steps()) {
      here = here.flatMap(tree -> step(tree, step));
    }
    return here;
  }

  static Tree with(Tree root, TreePath path, Tree value) {
    return new TreeEdit(path, value).replaced(root, 0);
  }

  private static Optional<Tree> step(Tree tree, TreePath.Step step) {
    if (step instanceof TreePath.Name name && tree instanceof Tree.Fields map) {
      return map.value(name.name());
    }
    if (step instanceof TreePath.Name name && tree instanceof Tree.Items list) {
      int index = named(list, name.name());
      return index < 0 ? Optional.empty() : Optional.of(body(list.items().get(index)));
    }
    if (step instanceof TreePath.Index index && tree instanceof Tree.Items list) {
      return index.index() < list.items().size()
          ? Optional.of(list.items().get(index.index()))
          : Optional.empty();
    }
    return Optional.empty();
  }

  private Tree replaced(Tree tree, int depth) {
    if (depth == path.steps().size()) {
      return value;
    }
    TreePath.Step step = path.steps().get(depth);
    if (step instanceof TreePath.Name name) {
      return byName(tree, name.name(), depth);
    }
    return byIndex(tree, ((TreePath.Index) step).index(), depth);
  }

  private Tree byName(Tree tree, String name, int depth) {
    if (tree instanceof Tree.Fields map) {
      return inMap(map, name, depth);
    }
    if (tree instanceof Tree.Items list) {
      return inNamedItem(list, name, depth);
    }
    if (tree instanceof Tree.Scalar scalar && scalar.isNothing()) {
      return inMap(new Tree.Fields(scalar.position(), Map.of()), name, depth);
    }
    throw wrong(depth, "is " + tree.shown() + ", which has no part " + Shown.quoted(name));
  }

  private Tree inMap(Tree.Fields map, String name, int depth) {
    Tree nothing = new Tree.Scalar(value.position(), "", false);
    Tree.Field old = map.fields().getOrDefault(name, new Tree.Field(value.position(), nothing));
    Map<String, Tree.Field> changed = new LinkedHashMap<>(map.fields());
    changed.put(name, new Tree.Field(old.namePosition(), replaced(old.value(), depth + 1)));
    return new Tree.Fields(map.position(), changed);
  }

  private Tree inNamedItem(Tree.Items list, String name, int depth) {
    int index = named(list, name);
    if (index < 0) {
      throw wrong(depth, "no item of this list has the name " + Shown.quoted(name));
    }
    Tree item = list.items().get(index);
    return item(list, index, in(item, replaced(body(item), depth + 1)));
  }

  private Tree byIndex(Tree tree, int index, int depth) {
    if (tree instanceof Tree.Scalar scalar && scalar.isNothing()) {
      return inList(new Tree.Items(scalar.position(), List.of()), index, depth);
    }
    if (tree instanceof Tree.Items list) {
      return inList(list, index, depth);
    }
    throw wrong(depth, "is " + tree.shown() + ", not a list");
  }

  private Tree inList(Tree.Items list, int index, int depth) {
    if (index > list.items().size()) {
      throw wrong(depth, "has " + list.items().size() + " items, counted from 0");
    }
    Tree nothing = new Tree.Scalar(value.position(), "", false);
    Tree old = index < list.items().size() ? list.items().get(index) : nothing;
    return item(list, index, replaced(old, depth + 1));
  }

  private static Tree item(Tree.Items list, int index, Tree item) {
    List<Tree> changed = new ArrayList<>(list.items());
    if (index == changed.size()) {
      changed.add(item);
    } else {
      changed.set(index, item);
    }
    return new Tree.Items(list.position(), changed);
  }

  /** The index of the item whose body says {@code name: NAME}; -1 when none does. */
  private static int named(Tree.Items list, String name) {
    for (int i = 0; i < list.items().size(); i++) {
      if (body(list.items().get(i)) instanceof Tree.Fields map
          && map.value("name").orElse(list) instanceof Tree.Scalar scalar
          && scalar.text().equals(name)) {
        return i;
      }
    }
    return -1;
  }

  /** What an item says of itself: {@code {zone: {name: x}}} is a zone, its body the inner map. */
  private static Tree body(Tree item) {
    if (item instanceof Tree.Fields map && map.fields().size() == 1) {
      Tree inner = map.fields().values().iterator().next().value();
      return inner instanceof Tree.Fields ? inner : item;
    }
    return item;
  }

  private static Tree in(Tree item, Tree body) {
    if (body(item) == item) {
      return body;
    }
    Tree.Fields map = (Tree.Fields) item;
    Map.Entry<String, Tree.Field> only = map.fields().entrySet().iterator().next();
    Tree.Field field = new Tree.Field(only.getValue().namePosition(), body);
    return new Tree.Fields(map.position(), Map.of(only.getKey(), field));
  }

  private InputException wrong(int depth, String what) {
    String place = new TreePath(path.steps().subList(0, depth)).toString();
    String shown = place.isEmpty() ? path.toString() : place;
    return new InputException(List.of(new Complaint(value.position(), shown, what)));
  }
}

package headroom.scenarios.text;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;

/** Makes a tree of the parser's events, within a budget of values and of depth. */
final class TreeBuilder {

  /** Values in one file, those that aliases repeat counted each time. */
  static final int MOST_VALUES = 200_000;

  static final int DEEPEST = 64;

  private record Anchored(Tree tree, int values, int depth) {}

  private final Position whole;
  private final boolean marked;
  private final List<Complaint> complaints = new ArrayList<>();
  private final Map<String, Anchored> anchors = new LinkedHashMap<>();
  private int values;
  private int deepest;

  /** A builder whose values stand at their places in a file. */
  TreeBuilder(String file) {
    whole = Position.ofFile(file);
    marked = true;
  }

  /** A builder whose values all stand at one place. */
  TreeBuilder(Position everywhere) {
    whole = everywhere;
    marked = false;
  }

  Document build(Iterator<Event> events) {
    Tree root = new Tree.Scalar(whole, "", false);
    boolean seen = false;
    while (events.hasNext()) {
      Event event = events.next();
      if (event.getEventId() == Event.ID.DocumentStart && seen) {
        throw wrong(event.getStartMark(), "a second document starts here; one file holds one");
      }
      if (event instanceof NodeEvent node) {
        root = value(node, events, TreePath.TOP, 0);
        seen = true;
      }
    }
    return new Document(root, complaints);
  }

  private Tree value(NodeEvent event, Iterator<Event> events, TreePath path, int depth) {
    if (event instanceof AliasEvent alias) {
      return aliased(alias, depth);
    }
    int before = values;
    int deepestBefore = deepest;
    deepest = depth;
    count(event, 1, depth);
    Tree tree = event instanceof ScalarEvent scalar
        ? scalar(scalar)
        : collection((CollectionStartEvent) event, events, path, depth);
    int below = deepest - depth;
    deepest = Math.max(deepest, deepestBefore);
    event
        .getAnchor()
        .ifPresent(
            anchor -> anchors.put(anchor.getValue(), new Anchored(tree, values - before, below)));
    return tree;
  }

  private Tree aliased(AliasEvent event, int depth) {
    Anchor anchor = event.getAlias();
    Anchored anchored = anchors.get(anchor.getValue());
    if (anchored == null) {
      throw wrong(
          event.getStartMark(),
          "the alias " + Shown.quoted("*" + anchor.getValue())
              + " names nothing written before it");
    }
    count(event, anchored.values(), depth + anchored.depth());
    deepest = Math.max(deepest, depth + anchored.depth());
    return anchored.tree();
  }

  private Tree scalar(ScalarEvent event) {
    refuseTag(event.getTag(), event);
    return new Tree.Scalar(position(event.getStartMark()), event.getValue(), !event.isPlain());
  }

  private Tree collection(
      CollectionStartEvent event, Iterator<Event> events, TreePath path, int depth) {
    refuseTag(event.getTag(), event);
    return event.getEventId() == Event.ID.SequenceStart
        ? list(position(event.getStartMark()), events, path, depth)
        : map(position(event.getStartMark()), events, path, depth);
  }

  private Tree list(Position position, Iterator<Event> events, TreePath path, int depth) {
    List<Tree> items = new ArrayList<>();
    for (Event event = events.next(); event instanceof NodeEvent node; event = events.next()) {
      items.add(value(node, events, path.index(items.size()), depth + 1));
    }
    return new Tree.Items(position, items);
  }

  private Tree map(Position position, Iterator<Event> events, TreePath path, int depth) {
    Map<String, Tree.Field> fields = new LinkedHashMap<>();
    for (Event event = events.next(); event instanceof NodeEvent node; event = events.next()) {
      String name = name(node);
      Position place = position(node.getStartMark());
      TreePath inner = path.name(name);
      Tree value = value((NodeEvent) events.next(), events, inner, depth + 1);
      note(fields.putIfAbsent(name, new Tree.Field(place, value)), place, inner);
    }
    return new Tree.Fields(position, fields);
  }

  private String name(NodeEvent event) {
    if (!(event instanceof ScalarEvent scalar)) {
      throw wrong(event.getStartMark(), "a name must be plain text");
    }
    count(event, 1, 0);
    refuseTag(scalar.getTag(), scalar);
    if (scalar.getValue().isEmpty()) {
      throw wrong(event.getStartMark(), "a name is missing before ':'");
    }
    if (scalar.isPlain() && scalar.getValue().equals("<<")) {
      throw wrong(event.getStartMark(), "YAML 1.2 has no merge key '<<'; write the fields out");
    }
    return scalar.getValue();
  }

  private void note(Tree.@Nullable Field earlier, Position place, TreePath path) {
    if (earlier != null) {
      String what =
          "is said twice; the first is in line " + earlier.namePosition().line();
      complaints.add(new Complaint(place, path.toString(), what));
    }
  }

  private void count(Event event, int more, int depth) {
    values += more;
    if (values > MOST_VALUES) {
      throw wrong(event.getStartMark(), "the file holds more than " + MOST_VALUES + " values");
    }
    if (depth > DEEPEST) {
      throw wrong(event.getStartMark(), "the file nests deeper than " + DEEPEST + " levels");
    }
  }

  private void refuseTag(Optional<String> tag, Event event) {
    if (tag.isPresent() && !tag.get().equals("!")) {
      throw wrong(
          event.getStartMark(),
          "the tag "
              + Shown.quoted(tag.get().replace("tag:yaml.org,2002:", "!!"))
              + " has no meaning here");
    }
  }

  InputException wrong(Optional<Mark> mark, String what) {
    return new InputException(List.of(new Complaint(position(mark), "", what)));
  }

  Complaint complaint(String what) {
    return new Complaint(whole, "", what);
  }

  private Position position(Optional<Mark> mark) {
    return marked && mark.isPresent()
        ? new Position(whole.file(), mark.get().getLine() + 1, mark.get().getColumn() + 1)
        : whole;
  }
}

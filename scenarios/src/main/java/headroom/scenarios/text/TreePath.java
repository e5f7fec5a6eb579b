package headroom.scenarios.text;

import java.util.ArrayList;
import java.util.List;

/**
 * The way from the top of a file to a value: {@code groups.web.scaling[0].target-tracking.target}.
 * A name with a dot is written in double quotes.
 */
public record TreePath(List<Step> steps) {

  /** One step: to a field by its name, or to an item of a list by its index from 0. */
  public sealed interface Step {}

  /** To the field of a map, or to the item of a list that has this {@code name}. */
  public record Name(String name) implements Step {}

  /** To the item of a list. */
  public record Index(int index) implements Step {}

  public static final TreePath TOP = new TreePath(List.of());

  private static final int DEEPEST = 64;

  public TreePath {
    steps = List.copyOf(steps);
  }

  /**
   * Reads a path.
   *
   * @throws InputException when it is not one
   */
  public static TreePath parse(String text) {
    List<Step> steps = new TreePathParser(text).steps();
    if (steps.size() > DEEPEST) {
      throw new InputException(Position.SET, "a path has at most " + DEEPEST + " steps");
    }
    return new TreePath(steps);
  }

  public TreePath name(String name) {
    return plus(new Name(name));
  }

  public TreePath index(int index) {
    return plus(new Index(index));
  }

  private TreePath plus(Step step) {
    List<Step> longer = new ArrayList<>(steps);
    longer.add(step);
    return new TreePath(longer);
  }

  public boolean isTop() {
    return steps.isEmpty();
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (Step step : steps) {
      if (step instanceof Index index) {
        text.append('[').append(index.index()).append(']');
      } else if (step instanceof Name name) {
        text.append(text.isEmpty() ? "" : ".").append(written(name.name()));
      }
    }
    return text.toString();
  }

  /** A name as a path writes it: cut when it is very long, in quotes when it would be misread. */
  private static String written(String name) {
    String plain = Shown.plain(name);
    boolean clear = !plain.isEmpty() && plain.chars().noneMatch(c -> ".[]\"= ".indexOf(c) >= 0);
    return clear ? plain : '"' + plain.replace("\"", "\\\"") + '"';
  }
}

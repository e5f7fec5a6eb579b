package headroom.scenarios.text;

import java.util.ArrayList;
import java.util.List;

/** Reads the steps of a path from its text. */
final class TreePathParser {

  private final String text;
  private int next;

  TreePathParser(String text) {
    this.text = text;
  }

  List<TreePath.Step> steps() {
    List<TreePath.Step> steps = new ArrayList<>();
    steps.add(name());
    while (next < text.length()) {
      steps.add(text.charAt(next) == '[' ? index() : dotName());
    }
    return steps;
  }

  private TreePath.Step dotName() {
    if (text.charAt(next) != '.') {
      throw wrong();
    }
    next++;
    return name();
  }

  private TreePath.Step name() {
    if (next < text.length() && text.charAt(next) == '"') {
      return quotedName();
    }
    int start = next;
    while (next < text.length() && ".[]\"".indexOf(text.charAt(next)) < 0) {
      next++;
    }
    if (next == start) {
      throw wrong();
    }
    return new TreePath.Name(text.substring(start, next));
  }

  private TreePath.Step quotedName() {
    StringBuilder name = new StringBuilder();
    for (next++; next < text.length() && text.charAt(next) != '"'; next++) {
      if (text.charAt(next) == '\\' && next + 1 < text.length()) {
        next++;
      }
      name.append(text.charAt(next));
    }
    if (next == text.length()) {
      throw wrong();
    }
    next++;
    return new TreePath.Name(name.toString());
  }

  private TreePath.Step index() {
    int end = text.indexOf(']', next);
    String digits = end < 0 ? "" : text.substring(next + 1, end);
    if (!digits.matches("[0-9]{1,6}")) {
      throw wrong();
    }
    next = end + 1;
    return new TreePath.Index(Integer.parseInt(digits));
  }

  private InputException wrong() {
    return new InputException(
        Position.SET,
        Shown.quoted(text) + " is not a path; write one like groups.web.scaling[0].name");
  }
}

package headroom.reports.live;

import headroom.scenarios.text.Position;
import headroom.scenarios.text.Tree;
import headroom.scenarios.text.TreePath;
import headroom.scenarios.text.YamlReader;
import headroom.scenarios.text.YamlWriter;
import java.util.Optional;

/** Puts another value into the text of a scenario, and leaves what else is written as it is. */
final class TextEdit {

  private static final String NAME = "scenario";

  private TextEdit() {}

  /**
   * The text with a value at a path; comments stay where the value stands by itself already.
   *
   * @throws headroom.scenarios.text.InputException when the text or the value is none
   */
  static String with(String text, String path, String value) {
    TreePath place = TreePath.parse(path);
    Tree set = YamlReader.value(value, Position.SET);
    Tree root = YamlReader.parse(text, NAME).root();
    Tree wanted = root.with(place, set);
    return root.at(place)
        .filter(Tree.Scalar.class::isInstance)
        .map(Tree.Scalar.class::cast)
        .flatMap(old -> inPlace(text, old, value))
        .filter(edited -> YamlReader.parse(edited, NAME).root().sameAs(wanted))
        .or(() -> appended(text, root, place, value)
            .filter(edited -> YamlReader.parse(edited, NAME).root().sameAs(wanted)))
        .orElseGet(() -> YamlWriter.write(wanted));
  }

  /** A field of the whole scenario that is not there yet comes last. */
  private static Optional<String> appended(String text, Tree root, TreePath place, String value) {
    boolean isNew = place.steps().size() == 1
        && root.at(place).isEmpty()
        && text.lines().anyMatch(line -> line.matches("[a-z-]+:.*"));
    return isNew
        ? Optional.of(text + (text.endsWith("\n") ? "" : "\n") + place + ": " + value + "\n")
        : Optional.empty();
  }

  private static Optional<String> inPlace(String text, Tree.Scalar old, String value) {
    int at = offset(text, old.position());
    String written = old.text();
    if (old.quoted() || at < 0 || !text.startsWith(written, at)) {
      return Optional.empty();
    }
    return Optional.of(text.substring(0, at) + value + text.substring(at + written.length()));
  }

  /** Where in the text a place is; -1 where it is nowhere. */
  private static int offset(String text, Position position) {
    int at = 0;
    for (int line = 1; line < position.line(); line++) {
      at = text.indexOf('\n', at) + 1;
      if (at == 0) {
        return -1;
      }
    }
    int columns = position.column() - 1;
    return columns < 0 || text.codePointCount(at, text.length()) < columns
        ? -1
        : text.offsetByCodePoints(at, columns);
  }
}

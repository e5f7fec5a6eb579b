package headroom.scenarios.text;

/** A value given on the command line: {@code groups.web.size.min=6}, the value being YAML. */
public record Assignment(TreePath path, Tree value) {

  /**
   * Reads {@code path=value}.
   *
   * @throws InputException when it is not that
   */
  public static Assignment parse(String text) {
    int equals = text.indexOf('=');
    if (equals < 1) {
      throw new InputException(
          Position.SET, Shown.quoted(text) + " is not an assignment; write path=value");
    }
    TreePath path = TreePath.parse(text.substring(0, equals).strip());
    return new Assignment(path, YamlReader.value(text.substring(equals + 1), Position.SET));
  }

  public Tree applyTo(Tree root) {
    return root.with(path, value);
  }
}

package headroom.scenarios.text;

import org.jspecify.annotations.Nullable;

/** What the YAML parser found wrong, in words that help. */
final class YamlProblem {

  private YamlProblem() {}

  static String message(@Nullable String problem, @Nullable String context) {
    String what = problem == null ? "cannot be read" : problem;
    if (what.contains("\\t(TAB)")) {
      return "a tab stands where the line is indented; use spaces";
    }
    if (what.contains("mapping values are not allowed here")) {
      return "not YAML: a ':' is not allowed here; look at the indentation, or quote the text";
    }
    if (what.contains("expected <block end>")) {
      return "not YAML: this does not fit its surroundings; look at the indentation";
    }
    String where = context == null || context.isBlank() ? "" : context + ", ";
    return "not YAML: " + (where + what).replaceAll("\\s+", " ").strip();
  }
}

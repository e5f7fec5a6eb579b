package headroom.scenarios.library;

import headroom.problem.Suggestion;
import headroom.scenarios.text.Shown;
import java.util.Map;
import java.util.function.Function;

/** The sources that a price book names, by key; every figure's source must be one of them. */
record Sources(Map<String, String> byKey) {

  static Sources of(BookPart book) {
    return new Sources(
        book.part("sources").map(part -> part.allTexts(Function.identity())).orElse(Map.of()));
  }

  /** The sources of a part's figures, as one text. */
  String in(BookPart part) {
    return String.join("; ", part.texts("source", this::source));
  }

  private String source(String key) {
    String source = byKey.get(key);
    if (source == null) {
      throw Figures.wrong(
          "no source " + Shown.quoted(key) + " in this book", Suggestion.cure(key, byKey.keySet()));
    }
    return key.equals("unverified") ? source : key + ": " + source;
  }
}

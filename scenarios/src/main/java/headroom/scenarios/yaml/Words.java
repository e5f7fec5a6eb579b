package headroom.scenarios.yaml;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Builds a table of words in the order in which messages list them. */
final class Words<T> {

  private final Map<String, T> words = new LinkedHashMap<>();

  static <T> Words<T> of(String word, T value) {
    return new Words<T>().and(word, value);
  }

  Words<T> and(String word, T value) {
    words.put(word, value);
    return this;
  }

  Map<String, T> table() {
    return Collections.unmodifiableMap(words);
  }
}

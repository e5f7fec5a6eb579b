package headroom.architecture.planted.calls;

import java.util.List;

/** Does what the ban of this name forbids. */
@SuppressWarnings("StringCaseLocaleUsage")
final class DefaultLocale {

  List<String> lower(List<String> words) {
    return words.stream().map(word -> word.toLowerCase()).toList();
  }
}

package headroom.scenarios.yaml;

import headroom.scenarios.text.Position;
import headroom.scenarios.text.Tree;
import java.util.List;

/** Builds trees of defaults. */
final class Trees {

  private Trees() {}

  /** A list of texts, which stay texts even where one looks like a number. */
  static Tree texts(List<String> texts) {
    return Tree.list(texts.stream()
        .map(text -> (Tree) new Tree.Scalar(Position.NONE, text, true))
        .toList());
  }
}

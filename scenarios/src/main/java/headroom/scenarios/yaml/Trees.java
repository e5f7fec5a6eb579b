package headroom.scenarios.yaml;

import headroom.scenarios.text.Position;
import headroom.scenarios.text.Tree;
import java.util.List;

/** Builds trees of defaults. */
final class Trees {

  private Trees() {}

  /** A list of texts, which stay texts even where one looks like a number. */
  static Tree texts(List<String> texts) {
    return Tree.list(texts.stream().map(Trees::text).toList());
  }

  /** A text, even where it looks like a number. */
  static Tree text(String text) {
    return new Tree.Scalar(Position.NONE, text, true);
  }
}

package headroom.scenarios.yaml;

import static headroom.scenarios.yaml.Scalars.DURATION;

import headroom.scenarios.text.Tree;
import java.time.Duration;

/** Reads how much of a run's beginning is left out: so long, or what pilot runs say. */
final class WarmUpReader {

  private static final String AUTO = "auto";

  /** Its pilot runs are looked at minute by minute, and need enough of them. */
  private static final Duration SHORTEST = Duration.ofHours(1);

  private WarmUpReader() {}

  /**
   * What is said.
   *
   * @param length how long; zero until it is found
   * @param isFound whether it is to be found
   */
  record Said(Duration length, boolean isFound) {}

  static Read<Said> read(Node node) {
    if (!(node.tree() instanceof Tree.Scalar scalar) || !scalar.text().equals(AUTO)) {
      return DURATION.map(length -> new Said(length, false)).read(node);
    }
    if (node.session().lasts.compareTo(SHORTEST) < 0) {
      node.complain("'auto' needs a run of 1h at least, to see it settle; say how long, for example"
          + " 1m, or let it last longer");
      return Read.rejected(node.tree());
    }
    return Read.of(new Said(Duration.ZERO, true), node.tree());
  }
}

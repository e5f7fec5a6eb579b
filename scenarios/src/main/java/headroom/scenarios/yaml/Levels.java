package headroom.scenarios.yaml;

import headroom.scenarios.text.Tree;
import java.util.List;

/**
 * What a value may be when it is chosen.
 *
 * @param path where it stands
 * @param values what it may be
 * @param isOrdered whether they lie along a range
 */
record Levels(String path, List<Tree> values, boolean isOrdered) {

  Levels {
    values = List.copyOf(values);
  }
}

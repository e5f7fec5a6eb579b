package headroom.scenarios.yaml;

import headroom.scenarios.text.Assignment;
import headroom.scenarios.text.Tree;
import headroom.scenarios.text.TreePath;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Every combination of values; the last path changes fastest.
 *
 * @param values the values of each path, in the order in which they are written
 */
record VaryGrid(Map<String, List<Tree>> values) implements Vary {

  VaryGrid {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  @Override
  public List<String> paths() {
    return List.copyOf(values.keySet());
  }

  @Override
  public long count() {
    long count = 1;
    for (List<Tree> each : values.values()) {
      count = Math.min(Integer.MAX_VALUE, count * each.size());
    }
    return count;
  }

  @Override
  public List<Factor> factors() {
    return values.entrySet().stream()
        .<Factor>map(each -> new Listed(each.getKey(), each.getValue()))
        .toList();
  }

  /** Each of the values is as likely as any other. */
  private record Listed(String path, List<Tree> values) implements Factor {

    @Override
    public Tree at(double share) {
      return values.get(Math.min(values.size() - 1, (int) (share * values.size())));
    }
  }

  @Override
  public List<Change> changes(long seed) {
    List<List<Assignment>> all = List.of(List.of());
    for (Map.Entry<String, List<Tree>> each : values.entrySet()) {
      all = times(all, TreePath.parse(each.getKey()), each.getValue());
    }
    return VariantNames.of(paths()).named(all);
  }

  private static List<List<Assignment>> times(
      List<List<Assignment>> before, TreePath path, List<Tree> values) {
    List<List<Assignment>> all = new ArrayList<>(before.size() * values.size());
    for (List<Assignment> set : before) {
      for (Tree value : values) {
        List<Assignment> longer = new ArrayList<>(set);
        longer.add(new Assignment(path, value));
        all.add(longer);
      }
    }
    return all;
  }
}

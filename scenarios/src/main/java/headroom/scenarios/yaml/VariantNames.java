package headroom.scenarios.yaml;

import headroom.scenarios.text.Assignment;
import headroom.scenarios.text.Shown;
import headroom.scenarios.text.TreePath;
import headroom.scenarios.text.YamlWriter;
import headroom.scenarios.yaml.Vary.Change;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Names of variants, made of what they set: "size.min=3, type=m5.large". */
final class VariantNames {

  /** The end of a path by which it is known, by the path. */
  private final Map<String, String> ends = new LinkedHashMap<>();

  private VariantNames() {}

  static VariantNames of(List<String> paths) {
    VariantNames names = new VariantNames();
    for (String path : paths) {
      names.ends.put(TreePath.parse(path).toString(), end(path, paths));
    }
    return names;
  }

  /** The last steps of a path, two of them or as many as no other path ends with. */
  private static String end(String path, List<String> paths) {
    List<TreePath.Step> steps = TreePath.parse(path).steps();
    for (int from = Math.max(0, steps.size() - 2); from > 0; from--) {
      String end = new TreePath(steps.subList(from, steps.size())).toString();
      boolean isKnown =
          !end.startsWith("[") && paths.stream().noneMatch(p -> !p.equals(path) && p.endsWith(end));
      if (isKnown) {
        return end;
      }
    }
    return path;
  }

  /** Each set with a name of its own. */
  List<Change> named(List<List<Assignment>> sets) {
    Set<String> taken = new LinkedHashSet<>();
    List<Change> changes = new ArrayList<>(sets.size());
    for (List<Assignment> set : sets) {
      String name = set.stream().map(this::said).collect(Collectors.joining(", "));
      for (int number = 2; !taken.add(name); number++) {
        name = name.replaceFirst(" #[0-9]+$", "") + " #" + number;
      }
      changes.add(new Change(name, set));
    }
    return changes;
  }

  private String said(Assignment set) {
    String path = set.path().toString();
    return ends.getOrDefault(path, path) + "=" + Shown.plain(YamlWriter.line(set.value()));
  }
}

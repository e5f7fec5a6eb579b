package headroom.fleet.faults;

import headroom.fleet.instances.Instance;
import headroom.fleet.scaling.GroupKeeper;
import java.util.List;
import java.util.function.Predicate;

/**
 * What lies below one node of the tree of failure domains.
 *
 * @param node what the events call the node
 * @param groups whose instances may lie there, in the order in which they are struck
 * @param below true of those that do
 */
record Subtree(String node, List<GroupKeeper> groups, Predicate<Instance> below) {

  Subtree {
    groups = List.copyOf(groups);
  }
}

package headroom.fleet.instances;

import headroom.policy.placement.Placement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;

/** On which racks of a zone the instances of a placement group may lie (fleet sheet §1.7 [E14]). */
abstract class RackRule {

  static final int NONE = -1;

  /** Looks for a host with room on the racks that are allowed; {@link #NONE} when there is none. */
  interface Search {
    int on(IntPredicate racks);
  }

  static RackRule of(Placement placement) {
    return switch (placement.strategy()) {
      case DEFAULT -> new Anywhere();
      case CLUSTER -> new OnOne();
      case PARTITION -> new Parted(placement.partitions());
      case RACK_SPREAD -> new Apart(placement.mostInZone());
    };
  }

  /** A host for the next instance. */
  abstract int find(Search search);

  /** One more lies on a rack that {@link #find} has just named. */
  abstract void took(int rack);

  /** One fewer lies on a rack. */
  abstract void left(int rack);

  private static final class Anywhere extends RackRule {
    @Override
    int find(Search search) {
      return search.on(rack -> true);
    }

    @Override
    void took(int rack) {}

    @Override
    void left(int rack) {}
  }

  /** The rack of the first, as long as one of the group is there. */
  private static final class OnOne extends RackRule {
    private int home = NONE;
    private int held;

    @Override
    int find(Search search) {
      return search.on(rack -> held == 0 || rack == home);
    }

    @Override
    void took(int rack) {
      home = rack;
      held++;
    }

    @Override
    void left(int rack) {
      held--;
    }
  }

  private static final class Apart extends RackRule {
    private final int most;
    // A repaired instance is back before the one it follows is forgotten by all.
    private final Map<Integer, Integer> held = new TreeMap<>();

    Apart(int most) {
      this.most = most;
    }

    @Override
    int find(Search search) {
      return held.size() < most ? search.on(rack -> !held.containsKey(rack)) : NONE;
    }

    @Override
    void took(int rack) {
      held.merge(rack, 1, Integer::sum);
    }

    @Override
    void left(int rack) {
      held.computeIfPresent(rack, (key, count) -> count == 1 ? null : count - 1);
    }
  }

  /** Each partition has racks of its own, as long as one of its instances is there. */
  private static final class Parted extends RackRule {
    private final int[] inPartition;
    private final Map<Integer, Owned> racks = new TreeMap<>();

    private static final class Owned {
      private final int partition;
      private int held;

      Owned(int partition) {
        this.partition = partition;
      }
    }

    Parted(int partitions) {
      this.inPartition = new int[partitions];
    }

    /** Even as far as racks have room: the partition with the fewest comes first. */
    @Override
    int find(Search search) {
      for (int partition : byNumber()) {
        int host = search.on(rack -> isOpen(rack, partition));
        if (host != NONE) {
          return host;
        }
      }
      return NONE;
    }

    private boolean isOpen(int rack, int partition) {
      Owned owned = racks.get(rack);
      return owned == null || owned.partition == partition;
    }

    private List<Integer> byNumber() {
      List<Integer> order = new ArrayList<>();
      for (int partition = 0; partition < inPartition.length; partition++) {
        order.add(partition);
      }
      order.sort(Comparator.comparingInt(partition -> inPartition[partition]));
      return order;
    }

    @Override
    void took(int rack) {
      // Of a rack that nobody had, the first partition asked would have had it.
      Owned owned = racks.computeIfAbsent(rack, key -> new Owned(byNumber().get(0)));
      owned.held++;
      inPartition[owned.partition]++;
    }

    @Override
    void left(int rack) {
      Owned owned = racks.get(rack);
      if (owned != null) {
        inPartition[owned.partition]--;
        if (--owned.held == 0) {
          racks.remove(rack);
        }
      }
    }
  }
}

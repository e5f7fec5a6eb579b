package headroom.policy.scaling;

import headroom.supply.Resources;
import java.util.ArrayList;
import java.util.List;

/**
 * Which of several groups of nodes grows for pods without room (platform sheet §2.6 [K2]); by lot among
 * equals, which is how the autoscaler ends every choice.
 */
public enum Expander {
  /** The one of which least is left unused, by the sum of the shares of CPU and memory. */
  LEAST_WASTE("least-waste"),
  /** The one that has room for most pods. */
  MOST_PODS("most-pods"),
  /** Any that has room for a pod. */
  RANDOM("random"),
  /** The one with the highest priority; any where none has one. */
  PRIORITY("priority");

  private final String word;

  Expander(String word) {
    this.word = word;
  }

  /** The name in scenario files. */
  public String word() {
    return word;
  }

  /**
   * What growing a group of nodes would come to.
   *
   * @param group the group's name
   * @param nodes how many more
   * @param pods how many pods would find room
   * @param waste what would be left unused of the new nodes: shares of CPU and memory, added
   */
  public record Option(String group, int nodes, int pods, double waste) {

    /**
     * Puts pods on new nodes, the first that has room, as long as nodes may be added.
     *
     * @param needs what each pod asks for, in the order in which they are placed
     */
    public static Option of(String group, Resources node, int most, List<Resources> needs) {
      List<Resources> free = new ArrayList<>();
      int pods = 0;
      for (Resources need : needs) {
        int at = firstFit(free, need);
        if (at < 0 && free.size() < most && node.fits(need)) {
          free.add(node);
          at = free.size() - 1;
        }
        if (at >= 0) {
          free.set(at, free.get(at).minus(need));
          pods++;
        }
      }
      double cpu = 0;
      double memory = 0;
      for (Resources left : free) {
        cpu += left.vcpus() / node.vcpus();
        memory += left.memoryGiB() / node.memoryGiB();
      }
      return new Option(group, free.size(), pods, (cpu + memory) / Math.max(1, free.size()));
    }

    private static int firstFit(List<Resources> free, Resources need) {
      for (int i = 0; i < free.size(); i++) {
        if (free.get(i).fits(need)) {
          return i;
        }
      }
      return -1;
    }
  }

  /**
   * The number of the option to take; -1 when none has room for a pod.
   *
   * @param luck between 0 and 1, which decides between equals
   */
  public int choose(List<Option> options, Priorities priorities, double luck) {
    List<Integer> best = new ArrayList<>();
    double highest = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < options.size(); i++) {
      double worth = worth(options.get(i), priorities);
      if (options.get(i).pods() > 0 && worth >= highest) {
        if (worth > highest) {
          best.clear();
        }
        highest = worth;
        best.add(i);
      }
    }
    return best.isEmpty() ? -1 : best.get((int) (luck * best.size()));
  }

  private double worth(Option option, Priorities priorities) {
    return switch (this) {
      case LEAST_WASTE -> -option.waste();
      case MOST_PODS -> option.pods();
      case RANDOM -> 0;
      case PRIORITY -> priorities.of(option.group());
    };
  }
}

package headroom.policy.placement;

import headroom.problem.Problem;
import headroom.problem.Problems;
import java.util.List;
import java.util.Optional;

/**
 * How a group's instances lie on hardware: its placement group (fleet sheet §1.7 [E14]).
 *
 * @param strategy what is wanted
 * @param partitions of a partition group: how many in a zone; else 1
 * @param group the placement group's name, which groups may share; empty for one of its own
 */
public record Placement(Strategy strategy, int partitions, Optional<String> group) {

  private static final int MOST_PARTITIONS = 7;
  private static final int MOST_SPREAD = 7;

  /** What a placement group wants of hardware. */
  public enum Strategy {
    /** Spread over hardware as the provider can. */
    DEFAULT("default"),
    /** All on one rack of one zone: the high-bandwidth segment is a rack here. */
    CLUSTER("cluster"),
    /** In partitions that share no rack. */
    PARTITION("partition"),
    /** Each on a rack of its own: at most seven in a zone, and the eighth fails. */
    RACK_SPREAD("rack-spread");

    private final String word;

    Strategy(String word) {
      this.word = word;
    }

    /** The word in a scenario file. */
    public String word() {
      return word;
    }
  }

  /** As the provider likes. */
  public static final Placement DEFAULT = of(Strategy.DEFAULT);

  /** Each on a rack of its own. */
  public static final Placement RACK_SPREAD = of(Strategy.RACK_SPREAD);

  public static List<Problem> problems(Strategy strategy, int partitions, Optional<String> group) {
    return Problems.of()
        .require(
            "partitions",
            partitions >= 1 && partitions <= MOST_PARTITIONS,
            "must be between 1 and " + MOST_PARTITIONS + ", was " + partitions,
            "for example 3")
        .require(
            "partitions",
            partitions == 1 || strategy == Strategy.PARTITION,
            "are for strategy: partition",
            "leave them out")
        .require(
            "group",
            group.isEmpty() || strategy != Strategy.DEFAULT,
            "is for cluster, partition and rack-spread",
            "leave it out")
        .list();
  }

  public Placement {
    Problems.throwIfAny(problems(strategy, partitions, group));
  }

  private static Placement of(Strategy strategy) {
    return new Placement(strategy, 1, Optional.empty());
  }

  /** The same in the placement group it names, or else in that of this name. */
  public Placement in(String name) {
    return isDefault() || group.isPresent()
        ? this
        : new Placement(strategy, partitions, Optional.of(name));
  }

  public boolean isDefault() {
    return strategy == Strategy.DEFAULT;
  }

  /** How many of its instances a zone takes at the most. */
  public int mostInZone() {
    return strategy == Strategy.RACK_SPREAD ? MOST_SPREAD : Integer.MAX_VALUE;
  }
}

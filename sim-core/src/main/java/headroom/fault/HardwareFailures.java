package headroom.fault;

import headroom.problem.Problem;
import headroom.problem.Problems;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Hosts or racks go down with all instances on them, each by itself; launches avoid those that are
 * down.
 *
 * @param name the cause in the results
 * @param level hosts or racks
 * @param of which of the account's own hosts fail; empty for the cloud's
 * @param perZone how many there are in each zone; empty for as many as the cloud
 *     is said to have
 * @param zones the zones whose hardware fails; empty for all
 * @param atOnce how many of a zone go down together, where the moment is scripted or recorded
 * @param timing when each is down
 */
public record HardwareFailures(
    String name,
    Level level,
    Optional<String> of,
    OptionalInt perZone,
    List<String> zones,
    int atOnce,
    Timing timing)
    implements TimedFailure {

  /** The most there may be of a level in a zone. */
  public static final int MOST = 10_000;

  /** What stands between an instance and its zone. */
  public enum Level {
    HOST("hosts"),
    RACK("racks");

    private final String word;

    Level(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }
  }

  public static List<Problem> problems(
      OptionalInt perZone, List<String> zones, int atOnce, Timing timing) {
    int most = perZone.orElse(MOST);
    return Problems.of()
        .require(
            "per-zone",
            most >= 1 && most <= MOST,
            "must be between 1 and " + MOST + ", was " + most,
            "for example 20")
        .require(
            "zones", zones.stream().distinct().count() == zones.size(), "must not name one twice")
        .require(
            "at-once",
            atOnce >= 1 && atOnce <= Math.max(1, most),
            "must be between 1 and per-zone, was " + atOnce,
            "for example 3")
        .require(
            "at-once",
            atOnce == 1 || !timing.isRandom(),
            "is for a scripted moment; at random each goes down by itself",
            "leave it out")
        .list();
  }

  public HardwareFailures {
    zones = List.copyOf(zones);
    Problems.throwIfAny(problems(perZone, zones, atOnce, timing));
  }
}

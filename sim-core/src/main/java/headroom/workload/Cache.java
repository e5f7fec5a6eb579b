package headroom.workload;

import headroom.problem.Problem;
import headroom.problem.Problems;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A cache in front of a call, shared by all instances that make it: a hit needs no call.
 *
 * <p>Of so many equally popular entries some are there. A request finds its entry with probability
 * hit-ratio · (entries there / entries); a successful call brings one more, and each is forgotten
 * after its time to live. A lost cache is empty and must be filled by calls that succeed.
 *
 * @param hitRatio hits of requests once everything is there, 0 to 1
 * @param entries how many there can be
 * @param ttl how long an entry lives; empty for ever
 * @param startsCold true when it is empty at time zero
 */
public record Cache(double hitRatio, int entries, Optional<Duration> ttl, boolean startsCold) {

  private static final int MOST = 10_000_000;

  public static List<Problem> problems(double hitRatio, int entries, Optional<Duration> ttl) {
    return Problems.of()
        .percent("hit-ratio", hitRatio)
        .require(
            "entries",
            entries >= 1 && entries <= MOST,
            "must be between 1 and " + MOST + ", was " + entries,
            "for example 10000")
        .require(
            "ttl", ttl.isEmpty() || ttl.get().toNanos() > 0, "must be above 0", "for example 10m")
        .list();
  }

  public Cache {
    Problems.throwIfAny(problems(hitRatio, entries, ttl));
  }
}

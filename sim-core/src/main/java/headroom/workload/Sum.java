package headroom.workload;

import headroom.problem.Problem;
import headroom.problem.Problems;
import java.util.List;

/**
 * Several rates at once.
 *
 * @param parts the rates that are added
 */
public record Sum(List<Rate> parts) implements Rate {

  public static List<Problem> problems(List<Rate> parts) {
    double highest = highest(parts, 0, Long.MAX_VALUE);
    return Problems.of()
        .require("", !parts.isEmpty(), "needs at least one rate", "for example [20/s]")
        .require(
            "",
            highest <= MOST_PER_SECOND,
            "must stay below 1e12 requests a second, could reach " + highest,
            "smaller or fewer rates")
        .list();
  }

  public Sum {
    parts = List.copyOf(parts);
    Problems.throwIfAny(problems(parts));
  }

  @Override
  public double at(long nanos) {
    double sum = 0;
    for (Rate part : parts) {
      sum += part.at(nanos);
    }
    return sum;
  }

  @Override
  public double integral(long fromNanos, long toNanos) {
    double sum = 0;
    for (Rate part : parts) {
      sum += part.integral(fromNanos, toNanos);
    }
    return sum;
  }

  /** The sum of the parts' maxima, which need not fall together. */
  @Override
  public double maximum(long fromNanos, long toNanos) {
    return highest(parts, fromNanos, toNanos);
  }

  @Override
  public long nextChange(long nanos) {
    long next = Long.MAX_VALUE;
    for (Rate part : parts) {
      next = Math.min(next, part.nextChange(nanos));
    }
    return next;
  }

  @Override
  public void describe(Piece piece) {
    // By index: an iterator would be the only thing that an arrival allocates.
    for (int i = 0; i < parts.size(); i++) {
      parts.get(i).describe(piece);
    }
  }

  private static double highest(List<Rate> parts, long fromNanos, long toNanos) {
    double sum = 0;
    for (Rate part : parts) {
      sum += part.maximum(fromNanos, toNanos);
    }
    return sum;
  }
}

package headroom.workload;

import headroom.problem.Problem;
import headroom.problem.Problems;
import java.util.List;

/**
 * A rate times a factor.
 *
 * @param rate what is multiplied
 * @param factor by how much; 0 switches it off
 */
public record Scaled(Rate rate, double factor) implements Rate {

  public static List<Problem> problems(Rate rate, double factor) {
    double highest = factor == 0 ? 0 : rate.maximum(0, Long.MAX_VALUE) * factor;
    return Problems.of()
        .notNegative("scale", factor)
        .require(
            "scale",
            !(highest > MOST_PER_SECOND),
            "must keep the rate below 1e12 requests a second, would reach " + highest,
            "a smaller scale")
        .list();
  }

  public Scaled {
    Problems.throwIfAny(problems(rate, factor));
  }

  @Override
  public double at(long nanos) {
    return factor * rate.at(nanos);
  }

  @Override
  public double integral(long fromNanos, long toNanos) {
    return factor * rate.integral(fromNanos, toNanos);
  }

  @Override
  public double maximum(long fromNanos, long toNanos) {
    return factor * rate.maximum(fromNanos, toNanos);
  }

  @Override
  public long nextChange(long nanos) {
    return rate.nextChange(nanos);
  }

  @Override
  public void describe(Piece piece) {
    double before = piece.scale(factor);
    rate.describe(piece);
    piece.restore(before);
  }
}

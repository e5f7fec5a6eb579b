package headroom.policy.retry;

import headroom.math.RollingSum;
import headroom.problem.Problem;
import headroom.problem.Problems;
import headroom.results.How;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Retries for a share of the calls made lately, and for a few in any case, as Finagle and linkerd
 * have it (platform sheet §7.3, [R7]): within the time looked back on, at most ratio · calls +
 * perSecond · seconds.
 *
 * @param ratio retries for each call
 * @param perSecond retries a second that need no calls
 * @param lookBack how long calls and retries count; to a tenth of it
 */
public record RatioBudget(double ratio, double perSecond, Duration lookBack)
    implements RetryBudget {

  /** A fifth of the calls of the last 10 s, and 10 a second. */
  public static final RatioBudget DEFAULT = new RatioBudget(0.2, 10, Duration.ofSeconds(10));

  private static final int SLICES = 10;
  // Ten calls at a ratio of 0.7 must allow 7 retries, whatever 10 · 0.7 is in binary.
  private static final double ROUNDING_SLACK = 1e-9;

  public static List<Problem> problems(double ratio, double perSecond, Duration lookBack) {
    return Problems.of()
        .require(
            "ratio",
            ratio >= 0 && ratio <= 1000,
            "must be between 0 % and 100000 %, was " + 100 * ratio + " %",
            "for example 20%")
        .require(
            "per-second",
            perSecond >= 0 && perSecond <= 1e9,
            "must be between 0 and 1e9, was " + perSecond,
            "for example 10/s")
        .require(
            "per-second",
            ratio > 0 || perSecond > 0,
            "must be above 0 when the ratio is 0: this budget never allows a retry",
            "for example 10/s, or no retry at all")
        .require(
            "look-back",
            lookBack.toSeconds() >= 1 && lookBack.toSeconds() <= 3600,
            "must be between 1 s and 1 h, was " + Problems.seconds(lookBack),
            "for example 10s")
        .list();
  }

  public RatioBudget {
    Problems.throwIfAny(problems(ratio, perSecond, lookBack));
  }

  @Override
  public Memory memory() {
    return new Recent(lookBack.toNanos() / SLICES);
  }

  @Override
  public void firstAttempt(Memory memory, long nowNanos) {
    ((Recent) memory).calls.add(1, nowNanos);
  }

  @Override
  public boolean takes(Memory memory, How how, long nowNanos) {
    Recent recent = (Recent) memory;
    if (balance(recent, nowNanos) < 1 - ROUNDING_SLACK) {
      return false;
    }
    recent.retries.add(1, nowNanos);
    return true;
  }

  @Override
  public double left(Memory memory, long nowNanos) {
    return balance((Recent) memory, nowNanos);
  }

  /** As if calls, and the retries that leave so much, had come evenly over the time looked at. */
  @Override
  public void set(Memory memory, double left, double firstsPerSecond, long nowNanos) {
    Recent recent = (Recent) memory;
    recent.calls.clear();
    recent.retries.clear();
    double seconds = lookBack.toNanos() / 1e9;
    double calls = firstsPerSecond * Math.min(seconds, nowNanos / 1e9);
    double taken = Math.max(0, ratio * calls + perSecond * seconds - left);
    for (int slice = 1; slice <= SLICES; slice++) {
      long at = nowNanos - (SLICES - slice) * (lookBack.toNanos() / SLICES);
      if (at >= 0) {
        recent.calls.add(share(calls, slice), at);
        recent.retries.add(share(taken, slice), at);
      }
    }
  }

  /** The whole part of an amount that falls into a slice. */
  private static long share(double amount, int slice) {
    return Math.round(amount * slice / SLICES) - Math.round(amount * (slice - 1) / SLICES);
  }

  private double balance(Recent recent, long nowNanos) {
    double reserve = perSecond * (lookBack.toNanos() / 1e9);
    return ratio * recent.calls.sum(nowNanos) + reserve - recent.retries.sum(nowNanos);
  }

  @Override
  public void succeeded(Memory memory, @Nullable How retriedAfter, long nowNanos) {
    // Calls earn retries, however they end.
  }

  private static final class Recent implements Memory {
    private final RollingSum calls;
    private final RollingSum retries;

    private Recent(long sliceNanos) {
      this.calls = new RollingSum(SLICES, sliceNanos);
      this.retries = new RollingSum(SLICES, sliceNanos);
    }
  }
}

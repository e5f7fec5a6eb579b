package headroom.policy.limit;

import headroom.problem.Problem;
import headroom.problem.Problems;
import java.time.Duration;
import java.util.List;

/**
 * Shrinks when requests take longer than they usually do, and else grows by a few: each window,
 * limit · max(0.5, min(1, usual / now)) + queue, smoothed (form and figures of Netflix
 * concurrency-limits, {@code Gradient2Limit} in a {@code WindowedLimit}).
 *
 * <p>Usual is a moving average over windows, so it follows a lasting change; where it lies above
 * twice the present time, after a long overload, it comes down by a tenth each window.
 *
 * @param initial the limit at first
 * @param least the limit never falls below it
 * @param most the limit never rises above it
 * @param queue how many more a limit takes than it needs, from which it grows
 * @param smoothing weight of each new limit against the one before, above 0 and at most 1
 * @param window time over which requests are averaged; it lasts until ten have ended
 * @param longWindow windows in the moving average: each weighs 2 / (longWindow + 1)
 */
public record Gradient(
    int initial, int least, int most, int queue, double smoothing, Duration window, int longWindow)
    implements ConcurrencyLimit {

  public static final Gradient DEFAULT =
      new Gradient(20, 20, 200, 4, 0.2, Duration.ofSeconds(1), 600);

  private static final int ENOUGH_SAMPLES = 10;
  private static final int PLAIN_AVERAGE = 10;
  private static final double LEAST_GRADIENT = 0.5;
  private static final double TOO_LONG_AGO = 2;
  private static final double FORGETS = 0.9;

  public static List<Problem> problems(
      int initial,
      int least,
      int most,
      int queue,
      double smoothing,
      Duration window,
      int longWindow) {
    return Problems.of()
        .addAll("", Bounds.problems(initial, least, most))
        .require(
            "queue",
            queue >= 1,
            "must be at least 1, was " + queue + ": the limit could only shrink",
            "for example 4")
        .require(
            "smoothing",
            smoothing > 0 && smoothing <= 1,
            "must be above 0 and at most 1, was " + smoothing,
            "for example 0.2")
        .require("window", window.toNanos() > 0, "must be above 0", "for example 1s")
        .require("long-window", longWindow >= 1, "must be at least 1", "for example 600")
        .list();
  }

  public Gradient {
    Problems.throwIfAny(problems(initial, least, most, queue, smoothing, window, longWindow));
  }

  @Override
  public Memory memory() {
    return new Recent(initial, window.toNanos());
  }

  @Override
  public int limit(Memory memory) {
    return (int) ((Recent) memory).limit;
  }

  @Override
  public void left(Memory memory, long tookNanos, int inFlight, boolean dropped, long nowNanos) {
    Recent recent = (Recent) memory;
    recent.mostInFlight = Math.max(recent.mostInFlight, inFlight);
    if (!dropped) {
      // One that was not served says nothing about how long serving takes.
      recent.tookNanos += tookNanos;
      recent.samples++;
    }
    if (nowNanos >= recent.windowEnds && recent.samples >= ENOUGH_SAMPLES) {
      adapt(recent);
      recent.startWindow(nowNanos + window.toNanos());
    }
  }

  private void adapt(Recent recent) {
    double now = recent.tookNanos / (double) recent.samples;
    double usual = usual(recent, now);
    if (usual > TOO_LONG_AGO * now) {
      recent.usual = usual * FORGETS;
    }
    // With less than half of it in use, the limit is not what keeps requests fast or slow.
    if (recent.mostInFlight >= recent.limit / 2) {
      double gradient = usual >= now ? 1 : Math.max(LEAST_GRADIENT, usual / now);
      double next = recent.limit * gradient + queue;
      double smoothed = recent.limit * (1 - smoothing) + next * smoothing;
      recent.limit = Math.max(least, Math.min(most, smoothed));
    }
  }

  /** The moving average with a new window in it; at first, the plain average of all windows. */
  private double usual(Recent recent, double now) {
    recent.windows++;
    double weight = recent.windows <= PLAIN_AVERAGE ? 1.0 / recent.windows : 2.0 / (longWindow + 1);
    recent.usual += weight * (now - recent.usual);
    return recent.usual;
  }

  private static final class Recent implements Memory {
    private double limit;
    private long windowEnds;
    private long tookNanos;
    private int samples;
    private int mostInFlight;
    private double usual;
    private int windows;

    private Recent(int limit, long windowEnds) {
      this.limit = limit;
      this.windowEnds = windowEnds;
    }

    private void startWindow(long ends) {
      windowEnds = ends;
      tookNanos = 0;
      samples = 0;
      mostInFlight = 0;
    }
  }
}

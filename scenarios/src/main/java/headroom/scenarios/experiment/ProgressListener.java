package headroom.scenarios.experiment;

import headroom.results.Unit;
import headroom.statistics.Estimate;
import java.util.List;
import java.util.function.Supplier;

/** Hears how far an experiment is, on the thread that runs it. */
@FunctionalInterface
public interface ProgressListener {

  ProgressListener NONE = (done, planned) -> {};

  /**
   * Replications were finished.
   *
   * @param done how many so far
   * @param planned how many there will be, as far as is known; more may follow for a precision
   */
  void onProgress(int done, int planned);

  /**
   * From now on this is how precise the experiment is; asked on the same thread, as seldom as one
   * likes.
   *
   * @param of what the estimates are of, in words; empty where there is no choice
   * @param estimates those of the metrics that are watched
   */
  default void onWatched(String of, Supplier<List<Estimate>> estimates) {}

  /**
   * Pilot runs were finished, of those by which a warm-up is found before anything else is done.
   *
   * @param done how many so far
   * @param planned how many there will be
   */
  default void onPilot(int done, int planned) {}

  /**
   * What is looked for lies between these, as far as is known.
   *
   * @param of what it is, in words
   * @param low not less than this
   * @param high not more than this
   * @param unit what both are measured in
   */
  default void onBracket(String of, double low, double high, Unit unit) {}
}

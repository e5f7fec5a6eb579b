package headroom.scenarios.spark;

import headroom.scenarios.experiment.MasterUnreachable;
import java.time.Duration;
import org.apache.spark.api.java.JavaSparkContext;

/** The executors that a master gives. */
final class Workers {

  private static final long LOOK_MILLIS = 50;

  private Workers() {}

  /** Waits for the first: without one Spark would wait for ever. */
  static void awaitFirst(JavaSparkContext context, SparkSettings settings, Duration patience) {
    if (context.isLocal()) {
      return;
    }
    for (long left = patience.toMillis(); left > 0; left -= LOOK_MILLIS) {
      // The driver is one of those that Spark lists.
      if (context.sc().statusTracker().getExecutorInfos().length > 1) {
        return;
      }
      sleep(settings);
    }
    throw new MasterUnreachable(settings.said("gave no worker within " + patience.toSeconds()
        + " s: is one registered, with a free core and enough memory?"));
  }

  private static void sleep(SparkSettings settings) {
    try {
      Thread.sleep(LOOK_MILLIS);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new MasterUnreachable(settings.said("was not waited for"), stop);
    }
  }
}

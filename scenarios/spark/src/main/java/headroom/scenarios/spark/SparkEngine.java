package headroom.scenarios.spark;

import headroom.results.Run;
import headroom.scenarios.experiment.RemoteEngine;
import headroom.spec.Scenario;
import java.util.concurrent.ExecutionException;
import org.apache.spark.api.java.JavaSparkContext;

/**
 * Replications as tasks of Spark: whoever asks waits for its own. A task whose executor is lost runs
 * again elsewhere, and since a replication is a function of scenario and seed, to the same bytes.
 */
final class SparkEngine implements RemoteEngine {

  // Enough to fill some jobs with tasks of short replications; each is a thread that sleeps.
  private static final int CALLERS_PER_SLOT = 96;
  private static final int MOST_CALLERS = 512;

  private final JavaSparkContext context;
  private final int slots;
  private final Dispatch dispatch;

  SparkEngine(JavaSparkContext context) {
    this.context = context;
    this.slots = Math.max(1, context.defaultParallelism());
    Replicate replicate = new Replicate();
    this.dispatch = new Dispatch(
        tasks -> context.parallelize(tasks, tasks.size()).map(replicate).collect(), slots);
  }

  @Override
  public Run run(Scenario scenario, long seed, boolean shown) {
    try {
      return dispatch.ask(scenario, seed, shown).get().runOrThrow();
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the replication was not waited for", stop);
    } catch (ExecutionException failure) {
      throw new IllegalStateException(failure.getMessage(), failure);
    }
  }

  @Override
  public int slots() {
    return slots;
  }

  @Override
  public int callers() {
    return Math.max(2 * slots, Math.min(MOST_CALLERS, CALLERS_PER_SLOT * slots));
  }

  @Override
  public void close() {
    dispatch.close();
    context.close();
  }
}

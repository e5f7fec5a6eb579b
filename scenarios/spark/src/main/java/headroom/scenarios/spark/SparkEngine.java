package headroom.scenarios.spark;

import headroom.results.Run;
import headroom.scenarios.experiment.RemoteEngine;
import headroom.scenarios.wire.Wire;
import headroom.spec.Scenario;
import java.io.IOException;
import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;

/**
 * Replications as Spark jobs of one task each: whoever asks waits for its own, and Spark deals those
 * that wait out to the executors. A task whose executor is lost runs again elsewhere, and since a
 * replication is a function of scenario and seed, to the same bytes.
 */
final class SparkEngine implements RemoteEngine {

  private final JavaSparkContext context;
  private final Replicate replicate = new Replicate();

  SparkEngine(JavaSparkContext context) {
    this.context = context;
  }

  @Override
  public Run run(Scenario scenario, long seed, boolean shown) {
    byte[] errand = Wire.bytes(new Errand(scenario, seed, shown));
    byte[] reply = context.parallelize(List.of(errand), 1).map(replicate).first();
    try {
      return Wire.read(reply, Reply.class).runOrThrow();
    } catch (IOException e) {
      throw new IllegalStateException("an executor answered in words of another version", e);
    }
  }

  @Override
  public int slots() {
    return Math.max(1, context.defaultParallelism());
  }

  @Override
  public void close() {
    context.close();
  }
}

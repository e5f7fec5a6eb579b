package headroom.scenarios.spark;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.Engine;
import headroom.scenarios.experiment.MasterUnreachable;
import headroom.scenarios.experiment.RemoteEngine;
import headroom.scenarios.wire.Wire;
import headroom.spec.Scenario;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** Executors in processes of their own. A Java machine has one Spark context at a time. */
@Isolated
class ClusterTest {

  private static final int TRIALS = 24;
  private static final Scenario SHOP = Shop.of(Duration.ofHours(2), 20);

  @TempDir
  private Path folder = Path.of("");

  /** One of two workers is killed in the middle: its trials run again, to the same bytes. */
  @Test
  void aLostExecutorCostsOnlyItsUnfinishedTrials()
      throws IOException, InterruptedException, ExecutionException {
    try (SmallCluster cluster = new SmallCluster(folder)) {
      MasterUnreachable nobody = assertThrows(
          MasterUnreachable.class,
          () -> new SparkProvider(Duration.ofMinutes(1), Duration.ofSeconds(1))
              .connect(cluster.url()));
      assertTrue(
          String.valueOf(nobody.getMessage()).contains("gave no worker within 1 s"),
          nobody.getMessage());

      cluster.addWorker();
      cluster.addWorker();
      try (RemoteEngine engine = new SparkProvider().connect(cluster.url())) {
        List<byte[]> runs = runs(engine, cluster);

        for (int i = 0; i < TRIALS; i++) {
          assertArrayEquals(Wire.bytes(Engine.run(SHOP, i + 1)), runs.get(i));
        }
      }
    }
  }

  private static List<byte[]> runs(RemoteEngine engine, SmallCluster cluster)
      throws InterruptedException, ExecutionException {
    ExecutorService askers = Executors.newFixedThreadPool(4);
    try {
      List<Future<byte[]>> coming = new ArrayList<>();
      for (long seed = 1; seed <= TRIALS; seed++) {
        long own = seed;
        coming.add(askers.submit(() -> Wire.bytes(engine.run(SHOP, own, false))));
      }
      List<byte[]> runs = new ArrayList<>();
      for (Future<byte[]> each : coming) {
        runs.add(each.get());
        if (runs.size() == TRIALS / 3) {
          cluster.kill(0);
        }
      }
      assertEquals(TRIALS, runs.size());
      return runs;
    } finally {
      askers.shutdownNow();
    }
  }
}

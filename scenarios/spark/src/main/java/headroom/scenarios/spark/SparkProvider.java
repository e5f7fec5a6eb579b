package headroom.scenarios.spark;

import headroom.scenarios.experiment.EngineProvider;
import headroom.scenarios.experiment.MasterUnreachable;
import headroom.scenarios.experiment.RemoteEngine;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.spark.api.java.JavaSparkContext;

/** Apache Spark, for {@code --engine spark}. */
public final class SparkProvider implements EngineProvider {

  // A master that is there answers at once; together half a minute.
  private static final Duration KNOCK = Duration.ofSeconds(5);
  private static final Duration TO_ANSWER = Duration.ofSeconds(25);
  // Its workers start a Java machine each.
  private static final Duration TO_GIVE_WORKERS = Duration.ofMinutes(1);

  private final Duration patience;
  private final Duration patienceForWorkers;

  public SparkProvider() {
    this(TO_ANSWER, TO_GIVE_WORKERS);
  }

  SparkProvider(Duration patience, Duration patienceForWorkers) {
    this.patience = patience;
    this.patienceForWorkers = patienceForWorkers;
  }

  @Override
  public String name() {
    return "spark";
  }

  @Override
  public RemoteEngine connect(String master) {
    SparkSettings settings = SparkSettings.of(master);
    settings.standalone().ifPresent(it -> it.checkAnswers(KNOCK));
    JavaSparkContext context = context(settings);
    try {
      Workers.awaitFirst(context, settings, patienceForWorkers);
    } catch (RuntimeException nobody) {
      context.close();
      throw nobody;
    }
    return new SparkEngine(context);
  }

  // Spark itself waits for a minute, and for a local cluster for ever.
  private JavaSparkContext context(SparkSettings settings) {
    CompletableFuture<JavaSparkContext> coming = new CompletableFuture<>();
    Thread thread = new Thread(
        () -> {
          try {
            coming.complete(new JavaSparkContext(settings.conf()));
          } catch (RuntimeException | Error refused) {
            coming.completeExceptionally(refused);
          }
        },
        "spark-connect");
    thread.setDaemon(true);
    thread.start();
    try {
      return coming.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException refused) {
      Throwable why = refused.getCause() == null ? refused : refused.getCause();
      throw new MasterUnreachable(settings.said("cannot be used: " + why.getMessage()), why);
    } catch (TimeoutException late) {
      throw new MasterUnreachable(
          settings.said("did not answer within " + patience.toSeconds() + " s"), late);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new MasterUnreachable(settings.said("was not waited for"), stop);
    }
  }
}

package headroom.scenarios.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.scenarios.wire.Wire;
import headroom.spec.Scenario;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How replications are handed over, to a cluster that runs nothing and answers with the seed. */
class DispatchTest {

  private static final Scenario SHOP = Shop.of(Duration.ofMinutes(1), 1);
  private static final long DEADLY = 13;
  private static final String LOST = "executor lost";

  /** The seeds of each task, job by job. */
  private final List<List<List<Long>>> jobs = Collections.synchronizedList(new ArrayList<>());

  private final Dispatch dispatch = new Dispatch(this::job, 2);

  @AfterEach
  void letGo() {
    dispatch.close();
  }

  @Test
  void shortOnesGoTogetherAndEachGetsItsOwnAnswer() throws Exception {
    assertAnswered(0, 12);
    List<CompletableFuture<Reply>> coming = ask(100, 400);
    for (int i = 0; i < coming.size(); i++) {
      assertEquals(100 + i, seed(coming.get(i)));
    }
    // What the first took is known then: a millisecond each.
    List<List<Long>> fullest = jobs.stream()
        .max((one, other) -> Integer.compare(size(one), size(other)))
        .orElseThrow();
    assertTrue(fullest.stream().anyMatch(task -> task.size() > 1), () -> "tasks " + fullest);
    assertTrue(jobs.size() < 400, () -> jobs.size() + " jobs");
  }

  /** Its companions are none the worse. */
  @Test
  void theOneThatBringsItsExecutorDownFailsAlone() throws Exception {
    assertAnswered(20, 32);
    List<CompletableFuture<Reply>> coming = ask(0, 40);
    for (int i = 0; i < coming.size(); i++) {
      CompletableFuture<Reply> each = coming.get(i);
      if (i == DEADLY) {
        ExecutionException failure = assertThrows(ExecutionException.class, each::get);
        assertEquals(LOST, String.valueOf(failure.getCause()).replaceAll(".*: ", ""));
      } else {
        assertEquals(i, seed(each));
      }
    }
  }

  private void assertAnswered(int from, int to) throws Exception {
    List<CompletableFuture<Reply>> coming = ask(from, to);
    for (int i = 0; i < coming.size(); i++) {
      assertEquals(from + i, seed(coming.get(i)));
    }
  }

  private List<CompletableFuture<Reply>> ask(int from, int to) {
    List<CompletableFuture<Reply>> coming = new ArrayList<>();
    for (int seed = from; seed < to; seed++) {
      coming.add(dispatch.ask(SHOP, seed, false));
    }
    return coming;
  }

  private static long seed(CompletableFuture<Reply> coming) throws Exception {
    RuntimeException told = assertThrows(RuntimeException.class, coming.get()::runOrThrow);
    return Long.parseLong(told.getMessage().replaceAll(".* ", ""));
  }

  private static int size(List<List<Long>> job) {
    return job.stream().mapToInt(List::size).sum();
  }

  private List<byte[]> job(List<byte[]> tasks) {
    List<List<Long>> seeds = tasks.stream().map(DispatchTest::seeds).toList();
    jobs.add(seeds);
    if (seeds.stream().anyMatch(task -> task.contains(DEADLY))) {
      throw new IllegalStateException(LOST);
    }
    return seeds.stream()
        .map(task -> new Replies(
            1_000_000L * task.size(),
            task.stream()
                .map(seed -> Reply.of(new IllegalStateException("seed " + seed)))
                .toList()))
        .map(Wire::bytes)
        .toList();
  }

  private static List<Long> seeds(byte[] task) {
    try {
      return Wire.read(task, Errands.class).list().stream()
          .map(Errands.Errand::seed)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

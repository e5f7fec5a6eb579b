package headroom.laws;

import static org.junit.jupiter.api.Assertions.fail;

import headroom.Engine;
import headroom.results.Run;
import headroom.spec.Scenario;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.stream.LongStream;

/** Generated scenarios, each with a run that is shown and checks itself as it goes. */
public final class Generated {

  // Most laws are about the same runs; they take long, and a law must not change them.
  private static final Map<Long, Run> RUNS = new ConcurrentHashMap<>();

  private Generated() {}

  /** Holds a law against the scenarios of seeds 1, 2, 3, … as they come. */
  public static void forEach(int seeds, BiConsumer<Scenario, Run> law) {
    LongStream.rangeClosed(1, seeds).parallel().forEach(seed -> {
      try {
        Scenario scenario = AnyScenario.of(seed);
        law.accept(scenario, RUNS.computeIfAbsent(seed, any -> run(scenario)));
      } catch (RuntimeException | AssertionError e) {
        fail("seed " + seed + ": " + e.getMessage(), e);
      }
    });
  }

  private static Run run(Scenario scenario) {
    return Engine.check(scenario, scenario.seed());
  }
}

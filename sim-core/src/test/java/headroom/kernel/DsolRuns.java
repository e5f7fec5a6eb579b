package headroom.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import nl.tudelft.simulation.dsol.simulators.DevsSimulator;
import nl.tudelft.simulation.dsol.simulators.ReplicationState;
import nl.tudelft.simulation.dsol.simulators.SimulatorInterface;
import org.djutils.event.EventListener;
import org.djutils.event.EventProducer;
import org.djutils.logger.CategoryLogger;

/** Runs of one model on DSOL's own simulator and on ours, for comparison. */
final class DsolRuns {
  static final long WARM_UP = 100;
  static final long LENGTH = 1000;

  private DsolRuns() {}

  /** The same trace on both, from start to end. */
  static <M extends TracedModel> void assertSameTrace(Function<DevsSimulator<Long>, M> model) {
    assertSameTrace(model, sim -> go(sim, sim::start));
  }

  static <M extends TracedModel> void assertSameTrace(
      Function<DevsSimulator<Long>, M> model, Consumer<DevsSimulator<Long>> driver) {
    List<String> theirs = trace(stock(), model, driver);
    List<String> ours = trace(Simulation.create("ours"), model, driver);
    assertFalse(theirs.isEmpty());
    for (int i = 0; i < Math.min(theirs.size(), ours.size()); i++) {
      int line = i;
      assertEquals(
          theirs.get(i),
          ours.get(i),
          () -> "line " + line + ", after " + ours.subList(Math.max(0, line - 5), line));
    }
    assertEquals(theirs.size(), ours.size());
  }

  private static <M extends TracedModel> List<String> trace(
      DevsSimulator<Long> simulator,
      Function<DevsSimulator<Long>, M> modelOf,
      Consumer<DevsSimulator<Long>> driver) {
    M model = modelOf.apply(simulator);
    simulator.initialize(model, new OwnReplication());
    driver.accept(simulator);
    model.say("at last " + simulator.getRunState() + " " + simulator.getReplicationState());
    simulator.cleanUp();
    return model.trace();
  }

  /** DSOL's own; its constructor rewires a static logger, so one is made at a time. */
  @SuppressWarnings("LockOnNonEnclosingClassLiteral")
  static DevsSimulator<Long> stock() {
    synchronized (CategoryLogger.class) {
      return new DevsSimulator<>("stock");
    }
  }

  /** Starts in one of DSOL's ways and waits until the listeners have heard of the stop. */
  static void go(DevsSimulator<Long> simulator, Runnable start) {
    go(simulator, start, 1);
  }

  /** Waits for so many stops, or the end, of what was started once. */
  static void go(DevsSimulator<Long> simulator, Runnable start, int stops) {
    AtomicInteger heard = new AtomicInteger();
    EventListener counter = event -> heard.incrementAndGet();
    simulator.addListener(counter, SimulatorInterface.STOP_EVENT, EventProducer.LAST_POSITION);
    start.run();
    await(() -> heard.get() >= stops);
    await(() -> simulator.getReplicationState() != ReplicationState.ENDING);
    pause(); // DSOL's worker changes the state just before it tells the listeners of the end.
    simulator.removeListener(counter, SimulatorInterface.STOP_EVENT);
  }

  private static void await(BooleanSupplier state) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (!state.getAsBoolean()) {
      assertTrue(System.nanoTime() < deadline, "the run does not stop");
      pause();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(20);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}

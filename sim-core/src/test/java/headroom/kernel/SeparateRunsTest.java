package headroom.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import nl.tudelft.simulation.dsol.simulators.DevsSimulator;
import org.junit.jupiter.api.Test;

/** Runs share nothing, in parallel or in turn, and leave nothing behind. */
class SeparateRunsTest {
  private static final int RUNS = 100;

  @Test
  void parallelRunsEqualRunsInTurn() throws Exception {
    List<Callable<Long>> runs = new ArrayList<>();
    for (int seed = 1; seed <= RUNS; seed++) {
      int fixed = seed;
      runs.add(() -> kernelDigest(fixed) * 31 + dsolDigest(fixed));
    }
    List<Long> inTurn = new ArrayList<>();
    for (Callable<Long> run : runs) {
      inTurn.add(run.call());
    }
    assertEquals(RUNS, inTurn.stream().distinct().count());
    ExecutorService threads = Executors.newFixedThreadPool(8);
    List<Long> parallel = new ArrayList<>();
    for (Future<Long> future : threads.invokeAll(runs)) {
      parallel.add(future.get());
    }
    threads.shutdown();
    assertEquals(inTurn, parallel);
  }

  private static long kernelDigest(int seed) {
    try (Simulation simulation = Simulation.create("run " + seed)) {
      Walk walk = new Walk(simulation, seed);
      for (int i = 0; i < 20; i++) {
        simulation.at(i, Phase.WORK, walk);
      }
      simulation.runUntil(100_000);
      return walk.digest;
    }
  }

  private static long dsolDigest(int seed) {
    Simulation simulation = Simulation.create("run " + seed);
    Restless model = new Restless(simulation, seed);
    simulation.initialize(model, new OwnReplication());
    simulation.start();
    simulation.cleanUp();
    return model.trace().hashCode();
  }

  /** A random model with its own little chaos of schedules and cancels. */
  private static final class Walk implements Action {
    private final Simulation simulation;
    private final SplittableRandom random;
    private final long[] handles = new long[16];
    private long digest;

    Walk(Simulation simulation, int seed) {
      this.simulation = simulation;
      this.random = new SplittableRandom(seed);
    }

    @Override
    public void fire(long nowNanos) {
      digest = digest * 31 + nowNanos;
      int slot = random.nextInt(handles.length);
      if (simulation.cancel(handles[slot])) {
        digest++;
        simulation.after(random.nextLong(500), Phase.CHANGE, this);
      }
      Phase phase = Phase.values()[random.nextInt(4)];
      handles[slot] = simulation.after(random.nextLong(1000), phase, this);
    }
  }

  /** A DSOL model with random delays. */
  private static final class Restless extends TracedModel {
    private static final long serialVersionUID = 1L;
    private final SplittableRandom random;

    Restless(DevsSimulator<Long> simulator, int seed) {
      super(simulator);
      random = new SplittableRandom(seed);
    }

    @Override
    public void constructModel() {
      listen();
      step();
    }

    private void step() {
      say("step");
      simulator.scheduleEventRel(random.nextLong(20), (short) (1 + random.nextInt(10)), this::step);
    }
  }

  @Test
  void aFinishedReplicationHoldsNoEvents() {
    Simulation simulation = Simulation.create();
    simulation.initialize(new Restless(simulation, 1), new OwnReplication());
    WeakReference<Object> payload = schedulePayload(simulation, Long.MAX_VALUE / 2);
    simulation.start();
    assertCleared(payload);
    assertEquals(1000, simulation.now());
  }

  @Test
  void aClosedRunHoldsNoEvents() {
    Simulation simulation = Simulation.create();
    WeakReference<Object> payload = schedulePayload(simulation, 1_000_000);
    simulation.runUntil(100);
    simulation.close();
    assertCleared(payload);
    assertEquals(100, simulation.now());
  }

  @Test
  void firedAndCancelledActionsAreLetGoDuringTheRun() {
    Simulation simulation = Simulation.create();
    WeakReference<Object> fired = new WeakReference<>(payloadAt(simulation, 50));
    WeakReference<Object> cancelled = cancelledPayload(simulation);
    simulation.at(60, Phase.WORK, now -> {});
    simulation.runUntil(100);
    assertCleared(fired);
    assertCleared(cancelled);
    assertEquals(2, simulation.eventsFired());
  }

  /** DSOL's static logger keeps the simulator it knew last, unless told otherwise. */
  @Test
  void theRunItselfIsLetGo() {
    WeakReference<Object> run = new WeakReference<>(Simulation.create());
    assertCleared(run);
  }

  private static WeakReference<Object> schedulePayload(Simulation simulation, long at) {
    for (int i = 0; i < 200; i++) {
      payloadAt(simulation, at + i / 100);
    }
    byte[] large = new byte[1 << 20];
    simulation.scheduleEventAbs(at, () -> large[0]++);
    return new WeakReference<>(payloadAt(simulation, at));
  }

  private static Object payloadAt(Simulation simulation, long at) {
    byte[] payload = new byte[1 << 16];
    simulation.at(at, Phase.WORK, now -> payload[0]++);
    return payload;
  }

  private static WeakReference<Object> cancelledPayload(Simulation simulation) {
    byte[] payload = new byte[1 << 16];
    assertTrue(simulation.cancel(simulation.at(50, Phase.WORK, now -> payload[0]++)));
    return new WeakReference<>(payload);
  }

  private static void assertCleared(WeakReference<Object> reference) {
    for (int i = 0; i < 50 && reference.get() != null; i++) {
      System.gc();
    }
    assertTrue(reference.get() == null, "still held");
  }
}

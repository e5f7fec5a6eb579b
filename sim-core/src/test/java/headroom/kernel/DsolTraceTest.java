package headroom.kernel;

import static headroom.kernel.DsolRuns.assertSameTrace;
import static headroom.kernel.DsolRuns.go;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import nl.tudelft.simulation.dsol.formalisms.eventscheduling.LambdaSimEvent;
import nl.tudelft.simulation.dsol.formalisms.eventscheduling.SimEventInterface;
import nl.tudelft.simulation.dsol.simulators.DevsSimulator;
import nl.tudelft.simulation.dsol.simulators.ErrorStrategy;
import nl.tudelft.simulation.dsol.simulators.SimulatorInterface;
import org.djutils.event.Event;
import org.junit.jupiter.api.Test;

/** Any DSOL model with Long time gives the same trace on DSOL's own simulator and on ours. */
class DsolTraceTest {
  /** Ties of every priority, scheduled before and during the run, by lambda and by name. */
  static class Priorities extends TracedModel {
    private static final long serialVersionUID = 1L;

    Priorities(DevsSimulator<Long> simulator) {
      super(simulator);
    }

    @Override
    public void constructModel() {
      listen();
      for (int i = 0; i < 60; i++) {
        after(50 * (i % 3), 1 + i % 10, "early " + i);
        after(DsolRuns.LENGTH, i % 12, "at the end " + i);
        after(DsolRuns.WARM_UP, i % 12, "at the warm-up " + i);
      }
      simulator.scheduleEventAbs(70L, this, "burst", new Object[] {3});
    }

    public void burst(int more) {
      say("burst " + more);
      simulator.scheduleEventNow(() -> say("now, normal"));
      simulator.scheduleEventNow((short) 9, () -> say("now, high"));
      simulator.scheduleEventNow((short) 9, this, "shout", new Object[] {"now, by name"});
      simulator.scheduleEventRel(0L, (short) 2, () -> say("now, low"));
      simulator.scheduleEventRel(20L, this, "shout", new Object[] {"later, by name"});
      if (more > 0) {
        simulator.scheduleEventRel(110L, () -> burst(more - 1));
      }
    }

    public void shout(String what) {
      say(what.toUpperCase(java.util.Locale.ROOT));
    }
  }

  @Test
  void prioritiesAndListeners() {
    assertSameTrace(Priorities::new);
  }

  /** Events made first and scheduled later, out of order, twice, or never again. */
  static final class MadeInAdvance extends TracedModel {
    private static final long serialVersionUID = 1L;

    MadeInAdvance(DevsSimulator<Long> simulator) {
      super(simulator);
    }

    @Override
    public void constructModel() {
      List<SimEventInterface<Long>> made = new ArrayList<>();
      for (int i = 0; i < 200; i++) {
        String name = "made as " + i;
        made.add(new LambdaSimEvent<>((long) (i % 4 * 100), (short) (4 + i % 2), () -> say(name)));
      }
      Collections.shuffle(made, new Random(5));
      made.forEach(simulator::scheduleEvent);
      simulator.scheduleEvent(made.get(7));
      say("size " + simulator.getEventList().size());
      say("cancelled " + simulator.cancelEvent(made.get(9)) + simulator.cancelEvent(made.get(9)));
      say("first at " + simulator.getEventList().first().getAbsoluteExecutionTime());
      say("contains " + simulator.getEventList().contains(made.get(10)));
      simulator.getEventList().forEach(event -> say("listed " + event.getAbsoluteExecutionTime()));
    }
  }

  @Test
  void tiesFireByCreation() {
    assertSameTrace(MadeInAdvance::new);
  }

  /** Random delays, priorities and cancels, of events that wait and of ones that fired. */
  static final class Restless extends TracedModel {
    private static final long serialVersionUID = 1L;
    private final Random random;
    private final List<SimEventInterface<Long>> known = new ArrayList<>();

    Restless(DevsSimulator<Long> simulator, int seed) {
      super(simulator);
      random = new Random(seed);
    }

    @Override
    public void constructModel() {
      for (int i = 0; i < 100; i++) {
        spawn(i);
      }
    }

    private void spawn(int name) {
      long delay = random.nextInt(3) == 0 ? 0 : random.nextInt(60);
      short priority = (short) (1 + random.nextInt(10));
      known.add(simulator.scheduleEventRel(delay, priority, () -> step(name)));
    }

    private void step(int name) {
      say("step " + name);
      if (random.nextInt(3) == 0) {
        SimEventInterface<Long> victim = known.get(random.nextInt(known.size()));
        say("cancel " + simulator.cancelEvent(victim) + " "
            + simulator.getEventList().size());
      }
      for (int n = random.nextInt(known.size() > 3000 ? 2 : 4); n > 0; n--) {
        spawn(known.size());
      }
    }
  }

  @Test
  void cancelsAndRandomSchedules() {
    for (int seed = 1; seed <= 10; seed++) {
      int fixed = seed;
      assertSameTrace(simulator -> new Restless(simulator, fixed));
    }
  }

  @Test
  void stopsStepsAndStartsAgain() {
    assertSameTrace(Priorities::new, simulator -> {
      simulator.step();
      simulator.step();
      go(simulator, () -> simulator.runUpTo(50L));
      go(simulator, () -> simulator.runUpToAndIncluding(50L));
      simulator.step();
      go(simulator, () -> simulator.runUpTo(77L));
      simulator.scheduleEventNow(() -> simulator.stop());
      go(simulator, simulator::start);
      go(simulator, simulator::start);
    });
  }

  @Test
  void endsByStoppingCondition() {
    assertSameTrace(Priorities::new, simulator -> {
      TracedModel model = (TracedModel) simulator.getModel();
      simulator.getReplication().setStoppingCondition(m -> model.trace().size() > 150);
      go(simulator, simulator::start);
    });
  }

  @Test
  void endsFromWithin() {
    assertSameTrace(Priorities::new, simulator -> {
      simulator.scheduleEventAbs(60L, simulator::endReplication);
      go(simulator, simulator::start);
    });
  }

  /** DSOL's listeners restart a run that has just stopped; then the same thread goes on. */
  static final class Restarting extends Priorities {
    private static final long serialVersionUID = 1L;
    private int stops;

    Restarting(DevsSimulator<Long> simulator) {
      super(simulator);
    }

    @Override
    public void notify(Event event) {
      super.notify(event);
      if (event.getType().equals(SimulatorInterface.STOP_EVENT) && stops++ < 3) {
        simulator.runUpTo(80L * stops);
      }
    }
  }

  @Test
  void startsAgainFromAListenerOfTheStop() {
    assertSameTrace(Restarting::new, simulator -> go(simulator, () -> simulator.runUpTo(10L), 4));
  }

  @Test
  void goesOnAfterAnExceptionWhenTheModelAsksForIt() {
    assertSameTrace(Priorities::new, simulator -> {
      simulator.setErrorStrategy(ErrorStrategy.LOG_AND_CONTINUE, ch.qos.logback.classic.Level.OFF);
      simulator.scheduleEventAbs(60L, () -> {
        throw new IllegalStateException("planned");
      });
      go(simulator, simulator::start);
    });
  }

  @Test
  void callsMethodsOnInitialization() {
    class Called extends Priorities {
      private static final long serialVersionUID = 1L;

      Called(DevsSimulator<Long> simulator) {
        super(simulator);
        simulator.addScheduledMethodOnInitialize(this, "shout", new Object[] {"first"});
      }
    }
    assertSameTrace(Called::new);
  }
}

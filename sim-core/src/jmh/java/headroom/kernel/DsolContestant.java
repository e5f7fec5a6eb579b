package headroom.kernel;

import nl.tudelft.simulation.dsol.eventlists.EventListInterface;
import nl.tudelft.simulation.dsol.experiment.SingleReplication;
import nl.tudelft.simulation.dsol.formalisms.eventscheduling.SimEventInterface;
import nl.tudelft.simulation.dsol.simulators.DevsSimulator;
import nl.tudelft.simulation.dsol.simulators.RunState;

/** DSOL's own simulator and loop, spared its worker thread, with one of its event lists. */
final class DsolContestant extends Contestant {
  private final Stock simulator;
  private final Timer[] timers;

  DsolContestant(Increments increments, int pending, EventListInterface<Long> list) {
    super(increments, pending);
    simulator = new Stock(list);
    timers = new Timer[pending];
    for (int i = 0; i < pending; i++) {
      timers[i] = new Timer();
      timers[i].schedule();
    }
  }

  @Override
  void fireSome() {
    simulator.go();
  }

  private final class Timer {
    private SimEventInterface<Long> event;

    void schedule() {
      long delay = increments.next();
      event = simulator.scheduleEventRel(delay, increments.phase().priority(), this::fire);
    }

    private void fire() {
      schedule();
      boolean goOn = spend();
      if (increments.cancels()) {
        for (int i = 0; i < Increments.CANCELLED_PER_FIRED; i++) {
          Timer victim = timers[increments.victim(pending)];
          simulator.cancelEvent(victim.event);
          victim.schedule();
          goOn = spend();
        }
      }
      if (!goOn) {
        simulator.stop();
      }
    }
  }

  private static final class Stock extends DevsSimulator<Long> {
    private static final long serialVersionUID = 1L;

    Stock(EventListInterface<Long> list) {
      super("stock");
      eventList = list;
      simulatorTime = 0L;
      replication = new SingleReplication<>("stock", 0L, 0L, Long.MAX_VALUE / 2);
      runUntilTime = Long.MAX_VALUE / 2;
    }

    void go() {
      runState = RunState.STARTED;
      run();
    }
  }
}

package headroom.kernel;

import java.util.ArrayList;
import java.util.List;
import nl.tudelft.simulation.dsol.SimRuntimeException;
import nl.tudelft.simulation.dsol.experiment.Replication;
import nl.tudelft.simulation.dsol.formalisms.eventscheduling.LambdaSimEvent;
import nl.tudelft.simulation.dsol.formalisms.eventscheduling.SimEvent;
import nl.tudelft.simulation.dsol.formalisms.eventscheduling.SimEventInterface;
import nl.tudelft.simulation.dsol.logger.Cat;
import nl.tudelft.simulation.dsol.model.DsolModel;
import nl.tudelft.simulation.dsol.simulators.DevsSimulator;
import nl.tudelft.simulation.dsol.simulators.ReplicationState;
import nl.tudelft.simulation.dsol.simulators.RunState;
import nl.tudelft.simulation.dsol.simulators.SimulatorInterface;
import org.djutils.exceptions.Throw;
import org.djutils.logger.CategoryLogger;

/**
 * DSOL's replication life cycle on the caller's thread: {@code start} returns when the run has
 * stopped or ended, and the listeners have heard the same events in the same order.
 */
abstract class CallerThreadSimulator extends DevsSimulator<Long> {
  private static final short BEFORE_ALL = SimEventInterface.MAX_PRIORITY + 1;
  private static final short AFTER_ALL = SimEventInterface.MIN_PRIORITY - 1;

  private final List<SimEvent<Long>> initialCalls = new ArrayList<>();
  private boolean initializedBefore;
  private boolean driving;

  CallerThreadSimulator(String id) {
    super(id);
    // DSOL's static logger keeps the simulator it knew last, and all that hangs on it.
    CategoryLogger.removeFormatter(Cat.DSOL, "simTime");
  }

  @Override
  public void addScheduledMethodOnInitialize(Object target, String method, Object[] args) {
    initialCalls.add(new SimEvent<>(0L, target, method, args));
  }

  @Override
  public void initialize(
      DsolModel<Long, ? extends SimulatorInterface<Long>> newModel,
      Replication<Long> newReplication,
      boolean cleanUp) {
    Throw.whenNull(newModel, "model cannot be null");
    Throw.whenNull(newReplication, "replication cannot be null");
    refuse(isStartingOrRunning(), "Cannot initialize a running simulator");
    forgetPending();
    if (initializedBefore && cleanUp) {
      cleanUp();
    }
    initializedBefore = true;
    replication = newReplication;
    model = newModel;
    setNow(newReplication.getStartTime());
    model.getOutputStatistics().clear();
    model.constructModel();
    runState = RunState.INITIALIZED;
    replicationState = ReplicationState.INITIALIZED;
    initialCalls.forEach(SimEvent::execute);
    scheduleEvent(new LambdaSimEvent<>(replication.getWarmupTime(), BEFORE_ALL, this::warmup));
    scheduleEvent(new LambdaSimEvent<>(replication.getEndTime(), AFTER_ALL, this::endReplication));
  }

  @Override
  public void startImpl() {
    refuseToStart();
    runState = RunState.STARTING;
    beginReplication();
    fireEvent(SimulatorInterface.STARTING_EVENT, null);
    if (!driving) {
      drive();
    }
  }

  // A listener of the stop may start again; that start returns at once and we go round here.
  private void drive() {
    driving = true;
    try {
      do {
        runState = RunState.STARTED;
        fireTimedEvent(SimulatorInterface.START_EVENT);
        run();
        runState = RunState.STOPPED;
        fireTimedEvent(SimulatorInterface.STOP_EVENT);
      } while (isStarting());
    } finally {
      driving = false;
    }
    finishEnding();
  }

  @Override
  public void step() {
    simulatorTime = getSimulatorTime();
    super.step();
    finishEnding();
  }

  private void refuseToStart() {
    refuse(isStartingOrRunning(), "Cannot start a running simulator");
    refuse(isStopping(), "Cannot start a stopping (not stopped yet) simulator");
    refuse(replication == null, "Cannot start a simulator without replication details");
    refuse(!isInitialized(), "Cannot start an uninitialized simulator");
    refuse(!replicationIsOpen(), "The replication should be INITIALIZED or STARTED to run");
    refuse(
        getSimulatorTime().compareTo(replication.getEndTime()) >= 0,
        "Cannot start simulator : simulatorTime >= runLength");
  }

  private void beginReplication() {
    if (replicationState == ReplicationState.INITIALIZED) {
      fireTimedEvent(Replication.START_REPLICATION_EVENT, null, getSimulatorTime());
      replicationState = ReplicationState.STARTED;
    }
  }

  // As DSOL: without a stopping condition the clock goes to the end. The end is heard after the
  // stop, by whoever drives; when nobody does, now.
  @Override
  public void endReplication() {
    refuse(!isInitialized(), "Cannot end the replication of an uninitialized simulator");
    refuse(!replicationIsOpen(), "The replication should be INITIALIZED or STARTED to end it");
    replicationState = ReplicationState.ENDING;
    boolean running = isStartingOrRunning();
    if (running) {
      runState = RunState.STOPPING;
    }
    if (replication.getStoppingCondition() == null) {
      setNow(Math.max(getSimulatorTime(), replication.getEndTime()));
    }
    forgetPending();
    if (!running && !driving) {
      finishEnding();
    }
  }

  private void finishEnding() {
    if (replicationState == ReplicationState.ENDING) {
      replicationState = ReplicationState.ENDED;
      runState = RunState.ENDED;
      fireTimedEvent(Replication.END_REPLICATION_EVENT);
    }
  }

  @Override
  public void cleanUp() {
    super.cleanUp();
    forgetPending();
  }

  /** The run is over without a result; nothing can start it again. */
  final void abandon() {
    runState = RunState.ENDED;
    replicationState = ReplicationState.ENDED;
    forgetPending();
  }

  abstract void setNow(long nanos);

  /** Forgets all that is pending and the memory it took. */
  abstract void forgetPending();

  private boolean replicationIsOpen() {
    return replicationState == ReplicationState.INITIALIZED
        || replicationState == ReplicationState.STARTED;
  }

  private static void refuse(boolean wrong, String message) {
    if (wrong) {
      throw new SimRuntimeException(message);
    }
  }
}

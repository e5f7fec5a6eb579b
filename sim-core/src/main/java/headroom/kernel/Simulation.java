package headroom.kernel;

import nl.tudelft.simulation.dsol.SimRuntimeException;
import nl.tudelft.simulation.dsol.eventlists.EventListInterface;
import nl.tudelft.simulation.dsol.eventlists.EventListPriorityQueue;
import nl.tudelft.simulation.dsol.eventlists.RedBlackTree;
import nl.tudelft.simulation.dsol.formalisms.eventscheduling.Executable;
import nl.tudelft.simulation.dsol.formalisms.eventscheduling.LambdaSimEvent;
import nl.tudelft.simulation.dsol.formalisms.eventscheduling.SimEvent;
import nl.tudelft.simulation.dsol.formalisms.eventscheduling.SimEventInterface;
import nl.tudelft.simulation.dsol.simulators.ErrorStrategy;
import nl.tudelft.simulation.dsol.simulators.RunState;
import nl.tudelft.simulation.dsol.simulators.SimulatorInterface;
import org.djutils.event.EventListener;
import org.djutils.event.EventType;
import org.djutils.event.reference.ReferenceType;
import org.djutils.logger.CategoryLogger;

/**
 * DSOL's discrete-event simulator with time in {@code long} nanoseconds, run on the caller's thread.
 *
 * <p>One run is for one thread; different runs share nothing.
 */
public final class Simulation extends CallerThreadSimulator implements AutoCloseable {
  private final transient EventQueue queue = new EventQueue();
  private final transient DsolEventList list = new DsolEventList(queue);
  private final transient EventPool pool = new EventPool();
  private long nowNanos;
  private long eventsFired;
  private boolean timeIsHeard;

  private Simulation(String id) {
    super(id);
    eventList = list;
    setNow(0);
  }

  public static Simulation create() {
    return create("simulation");
  }

  /** A simulation whose id appears in DSOL's log lines only. */
  // Whoever else makes a DSOL simulator has only this class in common with us.
  @SuppressWarnings("LockOnNonEnclosingClassLiteral")
  public static Simulation create(String id) {
    // DSOL's constructor rewires its static logger, which is not safe in parallel.
    synchronized (CategoryLogger.class) {
      return new Simulation(id);
    }
  }

  /** The simulated time in nanoseconds. */
  public long now() {
    return nowNanos;
  }

  /** How many events have fired, DSOL's own included. */
  public long eventsFired() {
    return eventsFired;
  }

  /** Schedules an event that is not pending, at this instant or later. */
  public void schedule(Event event, long atNanos, Phase phase) {
    if (event.isPending()) {
      throw new IllegalStateException("the event is pending already: " + event);
    }
    requireNotPast(atNanos);
    queue.add(event, atNanos, phase.firstOrder());
  }

  /** Takes an event back; one that is not pending stays so. */
  public void cancel(Event event) {
    if (event.isPending()) {
      list.remove(event);
    }
  }

  /** Moves an event, pending or not, to another time; among ties it comes last. */
  public void reschedule(Event event, long atNanos, Phase phase) {
    requireNotPast(atNanos);
    cancel(event);
    queue.add(event, atNanos, phase.firstOrder());
  }

  /** Does the action at a time; the handle cancels it, and nothing else ever. */
  public long at(long atNanos, Phase phase, Action action) {
    requireNotPast(atNanos);
    EventPool.Pooled event = pool.take(action);
    queue.add(event, atNanos, phase.firstOrder());
    return event.handle();
  }

  /** Does the action after a delay; the handle cancels it, and nothing else ever. */
  public long after(long delayNanos, Phase phase, Action action) {
    return at(Math.addExact(nowNanos, delayNanos), phase, action);
  }

  /** Takes back what a handle stands for; false when that has fired or was cancelled. */
  public boolean cancel(long handle) {
    EventPool.Pooled event = pool.find(handle);
    if (event == null) {
      return false;
    }
    queue.cancel(event);
    pool.release(event);
    return true;
  }

  /**
   * Fires all that is due up to and including the end, which is then the time. With a replication
   * initialized this is DSOL's {@code runUpToAndIncluding}.
   *
   * @throws SimulationFailure when an event fails; the simulation cannot be used after that
   */
  public void runUntil(long endNanos) {
    if (isInitialized()) {
      runUpToAndIncluding(endNanos);
      return;
    }
    requireNotPast(endNanos);
    runState = RunState.STARTED;
    fireUpTo(endNanos);
    if (runState == RunState.STARTED) {
      nowNanos = endNanos;
    }
    runState = RunState.NOT_INITIALIZED;
  }

  /** DSOL's loop, called by {@code start} and {@code runUpTo} on the caller's thread. */
  @Override
  public void run() {
    long end = runUntilTime;
    if (runUntilIncluding) {
      fireUpTo(end);
    } else if (end > Long.MIN_VALUE) {
      fireUpTo(end - 1);
    }
    if (runState == RunState.STARTED) {
      nowNanos = end;
      runState = RunState.STOPPING;
    }
  }

  @Override
  protected void stepImpl() {
    Event event = queue.poll(Long.MAX_VALUE);
    if (event != null) {
      announce(event.timeNanos);
      nowNanos = event.timeNanos;
      fire(event);
    }
  }

  private void fireUpTo(long limitNanos) {
    while (runState == RunState.STARTED) {
      Event event = queue.poll(limitNanos);
      if (event == null) {
        return;
      }
      if (event.timeNanos != nowNanos) {
        if (timeIsHeard) {
          announce(event.timeNanos);
        }
        nowNanos = event.timeNanos;
      }
      fire(event);
    }
  }

  // DSOL's map of listeners is locked at every look; so we look only once someone has listened.
  private void announce(long timeNanos) {
    timeIsHeard = getEventListenerMap().containsKey(SimulatorInterface.TIME_CHANGED_EVENT);
    if (timeIsHeard) {
      fireUnverifiedTimedEvent(SimulatorInterface.TIME_CHANGED_EVENT, null, (Long) timeNanos);
    }
  }

  @Override
  public boolean addListener(
      EventListener listener, EventType type, int position, ReferenceType reference) {
    timeIsHeard |= type.equals(SimulatorInterface.TIME_CHANGED_EVENT);
    return super.addListener(listener, type, position, reference);
  }

  private void fire(Event event) {
    eventsFired++;
    try {
      event.fire(nowNanos);
      if (replication != null) {
        checkStoppingCondition();
      }
    } catch (Throwable cause) {
      onFailure(event, cause);
    }
  }

  // A model that asked DSOL to go on after an exception has been heard; DSOL's other strategies
  // lose the failure, so here they all end the run.
  private void onFailure(Event event, Throwable cause) {
    if (cause instanceof Exception e && getErrorStrategy() == ErrorStrategy.LOG_AND_CONTINUE) {
      handleSimulationException(e);
      return;
    }
    var failure = new SimulationFailure(nowNanos, event, cause);
    abandon();
    throw failure;
  }

  /** Forgets all that is pending and the memory it took. */
  @Override
  public void close() {
    forgetPending();
  }

  @Override
  void forgetPending() {
    list.clear();
    pool.clear();
  }

  @Override
  void setNow(long nanos) {
    nowNanos = nanos;
    simulatorTime = nanos;
  }

  private void requireNotPast(long atNanos) {
    if (atNanos < nowNanos) {
      throw new IllegalArgumentException(
          "time must be " + nowNanos + " ns (now) or later, was " + atNanos);
    }
  }

  @Override
  public Long getSimulatorTime() {
    return nowNanos;
  }

  @Override
  public SimEventInterface<Long> scheduleEvent(SimEventInterface<Long> event) {
    if (event.getAbsoluteExecutionTime() < nowNanos) {
      throw new SimRuntimeException(
          "cannot schedule event " + event + " in past, it is " + nowNanos + " ns");
    }
    list.add(event);
    return event;
  }

  // DSOL's own relative methods read the field, which is not boxed anew for every event.
  @Override
  public SimEventInterface<Long> scheduleEventRel(Long delay, short priority, Executable body) {
    return scheduleEvent(new LambdaSimEvent<>(nowNanos + delay, priority, body));
  }

  @Override
  public SimEventInterface<Long> scheduleEventRel(
      Long delay, short priority, Object target, String method, Object[] arguments) {
    return scheduleEvent(new SimEvent<>(nowNanos + delay, priority, target, method, arguments));
  }

  @Override
  public SimEventInterface<Long> scheduleEventNow(short priority, Executable body) {
    return scheduleEvent(new LambdaSimEvent<>(nowNanos, priority, body));
  }

  @Override
  public SimEventInterface<Long> scheduleEventNow(
      short priority, Object target, String method, Object[] arguments) {
    return scheduleEvent(new SimEvent<>(nowNanos, priority, target, method, arguments));
  }

  /** Takes over what DSOL's lists hold; they order as our queue does, which stays. */
  // A simulation belongs to one thread, so there is nothing to lock against.
  @SuppressWarnings("UnsynchronizedOverridesSynchronized")
  @Override
  public void setEventList(EventListInterface<Long> other) {
    if (other.getClass() != RedBlackTree.class
        && other.getClass() != EventListPriorityQueue.class) {
      throw new SimRuntimeException("the event list of a Simulation is its own");
    }
    list.clear();
    other.forEach(list::add);
    fireEvent(EVENTLIST_CHANGED_EVENT);
  }
}

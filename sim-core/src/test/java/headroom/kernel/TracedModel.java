package headroom.kernel;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import nl.tudelft.simulation.dsol.experiment.Replication;
import nl.tudelft.simulation.dsol.model.AbstractDsolModel;
import nl.tudelft.simulation.dsol.simulators.DevsSimulator;
import nl.tudelft.simulation.dsol.simulators.SimulatorInterface;
import org.djutils.event.Event;
import org.djutils.event.EventListener;
import org.djutils.event.EventType;
import org.djutils.event.TimedEvent;

/** A DSOL model that writes down what it and DSOL's listeners see. */
abstract class TracedModel extends AbstractDsolModel<Long, DevsSimulator<Long>>
    implements EventListener {
  private static final long serialVersionUID = 1L;
  private static final List<EventType> HEARD = List.of(
      Replication.START_REPLICATION_EVENT,
      Replication.WARMUP_EVENT,
      Replication.END_REPLICATION_EVENT,
      SimulatorInterface.STARTING_EVENT,
      SimulatorInterface.START_EVENT,
      SimulatorInterface.STOPPING_EVENT,
      SimulatorInterface.STOP_EVENT,
      SimulatorInterface.TIME_CHANGED_EVENT);

  private final List<String> trace = Collections.synchronizedList(new ArrayList<>());

  TracedModel(DevsSimulator<Long> simulator) {
    super(simulator);
  }

  /** Listens to everything DSOL's simulators tell. */
  void listen() {
    HEARD.forEach(type -> simulator.addListener(this, type));
  }

  void say(String what) {
    trace.add(simulator.getSimulatorTime() + " " + what);
  }

  List<String> trace() {
    synchronized (trace) {
      return List.copyOf(trace);
    }
  }

  /** A step of the model, said under a name. */
  void after(long delay, int priority, String name) {
    simulator.scheduleEventRel(delay, (short) priority, () -> say(name));
  }

  @Override
  public void notify(Event event) {
    Object at = event instanceof TimedEvent<?> timed ? timed.getTimeStamp() : "untimed";
    say(event.getType().getName() + " " + event.getContent() + " " + at);
  }
}

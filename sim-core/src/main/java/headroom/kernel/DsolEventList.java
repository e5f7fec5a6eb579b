package headroom.kernel;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import nl.tudelft.simulation.dsol.SimRuntimeException;
import nl.tudelft.simulation.dsol.eventlists.EventListInterface;
import nl.tudelft.simulation.dsol.formalisms.eventscheduling.SimEventInterface;
import org.jspecify.annotations.Nullable;

/** Our event queue as DSOL sees it: DSOL's own event objects go in wrapped and come out bare. */
final class DsolEventList implements EventListInterface<Long> {
  private final EventQueue queue;
  private final IdentityHashMap<SimEventInterface<Long>, ForeignEvent> waiting =
      new IdentityHashMap<>();
  private long highestId = Long.MIN_VALUE;

  DsolEventList(EventQueue queue) {
    this.queue = queue;
  }

  // As in DSOL's tree, an event that is waiting already stays where it is.
  @Override
  public void add(SimEventInterface<Long> event) {
    if (event instanceof Event) {
      throw new SimRuntimeException("an event of the kernel is scheduled by Simulation.schedule");
    }
    if (waiting.containsKey(event)) {
      return;
    }
    ForeignEvent wrapper = new ForeignEvent(event, this);
    waiting.put(event, wrapper);
    queue.add(wrapper, event.getAbsoluteExecutionTime(), Event.order(event.getPriority(), 0));
    if (event.getId() < highestId) {
      orderById(wrapper);
    }
    highestId = Math.max(highestId, event.getId());
  }

  // DSOL fires ties by creation, not by scheduling. When one is scheduled out of creation order,
  // the wrappers of its ties keep their places and share out anew what they wrap.
  private void orderById(ForeignEvent late) {
    List<ForeignEvent> ties = new ArrayList<>();
    queue.forEach(event -> {
      if (event instanceof ForeignEvent other && other.tiesWith(late)) {
        ties.add(other);
      }
    });
    ties.sort(Event.FIRING_ORDER);
    List<SimEventInterface<Long>> byId = new ArrayList<>();
    ties.forEach(event -> byId.add(event.visible()));
    byId.sort(Comparator.comparingLong(SimEventInterface::getId));
    for (int i = 0; i < byId.size(); i++) {
      ties.get(i).wrap(byId.get(i));
      waiting.put(byId.get(i), ties.get(i));
    }
  }

  void forget(ForeignEvent event) {
    waiting.remove(event.visible());
  }

  @Override
  public boolean contains(SimEventInterface<Long> event) {
    return event instanceof Event own ? own.isPending() : waiting.containsKey(event);
  }

  @Override
  public boolean remove(SimEventInterface<Long> event) {
    Event waited = event instanceof Event own ? own : waiting.remove(event);
    if (waited == null || !waited.isPending()) {
      return false;
    }
    queue.cancel(waited);
    return true;
  }

  @Override
  public @Nullable SimEventInterface<Long> first() {
    Event event = queue.peek();
    return event == null ? null : event.visible();
  }

  @Override
  public @Nullable SimEventInterface<Long> removeFirst() {
    Event event = queue.poll(Long.MAX_VALUE);
    if (event instanceof ForeignEvent foreign) {
      forget(foreign);
    }
    return event == null ? null : event.visible();
  }

  @Override
  public void clear() {
    queue.clear();
    waiting.clear();
  }

  @Override
  public boolean isEmpty() {
    return queue.size() == 0;
  }

  @Override
  public int size() {
    return queue.size();
  }

  /** A snapshot in firing order. */
  @Override
  public Iterator<SimEventInterface<Long>> iterator() {
    List<Event> events = new ArrayList<>();
    queue.forEach(events::add);
    events.sort(Event.FIRING_ORDER);
    return events.stream().map(Event::visible).iterator();
  }
}

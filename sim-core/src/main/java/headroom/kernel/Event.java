package headroom.kernel;

import java.util.Comparator;
import nl.tudelft.simulation.dsol.formalisms.eventscheduling.SimEventInterface;

/** Something that happens at a simulated time; one object may be scheduled again once it is not pending. */
public abstract class Event implements SimEventInterface<Long> {
  /** No event that waits has this order: it would need DSOL's lowest short priority and 2^48 events. */
  static final long NOT_PENDING = Long.MAX_VALUE;

  static final Comparator<Event> FIRING_ORDER = Comparator.<Event>comparingLong(
          event -> event.timeNanos)
      .thenComparingLong(event -> event.order);

  static final int SEQUENCE_BITS = 48;

  long timeNanos;
  long order = NOT_PENDING;

  /** The second key of the queue: higher priority first, then first scheduled first. */
  static long order(short priority, long sequence) {
    return (long) ~priority << SEQUENCE_BITS | sequence;
  }

  protected abstract void fire(long nowNanos);

  public final boolean isPending() {
    return order != NOT_PENDING;
  }

  /** The simulated time in nanoseconds it waits for, or waited for last. */
  public final long timeNanos() {
    return timeNanos;
  }

  /** What an outsider sees in DSOL's event list; a wrapper answers with what it wraps. */
  SimEventInterface<Long> visible() {
    return this;
  }

  final boolean tiesWith(Event other) {
    return timeNanos == other.timeNanos && getPriority() == other.getPriority();
  }

  @Override
  public final void execute() {
    fire(timeNanos);
  }

  @Override
  public final Long getAbsoluteExecutionTime() {
    return timeNanos;
  }

  @Override
  public final short getPriority() {
    return (short) ~(order >> SEQUENCE_BITS);
  }

  @Override
  public final long getId() {
    return order & (1L << SEQUENCE_BITS) - 1;
  }
}

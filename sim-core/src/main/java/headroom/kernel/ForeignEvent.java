package headroom.kernel;

import nl.tudelft.simulation.dsol.formalisms.eventscheduling.SimEventInterface;

/** One of DSOL's own events in our queue, with its time as a primitive. */
final class ForeignEvent extends Event {
  private SimEventInterface<Long> wrapped;
  private final DsolEventList list;

  ForeignEvent(SimEventInterface<Long> wrapped, DsolEventList list) {
    this.wrapped = wrapped;
    this.list = list;
  }

  void wrap(SimEventInterface<Long> other) {
    wrapped = other;
  }

  @Override
  SimEventInterface<Long> visible() {
    return wrapped;
  }

  @Override
  protected void fire(long nowNanos) {
    list.forget(this);
    wrapped.execute();
  }

  @Override
  public String toString() {
    return wrapped.toString();
  }
}

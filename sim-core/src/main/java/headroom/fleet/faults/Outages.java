package headroom.fleet.faults;

import headroom.fault.Outage;
import headroom.fault.Timing;
import headroom.kernel.Phase;
import headroom.kernel.Simulation;
import headroom.random.Stream;
import java.util.Iterator;

/** Carries out the outages of one thing, one after another, as far as the run goes. */
public final class Outages {

  private final Simulation simulation;
  private final long endNanos;

  /** What goes down and comes back. */
  public interface Thing {
    void goesDown(long nowNanos);

    void comesBack(long nowNanos);

    /** How long before it goes down it is told. */
    default long noticeNanos() {
      return 0;
    }

    /** It will go down. */
    default void noticed(long nowNanos) {}
  }

  public Outages(Simulation simulation, long endNanos) {
    this.simulation = simulation;
    this.endNanos = endNanos;
  }

  /** Lets a thing go down and come back, and writes it down. */
  public void schedule(Timing timing, Stream luck, Tally tally, Thing thing) {
    next(timing.outages(luck), tally, thing);
  }

  private void next(Iterator<Outage> outages, Tally tally, Thing thing) {
    if (!outages.hasNext()) {
      return;
    }
    Outage outage = outages.next();
    long notice = outage.fromNanos() - thing.noticeNanos();
    if (thing.noticeNanos() > 0 && notice <= endNanos) {
      simulation.at(Math.max(simulation.now(), notice), Phase.CHANGE, thing::noticed);
    }
    if (outage.fromNanos() > endNanos) {
      return;
    }
    simulation.at(outage.fromNanos(), Phase.CHANGE, now -> {
      tally.outage(outage);
      thing.goesDown(now);
    });
    if (outage.toNanos() <= endNanos) {
      simulation.at(outage.toNanos(), Phase.CHANGE, now -> {
        thing.comesBack(now);
        next(outages, tally, thing);
      });
    }
  }
}

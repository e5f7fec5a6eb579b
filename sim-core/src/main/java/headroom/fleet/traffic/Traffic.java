package headroom.fleet.traffic;

import headroom.kernel.Simulation;
import headroom.random.Chance;
import headroom.results.Recorder;
import headroom.workload.Workload;
import java.util.ArrayList;
import java.util.List;

/** Every source of requests, and the requests under way: reused, and bounded in number. */
public final class Traffic {

  /** Requests that may be under way at once, by clients' or by servers' account. */
  public static final int MOST_IN_FLIGHT = 1_000_000;

  private final Simulation simulation;
  private final Recorder recorder;
  private final List<Source> sources = new ArrayList<>();
  private Request[] idle = new Request[64];
  private int idleCount;
  private int inFlight;

  public Traffic(Simulation simulation, Recorder recorder) {
    this.simulation = simulation;
    this.recorder = recorder;
  }

  /** Adds a workload that goes to a destination until the end. */
  public void add(Workload workload, Destination destination, Chance chance, long endNanos) {
    sources.add(new Source(this, workload, destination, chance, endNanos));
  }

  /** Lets every source send its first request. */
  public void start() {
    sources.forEach(Source::scheduleNext);
  }

  /** Tells the recorder whether every destination has a healthy target. */
  public void observe(long now) {
    for (Source source : sources) {
      if (!source.destination().hasHealthyTarget()) {
        recorder.targetsSeen(now, false, source.destination().whyNone());
        return;
      }
    }
    recorder.targetsSeen(now, true, "");
  }

  Simulation simulation() {
    return simulation;
  }

  Recorder recorder() {
    return recorder;
  }

  Request take(Source source) {
    if (++inFlight > MOST_IN_FLIGHT) {
      throw new IllegalStateException("more than "
          + MOST_IN_FLIGHT
          + " requests are under way at once: the fleet is far too small for workload '"
          + source.workload().name()
          + "', or its clients wait too long");
    }
    return idleCount > 0 ? idle[--idleCount] : new Request(this, source);
  }

  void release(Request request) {
    inFlight--;
    if (idleCount == idle.length) {
      idle = java.util.Arrays.copyOf(idle, 2 * idleCount);
    }
    idle[idleCount++] = request;
  }
}

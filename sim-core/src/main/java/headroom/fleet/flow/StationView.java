package headroom.fleet.flow;

import headroom.fleet.metrics.AlikeInstances;
import headroom.random.Stream;
import java.util.ArrayList;
import java.util.List;

/** What the fleet's metrics and figures want to know of a group whose traffic is a rate. */
public final class StationView implements AlikeInstances {

  private final List<FlowStation> stations;
  // They tell all they do in one place, and have the doors of one rule.
  private final FlowStation station;
  private final List<QueueChance> queues = new ArrayList<>();

  /** What stations do, each with the instances of a zone; or one with all. */
  StationView(List<FlowStation> stations, Stream luck) {
    this.stations = stations;
    this.station = stations.get(0);
    for (int i = 0; i < stations.size(); i++) {
      queues.add(new QueueChance(i == 0 ? luck : luck.of(i)));
    }
  }

  @Override
  public int up() {
    return station.meter().up();
  }

  @Override
  public double busySinceLastAsked(long now) {
    return station.meter().busySinceLastAsked(now);
  }

  @Override
  public double busyEver() {
    return station.meter().busyEver();
  }

  @Override
  public double atWorkEver() {
    return station.meter().atWorkEver();
  }

  @Override
  public double busyDeviation(double seconds) {
    return station.meter().busyDeviation(seconds);
  }

  /** Nanoseconds for which an instance was busy with all its workers; only differences count. */
  public double eachBusyNanos(long now) {
    return station.meter().eachBusyNanos(now);
  }

  /** Busy workers over workers, of all instances that were up in the counted time. */
  public double meanBusy() {
    return station.meter().meanBusy();
  }

  /** Mean requests waiting over a window of so many seconds. */
  public double meanQueue(double windowSeconds) {
    return station.meter().meanQueue(windowSeconds);
  }

  /** Seconds in the queue, over requests that were served; NaN when there were none. */
  public double meanWaitSeconds() {
    return station.meter().meanWaitSeconds();
  }

  @Override
  public double requested() {
    double sum = 0;
    for (FlowDoor door : station.doors()) {
      sum += door.meter().everything();
    }
    return sum;
  }

  @Override
  public double spread() {
    return station.meter().spread();
  }

  @Override
  public double gapCv2() {
    return station.gapCv2();
  }

  @Override
  public double bytesIn() {
    double sum = 0;
    for (FlowDoor door : station.doors()) {
      sum += door.meter().bytesIn();
    }
    return sum;
  }

  @Override
  public double bytesOut() {
    double sum = 0;
    for (FlowDoor door : station.doors()) {
      sum += door.meter().bytesOut();
    }
    return sum;
  }

  /** Requests waiting now, on average where they are not a backlog. */
  public double waiting() {
    double sum = 0;
    for (FlowStation each : stations) {
      sum += each.waiting();
    }
    return station.service().sharing() ? 0 : sum;
  }

  @Override
  public double waitingSeen(long now) {
    if (station.service().sharing()) {
      return 0;
    }
    double sum = 0;
    for (int i = 0; i < stations.size(); i++) {
      sum += seen(stations.get(i), queues.get(i), now);
    }
    return sum;
  }

  private static double seen(FlowStation station, QueueChance queue, long now) {
    boolean flows = station.step().isFluid() || station.backlog().content() > 0;
    return flows
        ? station.waiting()
        : station.surge().atTargets(queue.at(now, station.step().moment()));
  }
}

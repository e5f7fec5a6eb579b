package headroom.fleet.hybrid;

import headroom.fleet.flow.Measured;
import headroom.fleet.targets.ServerGroup;

/** What the servers of a group have done since it was read last. */
final class Meter {

  private final ServerGroup group;
  private double busyNanos;
  private double queueNanos;
  private double waitedNanos;
  private double served;

  Meter(ServerGroup group) {
    this.group = group;
  }

  ServerGroup group() {
    return group;
  }

  /** Forgets what was done so far. */
  void begin(long now) {
    busyNanos = group.busyNanos(now);
    queueNanos = group.queue().area(now);
    waitedNanos = group.waits().nanos();
    served = group.waits().served();
  }

  Measured read(long now) {
    Measured measured = new Measured(
        (group.busyNanos(now) - busyNanos) / 1e9,
        (group.queue().area(now) - queueNanos) / 1e9,
        (group.waits().nanos() - waitedNanos) / 1e9,
        group.waits().served() - served);
    begin(now);
    return measured;
  }

  long waiting() {
    return group.queue().value();
  }
}

package headroom.fleet.targets;

import headroom.kernel.Phase;
import headroom.kernel.Simulation;

/** How fast a group works just now, and when work is done at that speed. */
final class Pace {

  /** Beyond the end of every run, and still far from the end of what a long can count. */
  private static final long NEVER = Long.MAX_VALUE / 2;

  private final Simulation simulation;
  private double speed = 1;

  Pace(Simulation simulation) {
    this.simulation = simulation;
  }

  double speed() {
    return speed;
  }

  void change(double newSpeed) {
    speed = newSpeed;
  }

  /** Lets a job be done after so many nanoseconds of work at full speed. */
  void start(Job job, double nanos, long now) {
    if (speed == 1) {
      simulation.schedule(job, after(nanos, now), Phase.WORK);
    } else {
      job.work = nanos;
      if (speed > 0) {
        simulation.schedule(job, after(nanos / speed, now), Phase.WORK);
      }
    }
  }

  /** The speed has changed: a job that is worked on keeps what has been done of it. */
  void changed(Job job, double before, long now) {
    double left = before > 0 ? (job.timeNanos() - now) * before : job.work;
    simulation.cancel(job);
    start(job, left, now);
  }

  static long after(double nanos, long now) {
    return now + Math.min((long) nanos, NEVER - now);
  }
}

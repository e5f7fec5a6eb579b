package headroom.fleet.targets;

import headroom.random.Sampler;
import headroom.random.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the whole group can do for one job at a time, first come, first served. A job that waits
 * here keeps its worker.
 */
final class Gate {

  private static final double NANOS = 1e9;

  private final Sampler time;
  private final Stream luck;
  private final Pace pace;
  private @Nullable Job inside;
  private @Nullable Job first;
  private @Nullable Job last;

  Gate(Sampler time, Stream luck, Pace pace) {
    this.time = time;
    this.luck = luck;
    this.pace = pace;
  }

  void enter(Job job, long now) {
    if (inside == null) {
      admit(job, now);
      return;
    }
    job.stage = Stage.AT_GATE;
    job.ahead = last;
    if (last == null) {
      first = job;
    } else {
      last.behind = job;
    }
    last = job;
  }

  private void admit(Job job, long now) {
    inside = job;
    job.stage = Stage.IN_GATE;
    // The job's luck, mixed anew: it travels with the job and owes nothing to who else is here.
    double own = luck.at(Double.doubleToRawLongBits(job.demandLuck));
    pace.start(job, time.sample(own) * NANOS, now);
  }

  /** The job inside is through, or its server has stopped: the next one goes in. */
  void leave(Job job, long now) {
    if (job.stage == Stage.AT_GATE) {
      unlink(job);
      return;
    }
    inside = null;
    Job next = first;
    if (next != null) {
      unlink(next);
      admit(next, now);
    }
  }

  private void unlink(Job job) {
    if (job.ahead == null) {
      first = job.behind;
    } else {
      job.ahead.behind = job.behind;
    }
    if (job.behind == null) {
      last = job.ahead;
    } else {
      job.behind.ahead = job.ahead;
    }
    job.ahead = null;
    job.behind = null;
  }

  void paceChanged(double before, long now) {
    if (inside != null) {
      pace.changed(inside, before, now);
    }
  }
}

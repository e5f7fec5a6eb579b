package headroom.fleet.targets;

import headroom.fleet.instances.Instance;
import headroom.kernel.Simulation;
import headroom.workload.Service;
import headroom.workload.WarmUpCurve;
import org.jspecify.annotations.Nullable;

/**
 * A server whose jobs go through stages: the door, its own work, the section that the group has
 * only once, and whatever else a request needs. How the work is shared out is the subclasses' part.
 */
abstract class StagedServer extends Server {

  /** Time constants after which a warm-up curve is 1 to the last bit, whatever its height. */
  private static final long WARM_AFTER = 44;

  final Demands demands;
  final Pace pace;
  private final Admission admission;
  private final @Nullable Gate gate;
  private final boolean holds;
  private final @Nullable WarmUpCurve warmUp;
  private final long inServiceSince;
  private final long warmAt;

  StagedServer(Instance instance, ServerGroup group, Simulation simulation, long now) {
    super(instance, group, simulation, now);
    Service service = group.service();
    this.demands = group.demands();
    this.pace = group.pace();
    this.gate = group.gate();
    this.admission = new Admission(service);
    this.holds = service.holdsWorker();
    this.warmUp = service.warmUp().orElse(null);
    this.inServiceSince = now;
    this.warmAt = warmUp == null || now == 0
        ? now
        : Pace.after((double) warmUp.over().toNanos() * WARM_AFTER, now);
  }

  abstract boolean hasPlace();

  /** Begins to work on a job that is let in, or lets it wait. */
  abstract void accept(Job job, long now);

  /** The work on a job is done. */
  abstract void workEnded(Job job, long now);

  /** A job gives up its worker or place; the jobs passed over to find the next are in a chain. */
  abstract @Nullable Job freePlace(long now);

  @Override
  public final Offer offer(Job job, long now) {
    if (!hasPlace()) {
      return Offer.FULL;
    }
    if (admission.turnsAway(present(), demands.priority(job))) {
      return Offer.SHED;
    }
    touch(now);
    job.server = this;
    job.enteredAt = now;
    accept(job, now);
    return Offer.TAKEN;
  }

  /** Notes that work on a job begins. */
  final void begin(Job job, long now) {
    enter(job);
    job.stage = Stage.WORKING;
    job.startedAt = now;
    group.waited(job.enteredAt, now);
  }

  /** Nanoseconds of work of a job that begins now; an instance is slow at first. */
  final double nanos(Job job, long now) {
    double nanos = demands.nanos(job);
    nanos *= slowness(now);
    return warmUp == null || now >= warmAt
        ? nanos
        : nanos * warmUp.slowdownAt(now - inServiceSince);
  }

  @Override
  final void finish(Job job, long now) {
    if (job.stage == Stage.WORKING) {
      workEnded(job, now);
      if (gate != null) {
        gate.enter(job, now);
        return;
      }
    } else if (job.stage == Stage.IN_GATE && gate != null) {
      gate.leave(job, now);
    } else if (job.stage == Stage.OUTSIDE) {
      worked(job, now);
      return;
    } else {
      throw new IllegalStateException(job + " has no work to finish: it is " + job.stage);
    }
    if (!asksOutside(job, now)) {
      worked(job, now);
    }
  }

  private void worked(Job job, long now) {
    job.workedAt = now;
    job.stage = Stage.HELD;
    AfterWork after = group.afterWork();
    if (after == null || !after.begins(job, now)) {
      done(job, now);
    } else if (!holds && job.server == this && job.stage == Stage.HELD) {
      // Still here: what it began may have ended at once.
      touch(now);
      job.stage = Stage.ASIDE;
      tell(freePlace(now), now);
      group.mayHaveRoom(this, now);
    }
  }

  @Override
  public final void done(Job job, long now) {
    boolean keptPlace = job.stage == Stage.HELD;
    if (job.server != this || !(keptPlace || job.stage == Stage.ASIDE)) {
      throw new IllegalStateException(job + " cannot leave: it is " + job.stage);
    }
    touch(now);
    int before = present();
    remove(job);
    account(job, now);
    admission.left(job, before, false, now);
    Job passedOver = keptPlace && isUp() ? freePlace(now) : null;
    job.server = null;
    judge(job);
    job.served(now);
    tell(passedOver, now);
    group.mayHaveRoom(this, now);
  }

  /** Takes a job that has left the queue off the books; it is told when all is in order again. */
  final void passOver(Job job, long now) {
    job.stage = Stage.PASSED_OVER;
    account(job, now);
    admission.left(job, present() + 1, true, now);
  }

  // It counts as being here until it is told, so that nobody else ends it meanwhile.
  private static void tell(@Nullable Job first, long now) {
    Job job = first;
    while (job != null) {
      Job next = job.behind;
      job.behind = null;
      job.server = null;
      job.dropped(now);
      job = next;
    }
  }

  @Override
  final void withdraw(Job job, long now) {
    if (gate != null && (job.stage == Stage.AT_GATE || job.stage == Stage.IN_GATE)) {
      gate.leave(job, now);
    }
  }
}

package headroom.fleet.targets;

import headroom.fleet.instances.Instance;
import headroom.kernel.Simulation;
import headroom.random.Sampler;
import org.jspecify.annotations.Nullable;

/**
 * Some workers, and a bounded first-in, first-out queue: all that most services are.
 *
 * <p>{@link WorkerServer} does the same and much more; this one is for speed.
 */
final class PlainServer extends Server {

  private static final double NANOS = 1e9;

  private final int workers;
  private final int places;
  private final Sampler time;
  private final Pace pace;
  private final Ring queue = new Ring();

  PlainServer(Instance instance, ServerGroup group, Simulation simulation, long now) {
    super(instance, group, simulation, now);
    this.workers = workers();
    this.places = group.service().queue();
    this.time = group.time();
    this.pace = group.pace();
  }

  @Override
  public Offer offer(Job job, long now) {
    if (busy == workers && waiting >= places) {
      return Offer.FULL;
    }
    touch(now);
    job.server = this;
    job.enteredAt = now;
    if (busy < workers) {
      start(job, now);
    } else {
      if (waiting++ == 0) {
        waitingSince = now;
      }
      queue.add(job);
      group.queueChanged(now, 1);
    }
    return Offer.TAKEN;
  }

  private void start(Job job, long now) {
    busy++;
    job.stage = Stage.WORKING;
    enter(job);
    job.startedAt = now;
    group.waited(job.enteredAt, now);
    pace.start(job, time.sample(job.demandLuck) * NANOS * slowness(now), now);
  }

  @Override
  void finish(Job job, long now) {
    if (job.stage == Stage.OUTSIDE || !asksOutside(job, now)) {
      job.workedAt = now;
      done(job, now);
    }
  }

  @Override
  public void done(Job job, long now) {
    touch(now);
    busy--;
    remove(job);
    account(job, now);
    job.server = null;
    judge(job);
    Job next = queue.poll();
    if (next != null) {
      if (--waiting == 0) {
        waitingSince = Long.MAX_VALUE;
      }
      group.queueChanged(now, -1);
      start(next, now);
    }
    job.served(now);
    group.mayHaveRoom(this, now);
  }

  @Override
  void paceChanged(double before, long now) {
    for (int i = 0; i < insideCount(); i++) {
      Job job = inside(i);
      if (job != null && job.stage == Stage.WORKING) {
        pace.changed(job, before, now);
      }
    }
  }

  @Override
  @Nullable
  Job takeWaiting() {
    return queue.poll();
  }

  @Override
  double spentByWaiting(long now) {
    double spent = 0;
    for (int i = 0; i < queue.size(); i++) {
      spent += spent(queue.get(i), now);
    }
    return spent;
  }
}

package headroom.fleet.targets;

import headroom.fleet.instances.Instance;
import headroom.kernel.Phase;
import headroom.kernel.Simulation;
import headroom.workload.Contention;
import headroom.workload.Service;
import org.jspecify.annotations.Nullable;

/**
 * Cores that all jobs in work share equally, none getting more than one (processor sharing).
 *
 * <p>All of them progress alike; so one clock of work attained says when each is done, and only the
 * first to be done is an event in the kernel. A job that is past its own work uses no core.
 */
final class SharingServer extends StagedServer {

  private final int cores;
  private final long places;
  private final Contention contention;
  private final WorkHeap working = new WorkHeap();
  private int taken;
  // Nanoseconds of work every job has got since the cores were idle last: from there it starts at 0
  // again, for precision (4 ns are lost after a year in which they never are).
  private double attained;
  private double rate;
  private long attainedAt;
  private @Nullable Job expected;

  SharingServer(Instance instance, ServerGroup group, Simulation simulation, long now) {
    super(instance, group, simulation, now);
    Service service = group.service();
    cores = workers();
    places = (long) cores + service.queue();
    contention = service.contention();
    attainedAt = now;
  }

  @Override
  boolean hasPlace() {
    return taken < places;
  }

  @Override
  void accept(Job job, long now) {
    taken++;
    begin(job, now);
    advance(now);
    job.work = attained + nanos(job, now);
    working.add(job);
    plan(now);
  }

  @Override
  void workEnded(Job job, long now) {
    touch(now);
    advance(now);
    if (working.poll() != job) {
      throw new IllegalStateException(job + " is done before its turn");
    }
    expected = null;
    // Exactly: the event came up to a nanosecond early.
    attained = working.size() == 0 ? 0 : job.work;
    plan(now);
  }

  @Override
  @Nullable
  Job freePlace(long now) {
    taken--;
    return null;
  }

  private void advance(long now) {
    attained += rate * (now - attainedAt);
    attainedAt = now;
  }

  /** How many share the cores, or how fast they are, has changed. */
  private void plan(long now) {
    int sharers = working.size();
    busy = Math.min(sharers, cores);
    if (sharers <= cores) {
      waitingSince = Long.MAX_VALUE;
    } else if (waitingSince == Long.MAX_VALUE) {
      waitingSince = now;
    }
    double share = sharers <= cores ? 1 : (double) cores / sharers;
    double planned = rate;
    rate = sharers == 0 ? 0 : pace.speed() * share / contention.slowdown(sharers);
    expect(working.first(), planned != rate, now);
  }

  private void expect(@Nullable Job first, boolean rateChanged, long now) {
    if (first == expected && !rateChanged) {
      return;
    }
    if (expected != null) {
      simulation.cancel(expected);
    }
    expected = first;
    if (first != null && rate > 0) {
      long at = Pace.after(Math.max(0, (first.work - attained) / rate), now);
      simulation.schedule(first, at, Phase.WORK);
    }
  }

  @Override
  void paceChanged(double before, long now) {
    touch(now);
    advance(now);
    plan(now);
  }

  @Override
  void abandonWork() {
    working.clear();
    expected = null;
  }

  @Override
  @Nullable
  Job takeWaiting() {
    return null;
  }

  @Override
  double spentByWaiting(long now) {
    return 0;
  }
}

package headroom.fleet.targets;

import headroom.fleet.instances.Instance;
import headroom.kernel.Phase;
import headroom.kernel.Simulation;
import headroom.random.Sampler;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What one instance does for requests: some workers, and a bounded first-in, first-out queue.
 *
 * <p>Keeps two accounts of the same thing, the level over time and the times spent, which must
 * agree (Little's law as an identity).
 */
public final class Server {

  private static final double NANOS = 1e9;
  private static final int FIRST_SIZE = 8;

  private final Instance instance;
  private final ServerGroup group;
  private final Simulation simulation;
  private final int workers;
  private final int places;
  private final Sampler time;
  private final Ring queue = new Ring();
  // In service: completed in any order, needed only when the instance stops.
  private @Nullable Job[] working = new Job[FIRST_SIZE];
  private int busy;
  private boolean up = true;
  private long since;
  private double busyArea;
  private double systemArea;
  private long askedAt;
  private double busyAreaWhenAsked;
  private double busyAreaAtStart;
  private double systemAreaAtStart;
  private double timeSpent;
  private long waitingSince = Long.MAX_VALUE;

  Server(Instance instance, ServerGroup group, Simulation simulation, long now) {
    this.instance = instance;
    this.group = group;
    this.simulation = simulation;
    this.workers = group.workers();
    this.places = group.places();
    this.time = group.time();
    this.since = now;
    this.askedAt = now;
  }

  public Instance instance() {
    return instance;
  }

  public ServerGroup group() {
    return group;
  }

  /** False once its instance has stopped running: what is sent there meets silence. */
  public boolean isUp() {
    return up;
  }

  public int busy() {
    return busy;
  }

  public int queued() {
    return queue.size();
  }

  /** Since when its queue has not been empty; Long.MAX_VALUE while it is. */
  public long waitingSince() {
    return waitingSince;
  }

  /** Takes a job to a worker or a waiting place, if there is one. */
  public Offer offer(Job job, long now) {
    if (busy == workers && queue.size() >= places) {
      return Offer.FULL;
    }
    touch(now);
    job.server = this;
    job.enteredAt = now;
    if (busy < workers) {
      start(job, now);
    } else {
      if (queue.size() == 0) {
        waitingSince = now;
      }
      queue.add(job);
      group.queueChanged(now, 1);
    }
    return Offer.TAKEN;
  }

  private void start(Job job, long now) {
    if (busy == working.length) {
      working = Arrays.copyOf(working, 2 * busy);
    }
    job.slot = busy;
    job.startedAt = now;
    working[busy++] = job;
    group.waited(job.enteredAt, now);
    long takes = (long) (time.sample(job.demandLuck) * NANOS);
    simulation.schedule(job, now + takes, Phase.WORK);
  }

  void finish(Job job, long now) {
    job.workedAt = now;
    AfterWork after = group.afterWork();
    if (after == null || !after.begins(job, now)) {
      done(job, now);
    }
  }

  /** A job has all it needs, or cannot get it: it leaves, and a worker is free. */
  public void done(Job job, long now) {
    touch(now);
    stopWorking(job);
    leave(job, now);
    Job next = queue.poll();
    if (next != null) {
      if (queue.size() == 0) {
        waitingSince = Long.MAX_VALUE;
      }
      group.queueChanged(now, -1);
      start(next, now);
    }
    job.served(now);
  }

  private void stopWorking(Job job) {
    Job last = working[--busy];
    working[busy] = null;
    if (last != null && last != job) {
      working[job.slot] = last;
      last.slot = job.slot;
    }
  }

  private void leave(Job job, long now) {
    timeSpent += now - Math.max(job.enteredAt, group.countsFrom());
    job.server = null;
  }

  /** The instance has stopped: everything here is lost at once. */
  void stop(long now) {
    touch(now);
    up = false;
    while (busy > 0) {
      Job job = working[busy - 1];
      if (job == null) {
        throw new IllegalStateException("a busy worker without a job at " + instance.label());
      }
      simulation.cancel(job);
      stopWorking(job);
      leave(job, now);
      job.lost(now);
    }
    for (Job job = queue.poll(); job != null; job = queue.poll()) {
      group.queueChanged(now, -1);
      leave(job, now);
      job.lost(now);
    }
    waitingSince = Long.MAX_VALUE;
  }

  private void touch(long now) {
    long elapsed = now - since;
    if (elapsed > 0) {
      busyArea += (double) busy * elapsed;
      systemArea += (double) (busy + queue.size()) * elapsed;
      since = now;
    }
  }

  /** Mean busy workers since the last time this was asked. */
  public double busySinceLastAsked(long now) {
    touch(now);
    double mean = now == askedAt ? busy : (busyArea - busyAreaWhenAsked) / (now - askedAt);
    askedAt = now;
    busyAreaWhenAsked = busyArea;
    return mean;
  }

  /** Results count from now. */
  void startCounting(long now) {
    touch(now);
    busyAreaAtStart = busyArea;
    systemAreaAtStart = systemArea;
    timeSpent = 0;
  }

  double countedBusyArea(long now) {
    touch(now);
    return busyArea - busyAreaAtStart;
  }

  double countedSystemArea(long now) {
    touch(now);
    return systemArea - systemAreaAtStart;
  }

  /** Times spent here within the counted window, of those that left and those that are here. */
  double countedTimeSpent(long now) {
    double spent = timeSpent;
    for (int i = 0; i < busy; i++) {
      spent += inside(working[i], now);
    }
    for (int i = 0; i < queue.size(); i++) {
      spent += inside(queue.get(i), now);
    }
    return spent;
  }

  private double inside(@Nullable Job job, long now) {
    return job == null ? 0 : now - Math.max(job.enteredAt, group.countsFrom());
  }
}

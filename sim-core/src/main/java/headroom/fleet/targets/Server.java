package headroom.fleet.targets;

import headroom.fleet.instances.Instance;
import headroom.fleet.targets.OwnSpeeds.Own;
import headroom.kernel.Phase;
import headroom.kernel.Simulation;
import headroom.workload.Service;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What one instance does for requests.
 *
 * <p>Keeps two accounts of the same thing, the level over time and the times spent, which must
 * agree (Little's law as an identity).
 */
public abstract class Server {

  private static final int FIRST_SIZE = 8;

  final ServerGroup group;
  final Simulation simulation;
  private final Instance instance;
  // All that are here and do not wait: they leave in any order.
  private @Nullable Job[] inside = new Job[FIRST_SIZE];
  private int insideCount;

  /** Workers, or cores, that are not free; to be changed after {@link #touch} only. */
  int busy;

  /** Jobs in the queue; to be changed after {@link #touch} only. */
  int waiting;

  /** Since when jobs have had to wait; Long.MAX_VALUE while none has to. */
  long waitingSince = Long.MAX_VALUE;

  private @Nullable Ailments ailments;
  private final int workers;
  private Own own = Own.USUAL;
  private boolean up = true;
  private boolean used;
  private long since;
  private double busyArea;
  private double systemArea;
  private long askedAt;
  private double busyAreaWhenAsked;
  private double busyAreaAtStart;
  private double systemAreaAtStart;
  private double timeSpent;
  private long bytesIn;
  private long bytesOut;

  Server(Instance instance, ServerGroup group, Simulation simulation, long now) {
    this.instance = instance;
    this.group = group;
    this.simulation = simulation;
    this.workers = group.workersOf(instance);
    this.since = now;
    this.askedAt = now;
  }

  /** The server of a group on an instance, of the plainest kind that does what its service says. */
  static Server on(Instance instance, ServerGroup group, Simulation simulation, long now) {
    Service service = group.service();
    if (service.sharing()) {
      return new SharingServer(instance, group, simulation, now);
    }
    boolean isPlain = group.afterWork() == null
        && service.equals(new Service(service.workers(), service.queue(), service.time()));
    return isPlain
        ? new PlainServer(instance, group, simulation, now)
        : new WorkerServer(instance, group, simulation, now);
  }

  public final Instance instance() {
    return instance;
  }

  public final ServerGroup group() {
    return group;
  }

  /** False once its instance has stopped running: what is sent there meets silence. */
  public final boolean isUp() {
    return up;
  }

  /** From now on it serves badly. */
  public final void ails(Ailment next) {
    if (ailments == null) {
      ailments = new Ailments();
    }
    ailments.add(next);
  }

  /** An ailment is over, if it is one that it has. */
  public final void recovers(Ailment over) {
    if (ailments != null) {
      ailments.remove(over);
    }
  }

  /** From now on it begins work at a speed of its own. */
  final void worksAs(Own next) {
    own = next;
  }

  /** The share of its CPU that its credits let it use. */
  final double creditShare() {
    return own.share();
  }

  /** Requests it serves at once; with sharing, its cores. */
  public final int workers() {
    return workers;
  }

  /** The cause of what is felt of its ailments; empty for nothing. */
  final String ailsBy(long now) {
    return ailments == null ? "" : ailments.cause(now);
  }

  /** How many times as long as usual work takes that begins now. */
  final double slowness(long now) {
    return ailments == null ? 1 / own.speed() : ailments.slowness(now) / own.speed();
  }

  /** Notes on a job that is done whether it is an error. */
  final void judge(Job job) {
    job.spoiltBy = "";
    if (ailments != null) {
      ailments.judge(job);
    }
  }

  /** True when what is sent to it now never arrives, and nobody says so. */
  public final boolean swallows(Job job, long now) {
    return ailments != null && ailments.swallow(job, now);
  }

  /** Lets a job wait for somebody outside once its work is done; false when it need not. */
  final boolean asksOutside(Job job, long now) {
    long nanos = ailments == null ? 0 : ailments.outsideNanos(job);
    if (nanos == 0) {
      return false;
    }
    job.stage = Stage.OUTSIDE;
    simulation.schedule(job, now + nanos, Phase.WORK);
    return true;
  }

  /** Workers that are not free; with sharing, cores in use. */
  public final int busy() {
    return busy;
  }

  public final int queued() {
    return waiting;
  }

  /**
   * Since when its queue has not been empty; with sharing, since when there have been more requests
   * than cores. Long.MAX_VALUE while that is not so.
   */
  public final long waitingSince() {
    return waitingSince;
  }

  /** Takes a job to a worker or a waiting place, if there is one and it is let in. */
  public abstract Offer offer(Job job, long now);

  /**
   * Takes a job that comes from another account of this instance: what is begun at once is done
   * after what is left of it. False when there is no place.
   *
   * @param nanosLeft work left at full speed
   */
  public final boolean seat(Job job, double nanosLeft, long now) {
    int before = busy;
    if (offer(job, now) != Offer.TAKEN) {
      return false;
    }
    if (busy > before) {
      simulation.cancel(job);
      group.pace().start(job, nanosLeft, now);
    }
    return true;
  }

  /** True when it is up and has a worker or a waiting place for one more. */
  public final boolean hasPlaceNow() {
    return up && (hasFreeWorker() || waiting < group.service().queue());
  }

  /** True when some worker is free. */
  public final boolean hasFreeWorker() {
    return busy < workers;
  }

  /** A job has all it needs, or cannot get it: it leaves, and what it kept is free. */
  public abstract void done(Job job, long now);

  /** The completion event of a job has fired. */
  abstract void finish(Job job, long now);

  /** The group's speed has changed. */
  abstract void paceChanged(double before, long now);

  /** Takes any job from the queue; null when it is empty. */
  abstract @Nullable Job takeWaiting();

  /** Times spent so far by the jobs in the queue, within the counted window. */
  abstract double spentByWaiting(long now);

  /** The instance has stopped: forgets who is being worked on. */
  void abandonWork() {}

  /** A job is lost with the instance: takes it out of what it shares with other servers. */
  void withdraw(Job job, long now) {}

  /** Jobs here, waiting or not. */
  final int present() {
    return insideCount + waiting;
  }

  /** Puts a job among those that are here and do not wait. */
  final void enter(Job job) {
    if (!used) {
      used = true;
      group.instances().launchTimes().firstRequest(instance, simulation.now());
    }
    if (insideCount == inside.length) {
      inside = Arrays.copyOf(inside, 2 * insideCount);
    }
    job.slot = insideCount;
    inside[insideCount++] = job;
  }

  /** Takes a job from among them. */
  final void remove(Job job) {
    Job last = inside[--insideCount];
    inside[insideCount] = null;
    if (last != null && last != job) {
      inside[job.slot] = last;
      last.slot = job.slot;
    }
  }

  /** Books the time of a job that leaves. */
  final void account(Job job, long now) {
    timeSpent += now - Math.max(job.enteredAt, group.countsFrom());
  }

  /** The instance has stopped: everything here is lost at once. */
  final void stop(long now) {
    touch(now);
    up = false;
    busy = 0;
    abandonWork();
    while (insideCount > 0) {
      Job job = inside[insideCount - 1];
      if (job == null) {
        throw new IllegalStateException("a place without a job at " + instance.label());
      }
      simulation.cancel(job);
      withdraw(job, now);
      remove(job);
      lose(job, now);
    }
    for (Job job = takeWaiting(); job != null; job = takeWaiting()) {
      waiting--;
      group.queueChanged(now, -1);
      lose(job, now);
    }
    waitingSince = Long.MAX_VALUE;
  }

  private void lose(Job job, long now) {
    account(job, now);
    job.server = null;
    job.lost(now);
  }

  /** Brings the areas up to date; called before any of the counts changes. */
  final void touch(long now) {
    long elapsed = now - since;
    if (elapsed > 0) {
      busyArea += (double) busy * elapsed;
      systemArea += (double) present() * elapsed;
      since = now;
    }
  }

  /** Mean busy workers since the last time this was asked. */
  public final double busySinceLastAsked(long now) {
    touch(now);
    double mean = now == askedAt ? busy : (busyArea - busyAreaWhenAsked) / (now - askedAt);
    askedAt = now;
    busyAreaWhenAsked = busyArea;
    return mean;
  }

  /** Worker-nanoseconds so far. */
  public final double busyArea(long now) {
    touch(now);
    return busyArea;
  }

  /** A request of so many bytes was sent here. */
  public final void received(long bytes) {
    bytesIn += bytes;
  }

  /** An answer of so many bytes went out. */
  public final void answered(long bytes) {
    bytesOut += bytes;
  }

  /** Bytes received so far. */
  public final long bytesIn() {
    return bytesIn;
  }

  /** Bytes sent so far. */
  public final long bytesOut() {
    return bytesOut;
  }

  /** Results count from now. */
  final void startCounting(long now) {
    touch(now);
    busyAreaAtStart = busyArea;
    systemAreaAtStart = systemArea;
    timeSpent = 0;
  }

  /** Busy worker-nanoseconds since it came. */
  final double busyNanos(long now) {
    touch(now);
    return busyArea;
  }

  final double countedBusyArea(long now) {
    touch(now);
    return busyArea - busyAreaAtStart;
  }

  final double countedSystemArea(long now) {
    touch(now);
    return systemArea - systemAreaAtStart;
  }

  /** Times spent here within the counted window, of those that left and those that are here. */
  final double countedTimeSpent(long now) {
    double spent = timeSpent + spentByWaiting(now);
    for (int i = 0; i < insideCount; i++) {
      spent += spent(inside[i], now);
    }
    return spent;
  }

  final double spent(@Nullable Job job, long now) {
    return job == null ? 0 : now - Math.max(job.enteredAt, group.countsFrom());
  }

  /** The job at a place of those that do not wait. */
  final @Nullable Job inside(int place) {
    return inside[place];
  }

  final int insideCount() {
    return insideCount;
  }
}

package headroom.fleet.targets;

import headroom.fleet.instances.Instance;
import headroom.kernel.Simulation;
import headroom.workload.Contention;
import headroom.workload.Service;
import org.jspecify.annotations.Nullable;

/**
 * Workers with one job each, and a bounded queue in lines by priority.
 *
 * <p>The bound is on all lines together: when it is reached a job of high priority finds no place
 * either, and only shedding keeps one for it. Nobody's work is interrupted for anybody.
 */
final class WorkerServer extends StagedServer {

  private final int workers;
  private final int places;
  private final Contention contention;
  private final Line[] lines;

  WorkerServer(Instance instance, ServerGroup group, Simulation simulation, long now) {
    super(instance, group, simulation, now);
    Service service = group.service();
    workers = workers();
    places = service.queue();
    contention = service.contention();
    lines = new Line[demands.lineCount()];
    for (int i = 0; i < lines.length; i++) {
      lines[i] = new Line(service.discipline());
    }
  }

  @Override
  boolean hasPlace() {
    return busy < workers || waiting < places;
  }

  @Override
  void accept(Job job, long now) {
    if (busy < workers) {
      start(job, now);
      return;
    }
    if (waiting++ == 0) {
      waitingSince = now;
    }
    job.stage = Stage.WAITING;
    lines[demands.line(job)].add(job);
    group.queueChanged(now, 1);
  }

  private void start(Job job, long now) {
    busy++;
    begin(job, now);
    pace.start(job, nanos(job, now) * contention.slowdown(busy), now);
  }

  @Override
  void workEnded(Job job, long now) {}

  @Override
  @Nullable
  Job freePlace(long now) {
    busy--;
    Job passedOver = null;
    Job last = null;
    for (Line line = next(); line != null; line = next()) {
      Job job = take(line, now);
      if (!line.passesOver(job, now)) {
        start(job, now);
        break;
      }
      passOver(job, now);
      if (last == null) {
        passedOver = job;
      } else {
        last.behind = job;
      }
      last = job;
    }
    return passedOver;
  }

  private Job take(Line line, long now) {
    Job job = line.poll();
    if (job == null) {
      throw new IllegalStateException("a line of nobody at " + instance().label());
    }
    if (--waiting == 0) {
      waitingSince = Long.MAX_VALUE;
    }
    group.queueChanged(now, -1);
    return job;
  }

  /** The first line in which somebody waits; null when nobody waits at all. */
  private @Nullable Line next() {
    for (Line line : lines) {
      if (line.size() > 0) {
        return line;
      }
      line.noteEmpty();
    }
    return null;
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
    for (Line line : lines) {
      if (line.size() > 0) {
        return line.poll();
      }
    }
    return null;
  }

  @Override
  double spentByWaiting(long now) {
    double spent = 0;
    for (Line line : lines) {
      for (int i = 0; i < line.size(); i++) {
        spent += spent(line.get(i), now);
      }
    }
    return spent;
  }
}

package headroom.fleet.targets;

import headroom.policy.queueing.QueueDiscipline;
import headroom.policy.queueing.QueueDiscipline.AdaptiveLifo;
import headroom.policy.queueing.QueueDiscipline.CoDel;
import headroom.policy.queueing.QueueDiscipline.DeadlineAware;
import headroom.policy.queueing.QueueDiscipline.Lifo;
import org.jspecify.annotations.Nullable;

/** Jobs of one priority that wait, and who of them is next. */
final class Line {

  private final Ring jobs = new Ring();
  private final boolean alwaysLast;
  private final int turnsAbove;
  private final boolean passesAbandoned;
  private final @Nullable CoDel coDel;
  private final CoDel.@Nullable Memory memory;
  private boolean turned;

  Line(QueueDiscipline discipline) {
    alwaysLast = discipline instanceof Lifo;
    turnsAbove = discipline instanceof AdaptiveLifo adaptive ? adaptive.above() : Integer.MAX_VALUE;
    passesAbandoned = discipline instanceof DeadlineAware;
    coDel = discipline instanceof CoDel law ? law : null;
    memory = coDel == null ? null : coDel.memory();
  }

  void add(Job job) {
    jobs.add(job);
    turned |= jobs.size() > turnsAbove;
  }

  /** Takes the next one; null when nobody waits. */
  @Nullable
  Job poll() {
    Job next = alwaysLast || turned ? jobs.pollLast() : jobs.poll();
    if (jobs.size() == 0) {
      turned = false;
    }
    return next;
  }

  /** Somebody came to take the next one, and nobody waits. */
  void noteEmpty() {
    if (coDel != null && memory != null) {
      coDel.emptied(memory);
    }
  }

  /** Whether the job just taken is not worth serving. */
  boolean passesOver(Job job, long now) {
    if (passesAbandoned) {
      return job.isAbandoned();
    }
    return coDel != null
        && memory != null
        && coDel.drops(memory, now - job.enteredAt, now, jobs.size() == 0);
  }

  int size() {
    return jobs.size();
  }

  /** The job at a place, 0 being the one that came first. */
  @Nullable
  Job get(int place) {
    return jobs.get(place);
  }
}

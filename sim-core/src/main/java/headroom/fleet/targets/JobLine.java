package headroom.fleet.targets;

import org.jspecify.annotations.Nullable;

/** Jobs that are on no server, in a row; each may leave from anywhere in it. */
public final class JobLine {

  private @Nullable Job first;
  private @Nullable Job last;
  private int size;

  public int size() {
    return size;
  }

  public @Nullable Job first() {
    return first;
  }

  public void add(Job job) {
    job.ahead = last;
    job.behind = null;
    if (last == null) {
      first = job;
    } else {
      last.behind = job;
    }
    last = job;
    size++;
  }

  /** Takes out a job that is in this line. */
  public void remove(Job job) {
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
    size--;
  }
}

package headroom.fleet.targets;

import headroom.random.Distribution;
import headroom.random.Sampler;
import headroom.workload.ClassRule;
import headroom.workload.Service;
import java.util.List;

/** What a group's jobs of each class ask for, and who of them goes first: ready for the hot path. */
final class Demands {

  private static final double NANOS = 1e9;

  private final Sampler[] times;
  private final int[] priorities;
  private final int[] lines;
  private final int lineCount;

  /** Class 0 is every job that no rule is about: the service's own time, the highest priority. */
  Demands(Service service) {
    List<ClassRule> rules = service.classes();
    Sampler own = service.time().sampler();
    times = new Sampler[rules.size() + 1];
    priorities = new int[times.length];
    times[0] = own;
    for (int i = 1; i < times.length; i++) {
      ClassRule rule = rules.get(i - 1);
      times[i] = rule.time().map(Distribution::sampler).orElse(own);
      priorities[i] = rule.priority();
    }
    lines = new int[times.length];
    lineCount = rank();
  }

  /** Numbers the priorities that occur, so that there are no more lines than needed. */
  private int rank() {
    int count = 0;
    for (int priority = 0; priority <= ClassRule.LOWEST_PRIORITY; priority++) {
      boolean occurs = false;
      for (int i = 0; i < priorities.length; i++) {
        if (priorities[i] == priority) {
          lines[i] = count;
          occurs = true;
        }
      }
      count += occurs ? 1 : 0;
    }
    return count;
  }

  /** Nanoseconds of work of a job, alone on a warm instance. */
  double nanos(Job job) {
    return times[job.requestClass].sample(job.demandLuck) * NANOS;
  }

  int priority(Job job) {
    return priorities[job.requestClass];
  }

  /** The line it waits in; those of a smaller number are served first. */
  int line(Job job) {
    return lines[job.requestClass];
  }

  int lineCount() {
    return lineCount;
  }
}

package headroom.fleet.targets;

import java.util.ArrayList;
import java.util.List;

/** All that makes one server serve badly: speeds multiply, and what came last is the cause. */
final class Ailments {

  private final List<Ailment> all = new ArrayList<>();

  void add(Ailment ailment) {
    all.remove(ailment);
    all.add(ailment);
  }

  void remove(Ailment ailment) {
    all.remove(ailment);
  }

  /** How many times as long as usual work takes that begins now. */
  double slowness(long now) {
    double speed = 1;
    for (Ailment one : all) {
      speed *= one.speed().at(now);
    }
    return 1 / speed;
  }

  /** The cause of what is felt here; empty for nothing. */
  String cause(long now) {
    for (int i = all.size() - 1; i >= 0; i--) {
      if (all.get(i).isFelt(now)) {
        return all.get(i).cause();
      }
    }
    return "";
  }

  /** How long a job must wait for somebody outside once its work is done. */
  long outsideNanos(Job job) {
    long nanos = 0;
    for (Ailment one : all) {
      nanos += one.outsideNanos() > 0 && one.concerns(job) ? one.outsideNanos() : 0;
    }
    return nanos;
  }

  /** True when a job that is sent now does not arrive, which it is told. */
  boolean swallow(Job job, long now) {
    for (Ailment one : all) {
      if (one.swallows(job, now)) {
        job.unheardBy(one.cause());
        return true;
      }
    }
    return false;
  }

  /** Notes on a job that is done whether its answer is an error, or never arrives. */
  void judge(Job job) {
    for (int i = all.size() - 1; i >= 0; i--) {
      Ailment one = all.get(i);
      if (one.silences(job)) {
        job.unheardBy(one.cause());
        return;
      }
      if (one.spoils(job)) {
        job.spoiltBy = one.cause();
        return;
      }
    }
  }
}

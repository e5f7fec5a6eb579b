package headroom.fleet.flow;

import headroom.policy.queueing.QueueDiscipline;
import headroom.random.Distribution;
import org.jspecify.annotations.Nullable;

/**
 * A station whose workers do not serve first come first.
 *
 * <p>Who is served next without regard to how long that takes changes neither how many wait nor how
 * long on average (Kleinrock, "Queueing Systems" 2, 1976, §3.4), but how waits are spread: that a
 * {@link LineTrial} tells, once for each load. Where requests are left out, it tells the rest too.
 */
final class LineLaw extends QueueLaw {

  private final ServiceTime service;
  private final Distribution time;
  private final double speed;
  private final int workers;
  private final double places;
  private final double ca2;
  private final QueueDiscipline rule;
  private final double patience;
  private final boolean drops;
  private final LineTrial.@Nullable Result[] results = new LineTrial.Result[LEVELS];

  /**
   * The law of one queue.
   *
   * @param patience seconds for which whoever sends waits; infinite for ever
   */
  LineLaw(
      int number,
      Distribution time,
      double speed,
      int workers,
      double places,
      double ca2,
      QueueDiscipline rule,
      double patience) {
    super(number, new ServiceTime(time), speed, workers, places, ca2);
    this.service = new ServiceTime(time);
    this.time = time;
    this.speed = speed;
    this.workers = workers;
    this.places = places;
    this.ca2 = ca2;
    this.rule = rule;
    this.patience = patience;
    this.drops = leavesOut(rule);
  }

  /** True when some of those that wait are not served. */
  static boolean leavesOut(QueueDiscipline rule) {
    return rule instanceof QueueDiscipline.CoDel || rule instanceof QueueDiscipline.DeadlineAware;
  }

  /** How those end that are not served. */
  static Outcome endOf(QueueDiscipline rule) {
    return rule instanceof QueueDiscipline.DeadlineAware ? Outcome.LATE : Outcome.SHED;
  }

  private LineTrial.Result at(int level) {
    LineTrial.Result result = results[level];
    if (result == null) {
      result = new LineTrial(time, speed, workers, places, ca2, rule, patience)
          .run(Math.max(load(level), load(1)));
      results[level] = result;
      if (drops && level > 0) {
        queue[level] = result.waiting();
        refused[level] = result.refused();
      }
    }
    return result;
  }

  private void learn(double load) {
    if (drops) {
      at(below(load));
      at(below(load) + 1);
    }
  }

  @Override
  double queueAt(double load) {
    learn(load);
    return super.queueAt(load);
  }

  @Override
  double refusedAt(double load) {
    learn(load);
    return super.refusedAt(load);
  }

  @Override
  double queue(int level) {
    learn(load(level));
    return super.queue(level);
  }

  @Override
  double waitSeconds(int level) {
    return level > 0 && drops ? at(level).waitSeconds() : super.waitSeconds(level);
  }

  @Override
  double waitShare(int level) {
    return level > 0 && drops ? at(level).waitShare() : super.waitShare(level);
  }

  @Override
  double droppedAt(double load) {
    return drops ? between(load, LineTrial.Result::dropped) : 0;
  }

  @Override
  double dropSeconds(double load) {
    return drops ? between(load, LineTrial.Result::dropSeconds) : 0;
  }

  @Override
  double busyAt(double load, double refusedShare) {
    return drops
        ? between(load, LineTrial.Result::busy)
        : super.busyAt(load, refusedShare);
  }

  private interface Figure {
    double of(LineTrial.Result result);
  }

  private double between(double load, Figure figure) {
    int level = below(load);
    double part = part(load, level);
    double here = level == 0 ? 0 : figure.of(at(level));
    return here + part * (figure.of(at(level + 1)) - here);
  }

  @Override
  Waits waits(int level) {
    return level == 0 ? super.waits(level) : Waits.ofSorted(at(level).waits());
  }

  @Override
  Profile makeProfile(int level) {
    return new Profile(service, speed, waitShare(level), waits(level));
  }

  @Override
  boolean leavesOut() {
    return drops;
  }
}

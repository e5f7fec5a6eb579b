package headroom.fleet.flow;

import headroom.policy.queueing.QueueDiscipline;
import headroom.workload.Contention;
import headroom.workload.Service;

/**
 * A station whose workers do not serve first come first, slow each other down, or have a limit to how
 * many they let in.
 *
 * <p>Who is served next without regard to how long that takes changes neither how many wait nor how
 * long on average (Kleinrock, "Queueing Systems" 2, 1976, §3.4), but how waits are spread: that a
 * {@link LineTrial} tells, once for each load. Where others are served, it tells the rest too.
 */
final class LineLaw extends TrialLaw<LineTrial.Result> {

  private final double ca2;
  private final double patience;
  private final boolean whole;

  /**
   * The law of one queue.
   *
   * @param workers of one instance, or of all that share a line
   * @param patience seconds for which whoever sends waits; infinite for ever
   */
  LineLaw(
      int number,
      Service service,
      double speed,
      int workers,
      double places,
      double ca2,
      double patience) {
    super(number, service, speed, workers, places, ca2);
    this.ca2 = ca2;
    this.patience = patience;
    this.whole = !isBlind(service);
  }

  /** True when a service needs such a law. */
  static boolean isNeeded(Service service) {
    return !(service.discipline() instanceof QueueDiscipline.Fifo) || !isBlind(service);
  }

  /** True when as many are served as by the usual rule. */
  private static boolean isBlind(Service service) {
    return service.contention().equals(Contention.NONE) && !turnsAway(service);
  }

  private static boolean turnsAway(Service service) {
    return service.concurrencyLimit().isPresent() || leavesOut(service.discipline());
  }

  /** True when some of those that wait are not served. */
  private static boolean leavesOut(QueueDiscipline rule) {
    return rule instanceof QueueDiscipline.CoDel || rule instanceof QueueDiscipline.DeadlineAware;
  }

  /** How those end that are not served. */
  static Outcome endOf(QueueDiscipline rule) {
    return rule instanceof QueueDiscipline.DeadlineAware ? Outcome.LATE : Outcome.SHED;
  }

  @Override
  boolean tellsQueue() {
    return whole;
  }

  @Override
  LineTrial.Result tryAt(int level) {
    LineTrial.Result result = new LineTrial(service, speed, workers, places, ca2, patience)
        .run(Math.max(load(level), load(1)));
    if (whole && level > 0) {
      queue[level] = result.waiting();
      refused[level] = result.refused();
    }
    return result;
  }

  @Override
  double waitSeconds(int level) {
    return level > 0 && whole ? at(level).waitSeconds() : super.waitSeconds(level);
  }

  @Override
  double waitShare(int level) {
    return level > 0 && whole ? at(level).waitShare() : super.waitShare(level);
  }

  @Override
  double droppedAt(double load) {
    return whole ? between(load, LineTrial.Result::dropped) : 0;
  }

  @Override
  double dropSeconds(double load) {
    return whole ? between(load, LineTrial.Result::dropSeconds) : 0;
  }

  @Override
  double shedAt(double load) {
    return whole ? between(load, LineTrial.Result::shed) : 0;
  }

  @Override
  double busyAt(double load, double refusedShare) {
    return whole ? between(load, LineTrial.Result::busy) : super.busyAt(load, refusedShare);
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
    double stretch = whole ? at(level).stretch() : 1;
    return new Profile(time, speed / stretch, waitShare(level), waits(level));
  }

  @Override
  boolean leavesOut() {
    return turnsAway(service);
  }
}

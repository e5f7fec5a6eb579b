package headroom.fleet.flow;

import headroom.workload.Service;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Queues of whose figures a trial tells some or all, once for each load that is met.
 *
 * @param <R> what a trial tells
 */
abstract class TrialLaw<R> extends QueueLaw {

  final ServiceTime time;
  final Service service;
  final double speed;
  final int workers;
  final double places;
  private final List<Optional<R>> results =
      new ArrayList<>(Collections.nCopies(LEVELS, Optional.empty()));

  /**
   * The law of one queue, or of several alike.
   *
   * @param workers of one instance, or of all that share a line
   */
  TrialLaw(int number, Service service, double speed, int workers, double places, double ca2) {
    super(number, new ServiceTime(service.time()), speed, workers, places, ca2);
    this.time = new ServiceTime(service.time());
    this.service = service;
    this.speed = speed;
    this.workers = workers;
    this.places = places;
  }

  /** What a trial tells at a level, which it may write down as queue and refusals too. */
  abstract R tryAt(int level);

  /** Whether trials tell how many wait and are refused. */
  abstract boolean tellsQueue();

  final R at(int level) {
    Optional<R> known = results.get(level);
    if (known.isEmpty()) {
      known = Optional.of(tryAt(level));
      results.set(level, known);
    }
    return known.get();
  }

  private void learn(double load) {
    if (tellsQueue()) {
      at(below(load));
      at(below(load) + 1);
    }
  }

  @Override
  final double queueAt(double load) {
    learn(load);
    return super.queueAt(load);
  }

  @Override
  final double refusedAt(double load) {
    learn(load);
    return super.refusedAt(load);
  }

  @Override
  final double queue(int level) {
    if (tellsQueue()) {
      at(level);
    }
    return super.queue(level);
  }
}

package headroom.workload;

import headroom.policy.limit.ConcurrencyLimit;
import headroom.policy.queueing.LoadShedding;
import headroom.policy.queueing.QueueDiscipline;
import headroom.problem.Problem;
import headroom.problem.Problems;
import headroom.random.Distribution;
import headroom.random.Multiplied;
import java.util.List;
import java.util.Optional;

/**
 * What one instance does for requests: so many at once, so many waiting, each for so long.
 *
 * @param workers requests served at once; with sharing, cores that all requests share
 * @param queue waiting places beyond them; a request that finds none is refused. With sharing there
 *     is no queue, and workers + queue bounds the requests in service
 * @param time service time of a request in seconds, alone on a worker
 * @param sharing true when all requests are served at once and share the workers (processor
 *     sharing), false when each has a worker of its own
 * @param discipline who of those that wait is served next
 * @param shedding turns requests away early; empty for never
 * @param concurrencyLimit finds out how many requests an instance takes; empty for no such limit
 * @param classes what is different for some classes of request
 * @param contention service that slows down with the requests in service
 * @param warmUp an instance that is slow at first; empty for none
 * @param serial seconds of each request that the whole group can do for one request at a time, such
 *     as holding a lock; empty for none
 * @param calls what a request needs of other services, after this one's own work
 * @param holdsWorker true when a worker waits for its calls, false when it serves others meanwhile;
 *     with sharing a request that waits uses no core, and this says whether it keeps its place
 */
public record Service(
    int workers,
    int queue,
    Distribution time,
    boolean sharing,
    QueueDiscipline discipline,
    Optional<LoadShedding> shedding,
    Optional<ConcurrencyLimit> concurrencyLimit,
    List<ClassRule> classes,
    Contention contention,
    Optional<WarmUpCurve> warmUp,
    Optional<Distribution> serial,
    List<CallStep> calls,
    boolean holdsWorker) {

  public static final int DEFAULT_QUEUE = 100;

  public static List<Problem> problems(
      int workers,
      int queue,
      Distribution time,
      boolean sharing,
      QueueDiscipline discipline,
      List<ClassRule> classes,
      Optional<Distribution> serial,
      List<CallStep> calls) {
    return Problems.of()
        .addAll("", problems(workers, queue, time))
        .require(
            "discipline",
            !sharing || discipline instanceof QueueDiscipline.Fifo,
            "says who waits, but with sharing nobody does",
            "leave one of them out")
        .require(
            "classes",
            distinct(classes.stream().map(ClassRule::requestClass).toList()),
            "must not name a class twice")
        .require(
            "serial",
            serial.isEmpty() || serial.get().mean() > 0,
            "must have a mean above 0",
            "for example 2ms")
        .require(
            "calls",
            distinct(calls.stream()
                .flatMap(step -> step.calls().stream())
                .map(Call::name)
                .toList()),
            "must not have two of one name",
            "give one of them a name: of its own")
        .list();
  }

  /** What is wrong with the numbers every service has. */
  public static List<Problem> problems(int workers, int queue, Distribution time) {
    return Problems.of()
        .require("workers", workers >= 1, "must be at least 1, was " + workers, "for example 8")
        .require("queue", queue >= 0, "must be 0 or more, was " + queue, "for example 100")
        .require(
            "time",
            time.mean() > 0 && time.mean() < Double.POSITIVE_INFINITY,
            "must have a mean above 0 that is finite, was " + time.mean() + " s",
            "for example {lognormal: {mean: 80ms, cv: 1.5}}")
        .list();
  }

  private static boolean distinct(List<String> names) {
    return names.stream().distinct().count() == names.size();
  }

  public Service {
    classes = List.copyOf(classes);
    calls = List.copyOf(calls);
    Problems.throwIfAny(
        problems(workers, queue, time, sharing, discipline, classes, serial, calls));
  }

  /** Workers, a queue, a time, and nothing else. */
  public Service(int workers, int queue, Distribution time) {
    this(
        workers,
        queue,
        time,
        false,
        new QueueDiscipline.Fifo(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Contention.NONE,
        Optional.empty(),
        Optional.empty(),
        List.of(),
        true);
  }

  /** The same service with other workers, and all its own times multiplied by a factor. */
  public Service elsewhere(int otherWorkers, double factor) {
    return new Service(
        otherWorkers,
        queue,
        times(time, factor),
        sharing,
        discipline,
        shedding,
        concurrencyLimit,
        classes.stream()
            .map(rule -> new ClassRule(
                rule.requestClass(), rule.time().map(law -> times(law, factor)), rule.priority()))
            .toList(),
        contention,
        warmUp,
        serial.map(law -> times(law, factor)),
        calls,
        holdsWorker);
  }

  private static Distribution times(Distribution law, double factor) {
    return factor == 1 ? law : new Multiplied(law, factor);
  }

  /** Requests per second that one instance can serve without end, its own work alone. */
  public double capacityPerSecond() {
    return workers / (time.mean() * contention.slowdown(workers));
  }

  /** The same of so many instances, which a serial section bounds together. */
  public double capacityPerSecond(double instances) {
    double bound = serial.map(section -> 1 / section.mean()).orElse(Double.POSITIVE_INFINITY);
    return Math.min(instances * capacityPerSecond(), bound);
  }
}

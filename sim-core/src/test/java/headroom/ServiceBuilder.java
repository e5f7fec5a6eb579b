package headroom;

import headroom.policy.limit.ConcurrencyLimit;
import headroom.policy.queueing.LoadShedding;
import headroom.policy.queueing.QueueDiscipline;
import headroom.random.Distribution;
import headroom.workload.CallStep;
import headroom.workload.ClassRule;
import headroom.workload.Contention;
import headroom.workload.Service;
import headroom.workload.WarmUpCurve;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Builds services for tests: workers, a queue and a time, and whatever else is asked for. */
public final class ServiceBuilder {

  private final int workers;
  private final int queue;
  private final Distribution time;
  private boolean sharing;
  private QueueDiscipline discipline = new QueueDiscipline.Fifo();
  private Optional<LoadShedding> shedding = Optional.empty();
  private Optional<ConcurrencyLimit> limit = Optional.empty();
  private final List<ClassRule> classes = new ArrayList<>();
  private Contention contention = Contention.NONE;
  private Optional<WarmUpCurve> warmUp = Optional.empty();
  private Optional<Distribution> serial = Optional.empty();
  private boolean holdsWorker = true;
  private List<CallStep> calls = List.of();

  public ServiceBuilder(int workers, int queue, Distribution time) {
    this.workers = workers;
    this.queue = queue;
    this.time = time;
  }

  public ServiceBuilder sharing() {
    sharing = true;
    return this;
  }

  public ServiceBuilder discipline(QueueDiscipline value) {
    discipline = value;
    return this;
  }

  public ServiceBuilder shedding(int above, int perPriority) {
    shedding = Optional.of(new LoadShedding(above, perPriority));
    return this;
  }

  public ServiceBuilder limit(ConcurrencyLimit value) {
    limit = Optional.of(value);
    return this;
  }

  /** The next class by number, from 1 on. */
  public ServiceBuilder requestClass(String name, Optional<Distribution> own, int priority) {
    classes.add(new ClassRule(name, own, priority));
    return this;
  }

  public ServiceBuilder contention(double sigma, double kappa) {
    contention = new Contention(sigma, kappa);
    return this;
  }

  public ServiceBuilder warmUp(double slowdown, Duration over) {
    warmUp = Optional.of(new WarmUpCurve(slowdown, over));
    return this;
  }

  public ServiceBuilder serial(Distribution value) {
    serial = Optional.of(value);
    return this;
  }

  public ServiceBuilder letsWorkerGo() {
    holdsWorker = false;
    return this;
  }

  public ServiceBuilder calls(CallStep... steps) {
    calls = List.of(steps);
    return this;
  }

  public Service build() {
    return new Service(
        workers,
        queue,
        time,
        sharing,
        discipline,
        shedding,
        limit,
        classes,
        contention,
        warmUp,
        serial,
        calls,
        holdsWorker);
  }
}

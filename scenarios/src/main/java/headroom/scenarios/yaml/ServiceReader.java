package headroom.scenarios.yaml;

import static headroom.scenarios.yaml.Scalars.BOOLEAN;
import static headroom.scenarios.yaml.Scalars.DURATION;
import static headroom.scenarios.yaml.Scalars.NUMBER;
import static headroom.scenarios.yaml.Scalars.WHOLE;

import headroom.policy.limit.ConcurrencyLimit;
import headroom.policy.queueing.LoadShedding;
import headroom.policy.queueing.QueueDiscipline;
import headroom.random.Constant;
import headroom.random.Distribution;
import headroom.scenarios.text.Numbers;
import headroom.scenarios.text.Tree;
import headroom.spec.Reference;
import headroom.workload.CallStep;
import headroom.workload.ClassRule;
import headroom.workload.Contention;
import headroom.workload.Service;
import headroom.workload.WarmUpCurve;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what one instance of a group does for requests. */
final class ServiceReader {

  static final String EXAMPLE = "{workers: 8, time: 80ms}";

  private static final String PER_VCPU = " per vcpu";

  private static final Service ANY = new Service(1, Service.DEFAULT_QUEUE, new Constant(1));

  static final Reader<Service> READER = Reader.withStandIns(ServiceReader::read, ANY, ANY);

  private static final Reader<Integer> WORKERS =
      Reader.withStandIns(ServiceReader::workers, WHOLE.standIns());

  private static final Reader<List<ClassRule>> CLASSES =
      new PartsReader<>(ServiceReader::classRule, "{checkout: {time: 300ms}}").whole();

  private static final Reader<Contention> CONTENTION =
      Reader.withStandIns(ServiceReader::contention, Contention.NONE, Contention.NONE);

  private static final WarmUpCurve ANY_CURVE = new WarmUpCurve(1, Duration.ofNanos(1));

  private static final Reader<WarmUpCurve> WARM_UP =
      Reader.withStandIns(ServiceReader::warmUp, ANY_CURVE, ANY_CURVE);

  private static final Map<String, Boolean> WHILE_CALLING =
      Words.of("hold-worker", true).and("free-worker", false).table();

  private final Node node;
  private final MapReader map;
  private final Given<Integer> workers;
  private final Given<Integer> queue;
  private final Given<Distribution> time;
  private final Given<Boolean> sharing;
  private final Given<QueueDiscipline> discipline;
  private final Given<Optional<LoadShedding>> shedding;
  private final Given<Optional<ConcurrencyLimit>> limit;
  private final Given<List<ClassRule>> classes;
  private final Given<Contention> contention;
  private final Given<Optional<WarmUpCurve>> warmUp;
  private final Given<Optional<Distribution>> serial;
  private final Given<List<CallStep>> calls;
  private final Given<Boolean> holdsWorker;

  private ServiceReader(Node node) {
    this.node = node;
    map = MapReader.of(node, EXAMPLE);
    workers = map.required("workers", WORKERS, "8");
    queue = map.assume(
        "queue",
        WHOLE,
        String.valueOf(Service.DEFAULT_QUEUE),
        "waiting places of an instance; a request that finds none is refused");
    time = map.required("time", DistributionReader.READER, DistributionReader.EXAMPLE);
    sharing = map.or("sharing", BOOLEAN, "false");
    discipline = map.or("discipline", QueueReader.DISCIPLINE, "fifo");
    shedding = map.or("shedding", Scalars.orNone(QueueReader.SHEDDING), Scalars.NONE);
    limit =
        map.or("concurrency-limit", Scalars.orNone(ConcurrencyLimitReader.READER), Scalars.NONE);
    classes = map.or("classes", CLASSES, Tree.map(Map.of()));
    contention = map.or("contention", CONTENTION, Tree.map(Map.of()));
    warmUp = map.or("warm-up", Scalars.orNone(WARM_UP), Scalars.NONE);
    serial = map.or("serial", Scalars.orNone(DistributionReader.READER), Scalars.NONE);
    calls = map.or("calls", CallReader.STEPS, Tree.list(List.of()));
    holdsWorker = whileCalling();
  }

  private static Read<Service> read(Node node) {
    return new ServiceReader(node).service();
  }

  private Given<Boolean> whileCalling() {
    Reader<Boolean> word = Scalars.word("way to wait", WHILE_CALLING);
    return map.has("calls")
        ? map.assume("while-calling", word, "hold-worker", "a worker waits for its calls")
        : map.or("while-calling", word, "hold-worker");
  }

  private Read<Service> service() {
    refersToClasses();
    return map.build(
        Service.class,
        () -> Service.problems(
            workers.get(),
            queue.get(),
            time.get(),
            sharing.get(),
            discipline.get(),
            classes.get(),
            serial.get(),
            calls.get()),
        () -> new Service(
            workers.get(),
            queue.get(),
            time.get(),
            sharing.get(),
            discipline.get(),
            shedding.get(),
            limit.get(),
            classes.get(),
            contention.get(),
            warmUp.get(),
            serial.get(),
            calls.get(),
            holdsWorker.get()));
  }

  private void refersToClasses() {
    if (node.at("classes").tree() instanceof Tree.Fields named && map.has("classes")) {
      for (String name : named.fields().keySet()) {
        node.refers(node.path().name("classes").name(name), Reference.Kind.CLASS, name);
      }
    }
  }

  private static Read<Integer> workers(Node node) {
    if (!isPerVcpu(node)) {
      return WHOLE.read(node);
    }
    String text = ((Tree.Scalar) node.tree()).text();
    String number = text.substring(0, text.length() - PER_VCPU.length()).strip();
    try {
      return Read.of(Integer.valueOf(number), node.tree());
    } catch (NumberFormatException e) {
      node.complain("must be a whole number per vCPU, was " + node.tree().shown()
          + "; for example 4 per vcpu");
      return Read.rejected(node.tree());
    }
  }

  /** True when workers are said for one vCPU: "4 per vcpu". */
  static boolean isPerVcpu(Node workers) {
    return workers.tree() instanceof Tree.Scalar scalar && scalar.text().endsWith(PER_VCPU);
  }

  private static Read<ClassRule> classRule(String name, Node node) {
    MapReader map = MapReader.of(node, "{time: 300ms, priority: 1}");
    Given<Optional<Distribution>> time = map.maybe("time", DistributionReader.READER);
    Given<Integer> priority = map.or("priority", WHOLE, "0");
    return map.build(
        ClassRule.class,
        () -> ClassRule.problems(time.get(), priority.get()),
        () -> new ClassRule(name, time.get(), priority.get()));
  }

  private static Read<Contention> contention(Node node) {
    MapReader map = MapReader.of(node, "{sigma: 0.03, kappa: 0.0001}");
    Given<Double> sigma = map.or("sigma", NUMBER, Numbers.text(0.0));
    Given<Double> kappa = map.or("kappa", NUMBER, Numbers.text(0.0));
    return map.build(
        Contention.class,
        () -> Contention.problems(sigma.get(), kappa.get()),
        () -> new Contention(sigma.get(), kappa.get()));
  }

  private static Read<WarmUpCurve> warmUp(Node node) {
    MapReader map = MapReader.of(node, "{slowdown: 3, over: 2m}");
    Given<Double> slowdown = map.required("slowdown", NUMBER, "3");
    Given<Duration> over = map.required("over", DURATION, "2m");
    return map.build(
        WarmUpCurve.class,
        () -> WarmUpCurve.problems(slowdown.get(), over.get()),
        () -> new WarmUpCurve(slowdown.get(), over.get()));
  }
}

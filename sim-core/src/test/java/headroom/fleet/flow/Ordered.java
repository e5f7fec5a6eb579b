package headroom.fleet.flow;

import headroom.fault.Failure;
import headroom.laws.AnyScenario;
import headroom.policy.queueing.QueueDiscipline;
import headroom.policy.routing.RoundRobin;
import headroom.spec.Group;
import headroom.spec.LoadBalancer;
import headroom.spec.Scenario;
import headroom.workload.Client;
import headroom.workload.Contention;
import headroom.workload.RequestClass;
import headroom.workload.Scaled;
import headroom.workload.Service;
import headroom.workload.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.LongStream;

/**
 * Generated scenarios of which some requests go first, are shed, are sent again before they are
 * answered, or pass a section that a group has only once; with as many users as make that felt.
 */
final class Ordered {

  /** Loads that groups with a rule of these are brought to, one scenario after another. */
  private static final List<Double> LOADS = List.of(0.7, 0.9, 0.5, 0.8, 1.2);

  private static final double MOST_PER_SECOND = 40;
  private static final double LONGEST = 5;

  private final Scenario drawn;
  private final Scenario plain;

  private Ordered(Scenario drawn) {
    this.drawn = drawn;
    this.plain = Simplified.of(drawn);
  }

  /** What a generated scenario may have of these. */
  enum Rule {
    SERIAL(group -> group.serves().serial().isPresent(), client -> false),
    PRIORITIES(group -> Ranks.areTold(group.serves()), client -> false),
    SHEDDING(
        group -> Ranks.areTold(group.serves()) && group.serves().shedding().isPresent(),
        client -> false),
    HEDGING(group -> false, client -> client.hedge().isPresent());

    private final Predicate<Group> ofGroup;
    private final Predicate<Client> ofClient;

    Rule(Predicate<Group> ofGroup, Predicate<Client> ofClient) {
      this.ofGroup = ofGroup;
      this.ofClient = ofClient;
    }

    /** True when somebody who comes has to do with it. */
    boolean isIn(Scenario s) {
      return s.workloads().stream()
          .anyMatch(w -> ofClient.test(w.client())
              || s.groups().stream().anyMatch(g -> ofGroup.test(g) && asks(w, g, s)));
    }
  }

  /** The first scenarios, by seed, that have such a rule, and that rates take. */
  static List<Scenario> generated(int count) {
    return LongStream.iterate(1, seed -> seed + 1)
        .mapToObj(seed -> new Ordered(AnyScenario.of(seed)).scenario(seed))
        .filter(s -> List.of(Rule.values()).stream().anyMatch(rule -> rule.isIn(s)))
        .limit(count)
        .toList();
  }

  private Scenario scenario(long seed) {
    List<Group> groups = plain.groups().stream().map(this::group).toList();
    Scenario ordered = plain.toBuilder()
        .groups(groups)
        .loadBalancers(
            plain.loadBalancers().stream().map(lb -> door(lb, groups)).toList())
        .workloads(plain.workloads().stream().map(this::workload).toList())
        .failures(plain.failures().stream().filter(f -> suits(f, groups)).toList())
        .build();
    return crowded(ordered, LOADS.get((int) (seed % LOADS.size())));
  }

  /** Classes have no times of their own beside a section, whose trial knows one kind of work. */
  private Group group(Group g) {
    Service s = drawn.group(g.name()).serves();
    boolean serial = s.serial().isPresent();
    return g.toBuilder()
        .serves(new Service(
            s.workers(),
            s.queue(),
            s.time(),
            false,
            new QueueDiscipline.Fifo(),
            s.shedding(),
            Optional.empty(),
            serial ? List.of() : s.classes(),
            Contention.NONE,
            Optional.empty(),
            s.serial(),
            List.of(),
            true))
        .build();
  }

  private static LoadBalancer door(LoadBalancer lb, List<Group> groups) {
    boolean ranked =
        groups.stream().anyMatch(g -> g.name().equals(lb.targets()) && Ranks.areTold(g.serves()));
    return ranked ? lb.toBuilder().routing(new RoundRobin()).build() : lb;
  }

  private Workload workload(Workload w) {
    Workload before = drawn.workloads().stream()
        .filter(one -> one.name().equals(w.name()))
        .findFirst()
        .orElseThrow();
    Client c = w.client();
    Client hedged = new Client(
        c.timeout(),
        Optional.empty(),
        c.retry(),
        Optional.empty(),
        Optional.empty(),
        before.client().hedge(),
        Optional.empty(),
        Optional.empty(),
        c.processes());
    return w.toBuilder().client(hedged).classes(before.classes()).build();
  }

  /** Instances that serve badly have neither lines nor a section by rates. */
  private static boolean suits(Failure failure, List<Group> groups) {
    return groups.stream()
        .filter(g -> Ranks.areTold(g.serves()) || SerialLaw.isNeeded(g.serves()))
        .noneMatch(g -> FlowLimits.makesAil(failure, g.name()));
  }

  private static boolean asks(Workload w, Group g, Scenario s) {
    return w.to().equals(g.name())
        || s.loadBalancers().stream()
            .anyMatch(lb -> lb.name().equals(w.to()) && lb.targets().equals(g.name()));
  }

  /** With more or fewer users, then with longer work, until a group is as busy as wanted at its start. */
  private static Scenario crowded(Scenario s, double load) {
    List<Group> groups = new ArrayList<>();
    List<Workload> workloads = new ArrayList<>(s.workloads());
    for (Group g : s.groups()) {
      List<Workload> users = s.workloads().stream().filter(w -> asks(w, g, s)).toList();
      double asked = users.stream().mapToDouble(w -> meanPerSecond(w, s)).sum();
      if (asked == 0) {
        groups.add(g);
        continue;
      }
      int instances = Math.max(1, g.size().desired());
      double each = g.serves().time().mean();
      double most =
          g.serves().capacityPerSecond(instances) * each / workSeconds(g, users, s, asked);
      double wanted = Math.min(MOST_PER_SECOND, load * most);
      double longer = Math.min(LONGEST, load * most / wanted);
      Service service = g.serves().elsewhere(g.serves().workers(), longer);
      groups.add(g.toBuilder().serves(service).build());
      workloads.replaceAll(w -> users.contains(w)
          ? w.toBuilder().rate(new Scaled(w.rate(), wanted / asked)).build()
          : w);
    }
    return s.toBuilder().groups(groups).workloads(workloads).build();
  }

  /** Mean seconds of own work of what comes, whatever its class. */
  private static double workSeconds(Group g, List<Workload> users, Scenario s, double asked) {
    double seconds = 0;
    for (Workload w : users) {
      double all = w.classes().stream().mapToDouble(RequestClass::share).sum();
      double mean = w.classes().isEmpty() ? g.serves().time().mean() : 0;
      for (RequestClass kind : w.classes()) {
        double each = g.serves().classes().stream()
            .filter(rule -> rule.requestClass().equals(kind.name()))
            .flatMap(rule -> rule.time().stream())
            .findFirst()
            .orElse(g.serves().time())
            .mean();
        mean += kind.share() / all * each;
      }
      seconds += meanPerSecond(w, s) / asked * mean;
    }
    return seconds;
  }

  private static double meanPerSecond(Workload w, Scenario s) {
    long end = s.lasts().toNanos();
    return w.rate().integral(0, end) / (end / 1e9);
  }
}

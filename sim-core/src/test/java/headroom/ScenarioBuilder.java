package headroom;

import headroom.fault.Failure;
import headroom.policy.scaling.ScalingRule;
import headroom.random.Distribution;
import headroom.random.Exponential;
import headroom.spec.Group;
import headroom.spec.Health;
import headroom.spec.Hybrid;
import headroom.spec.LoadBalancer;
import headroom.spec.ScalingSettings;
import headroom.spec.Scenario;
import headroom.spec.ScenarioAlarm;
import headroom.spec.Size;
import headroom.spec.Slo;
import headroom.supply.Cloud;
import headroom.supply.Image;
import headroom.supply.InstanceType;
import headroom.workload.Arrivals;
import headroom.workload.Client;
import headroom.workload.Constant;
import headroom.workload.Poisson;
import headroom.workload.Rate;
import headroom.workload.RequestClass;
import headroom.workload.Service;
import headroom.workload.Session;
import headroom.workload.Users;
import headroom.workload.Workload;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Builds scenarios of one workload, an optional balancer and one group, for tests. */
public final class ScenarioBuilder {

  public static final InstanceType LARGE = new InstanceType("m5.large", 2, 8);

  private String workload = "users";
  private Duration lasts = Duration.ofHours(1);
  private Duration warmUp = Duration.ZERO;
  private Instant start = Instant.parse("2026-07-01T00:00:00Z");
  private List<String> zones = List.of("a", "b", "c");
  private Rate rate = new Constant(1);
  private Arrivals arrivals = new Poisson();
  private Client client = new Client(Optional.empty());
  private Optional<Service> serves = Optional.empty();
  private final List<Group> others = new ArrayList<>();
  private final List<Workload> otherWorkloads = new ArrayList<>();
  private List<RequestClass> classes = List.of();
  private Optional<Session> session = Optional.empty();
  private Optional<Users> users = Optional.empty();
  private Optional<LoadBalancer> balancer = Optional.empty();
  private Optional<Image> image = Optional.empty();
  private Size size = new Size(1, 1, 1);
  private final List<ScalingRule> scaling = new ArrayList<>();
  private final List<Failure> failures = new ArrayList<>();
  private final List<ScenarioAlarm> alarms = new ArrayList<>();
  private ScalingSettings settings = ScalingSettings.DEFAULT;
  private Health health = Health.DEFAULT;
  private int workers = 1;
  private int queue = Integer.MAX_VALUE;
  private Distribution time = new Exponential(1);
  private boolean cold;
  private Hybrid hybrid = Hybrid.DEFAULT;
  private Cloud cloud = Cloud.ENDLESS;
  private Slo slo = Slo.DEFAULT;

  /** Names the workload: another name is other luck. */
  public ScenarioBuilder workload(String value) {
    workload = value;
    return this;
  }

  public ScenarioBuilder lasts(Duration value) {
    lasts = value;
    return this;
  }

  public ScenarioBuilder warmUp(Duration value) {
    warmUp = value;
    return this;
  }

  public ScenarioBuilder start(Instant value) {
    start = value;
    return this;
  }

  public ScenarioBuilder zones(String... names) {
    zones = List.of(names);
    return this;
  }

  public ScenarioBuilder rate(double perSecond) {
    return rate(new Constant(perSecond));
  }

  public ScenarioBuilder rate(Rate value) {
    rate = value;
    return this;
  }

  public ScenarioBuilder arrivals(Arrivals value) {
    arrivals = value;
    return this;
  }

  public ScenarioBuilder timeout(Duration value) {
    return client(new Client(Optional.of(value)));
  }

  /** How the workload's senders behave. */
  public ScenarioBuilder client(Client value) {
    client = value;
    return this;
  }

  /** What the group "web" does, instead of workers, queue and time alone. */
  public ScenarioBuilder serves(Service value) {
    serves = Optional.of(value);
    return this;
  }

  /** A further group of so many instances that are there from the start. */
  public ScenarioBuilder group(String name, int instances, Service service) {
    Size fixed = new Size(instances, instances, instances);
    others.add(Group.of(name, "m5.large", fixed, service).zones(zones).build());
    return this;
  }

  /** A further workload. */
  public ScenarioBuilder and(Workload value) {
    otherWorkloads.add(value);
    return this;
  }

  public ScenarioBuilder classes(RequestClass... values) {
    classes = List.of(values);
    return this;
  }

  public ScenarioBuilder session(Session value) {
    session = Optional.of(value);
    return this;
  }

  /** A closed population instead of a rate. */
  public ScenarioBuilder users(int count, Session value) {
    users = Optional.of(new Users(count, Optional.empty()));
    rate = new Constant(0);
    return session(value);
  }

  public ScenarioBuilder behind(LoadBalancer value) {
    balancer = Optional.of(value);
    return this;
  }

  public ScenarioBuilder image(Distribution pending, Distribution boot, Distribution bootstrap) {
    image = Optional.of(new Image("ami", pending, boot, bootstrap));
    return this;
  }

  public ScenarioBuilder image(Image value) {
    image = Optional.of(value);
    return this;
  }

  public ScenarioBuilder cloud(Cloud value) {
    cloud = value;
    return this;
  }

  public ScenarioBuilder size(int instances) {
    return size(instances, instances);
  }

  public ScenarioBuilder size(int min, int max) {
    size = new Size(min, max, min);
    return this;
  }

  public ScenarioBuilder desired(int value) {
    size = new Size(size.min(), size.max(), value);
    return this;
  }

  public ScenarioBuilder scaling(ScalingRule rule) {
    scaling.add(rule);
    return this;
  }

  public ScenarioBuilder failure(Failure failure) {
    failures.add(failure);
    return this;
  }

  public ScenarioBuilder alarm(ScenarioAlarm alarm) {
    alarms.add(alarm);
    return this;
  }

  public ScenarioBuilder settings(ScalingSettings value) {
    settings = value;
    return this;
  }

  public ScenarioBuilder health(Health value) {
    health = value;
    return this;
  }

  public ScenarioBuilder workers(int value) {
    workers = value;
    return this;
  }

  public ScenarioBuilder queue(int value) {
    queue = value;
    return this;
  }

  public ScenarioBuilder time(Distribution value) {
    time = value;
    return this;
  }

  public ScenarioBuilder cold() {
    cold = true;
    return this;
  }

  public ScenarioBuilder slo(Slo value) {
    slo = value;
    return this;
  }

  /** A balancer named "lb" in front of the group, with its type's defaults. */
  public static LoadBalancer balancer(LoadBalancer.Type type) {
    return LoadBalancer.of("lb", type, "web").build();
  }

  public ScenarioBuilder hybrid(Hybrid value) {
    hybrid = value;
    return this;
  }

  public Scenario build() {
    Workload main = Workload.of(workload, balancer.isPresent() ? "lb" : "web", rate)
        .arrivals(arrivals)
        .client(client)
        .requestBytes(Workload.DEFAULT_REQUEST_BYTES)
        .responseBytes(Workload.DEFAULT_RESPONSE_BYTES)
        .requestsPerConnection(Workload.DEFAULT_REQUESTS_PER_CONNECTION)
        .classes(classes)
        .session(session)
        .users(users)
        .build();
    Group group = Group.of(
            "web", "m5.large", size, serves.orElseGet(() -> new Service(workers, queue, time)))
        .image(image.map(Image::name))
        .zones(zones)
        .scaling(scaling)
        .settings(settings)
        .health(health)
        .startsCold(cold)
        .build();
    List<Workload> workloads = new ArrayList<>(List.of(main));
    workloads.addAll(otherWorkloads);
    List<Group> groups = new ArrayList<>(List.of(group));
    groups.addAll(others);
    return Scenario.of("test", lasts)
        .start(start)
        .hybrid(hybrid)
        .warmUp(warmUp)
        .zones(zones)
        .types(List.of(LARGE))
        .workloads(workloads)
        .loadBalancers(balancer.stream().toList())
        .images(image.stream().toList())
        .groups(groups)
        .cloud(cloud)
        .failures(failures)
        .alarms(alarms)
        .slo(slo)
        .build();
  }
}

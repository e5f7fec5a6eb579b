package headroom.scenarios.yaml;

import static headroom.scenarios.yaml.Scalars.DURATION;
import static headroom.scenarios.yaml.Scalars.INSTANT;
import static headroom.scenarios.yaml.Scalars.LONG;
import static headroom.scenarios.yaml.Scalars.NAME;
import static headroom.scenarios.yaml.Scalars.TEXT;

import headroom.Engine;
import headroom.billing.Accounting;
import headroom.billing.Agreement;
import headroom.billing.Commitments;
import headroom.billing.FailureCost;
import headroom.billing.OwnMeter;
import headroom.billing.PriceBook;
import headroom.fault.Failure;
import headroom.scenarios.experiment.Expectation;
import headroom.scenarios.experiment.Experiment;
import headroom.scenarios.experiment.Origin;
import headroom.scenarios.experiment.OtherBooks;
import headroom.scenarios.experiment.ReferenceQueue;
import headroom.scenarios.experiment.Subjects;
import headroom.scenarios.experiment.Technique;
import headroom.scenarios.experiment.Trial;
import headroom.scenarios.text.Complaint;
import headroom.scenarios.text.InputException;
import headroom.scenarios.text.Instants;
import headroom.scenarios.text.Tree;
import headroom.scenarios.text.YamlWriter;
import headroom.spec.CloudRegion;
import headroom.spec.DnsName;
import headroom.spec.Draft;
import headroom.spec.Group;
import headroom.spec.Hybrid;
import headroom.spec.LoadBalancer;
import headroom.spec.Scenario;
import headroom.spec.ScenarioAlarm;
import headroom.spec.Slo;
import headroom.spec.TrafficModel;
import headroom.supply.Cloud;
import headroom.supply.HostPool;
import headroom.supply.Image;
import headroom.supply.InstanceType;
import headroom.workload.RequestClass;
import headroom.workload.Workload;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The fields of a scenario file, read in the order in which a full one is written. */
final class ScenarioFields {

  private static final Map<String, TrafficModel> MODELS = models();

  private final Node root;
  private final Session session;
  private final MapReader map;
  private final Given<String> name;
  private final Given<Optional<String>> about;
  private final Given<Instant> start;
  private final Given<ZoneId> timeZone;
  private final Given<Duration> lasts;
  private final Given<WarmUpReader.Said> warmUp;
  private final Given<Long> seed;
  private final Given<TrafficModel> trafficModel;
  private final Given<Hybrid> hybrid;
  private final Given<PriceBook> prices;
  private final Given<Optional<Map<String, TypesReader.Said>>> saidOfTypes;
  private final Given<Optional<Map<String, Optional<CloudRegion>>>> regions;
  private final Given<List<String>> zones;
  private final Given<Optional<List<Agreement>>> commitments;
  private final Given<Optional<List<OwnMeter>>> meters;
  private final Given<FailureCost> failureCost;
  private final Given<Map<String, Optional<Workload>>> workloads;
  private final Given<Map<String, Optional<LoadBalancer>>> loadBalancers;
  private final Given<Map<String, Optional<DnsName>>> dns;
  private final Given<Map<String, Optional<Image>>> images;
  private final Given<Map<String, Optional<ScenarioAlarm>>> alarms;
  private final Given<Map<String, Optional<Group>>> groups;
  private final Given<Optional<Cloud>> cloud;
  private final Given<List<Optional<Failure>>> failures;
  private final Given<Slo> slo;
  private final Given<List<Optional<Expectation>>> expect;
  private final Given<ExperimentReader.Plan> experiment;

  ScenarioFields(Node root, PriceBookSource books) {
    this.root = root;
    session = root.session();
    map = MapReader.of(root, "{scenario: web-shop, lasts: 3d, ...}").later("stop");
    name = map.required("scenario", NAME, "web-shop");
    about = map.maybe("about", TEXT);
    start = map.assume(
        "start",
        INSTANT,
        Instants.text(Scenario.DEFAULT_START),
        "the calendar of schedules, traces and bills");
    start.value().ifPresent(known -> session.start = known);
    timeZone = map.or("time-zone", ScheduleReader.ZONE, "UTC");
    timeZone.value().ifPresent(known -> session.timeZone = known);
    lasts = map.required("lasts", DURATION, "3d");
    lasts.value().ifPresent(known -> session.lasts = known);
    Reader<WarmUpReader.Said> beginning = WarmUpReader::read;
    warmUp = map.assume("warm-up", beginning, "0s", "everything counts");
    seed = map.or("seed", LONG, "1");
    trafficModel = map.or(
        "traffic-model", Scalars.word("traffic model", MODELS), TrafficModel.REQUESTS.word());
    hybrid = hybrid();
    Given<PriceBook> listed = map.assume(
        "prices", new PricesReader(books), Scenario.DEFAULT_PRICES, "the newest price book");
    session.book = listed.value();
    regions = map.maybe(
        "regions",
        new PartsReader<>(new RegionReader(books), "{virginia: " + RegionReader.EXAMPLE + "}"));
    // Names, and what else lies in no region, are priced by the first one's list.
    prices =
        listed.map(book -> session.regionBooks.values().stream().findFirst().orElse(book));
    session.book = prices.value();
    saidOfTypes = map.maybe("types", TypesReader::read);
    zones = RegionReader.zones(map, root, regions);
    if (!map.has("regions")) {
      zones.value().ifPresent(known -> session.zones = known);
    }
    commitments = map.maybe(
        "commitments", new PartsReader<>(CommitmentReader::read, CommitmentReader.EXAMPLE).whole());
    meters = map.maybe(
        "meters", new PartsReader<>(OwnMeterReader::read, OwnMeterReader.EXAMPLE).whole());
    failureCost = map.maybe("failure-cost", AccountingReader::failureCost)
        .map(said -> said.orElse(FailureCost.UNSAID));
    workloads = map.required(
        "workloads",
        new PartsReader<>(WorkloadReader::read, "{shoppers: " + WorkloadReader.EXAMPLE + "}"),
        "{shoppers: " + WorkloadReader.EXAMPLE + "}");
    loadBalancers =
        parts("load-balancers", BalancerReader::read, "shop-lb", BalancerReader.EXAMPLE);
    dns = parts("dns", DnsReader::read, "www", DnsReader.EXAMPLE);
    images = parts("images", ImageReader::read, "web-ami", ImageReader.EXAMPLE);
    // Before the groups: their policies give distances from the alarms' thresholds.
    alarms = parts("alarms", AlarmReader::read, "cpu-high", AlarmReader.EXAMPLE);
    PodReader.findNodes(root);
    groups = parts("groups", GroupReader::read, "web", GroupReader.EXAMPLE);
    cloud = map.maybe("cloud", CloudReader::read);
    Reader<Failure> failure = FailureReader::read;
    failures = map.or("failures", failure.parts(FailureReader.EXAMPLE), Tree.list(List.of()));
    slo = map.or("slo", SloReader::read, Tree.map(Map.of()));
    Reader<Expectation> expectation = ExpectationReader::read;
    expect = map.or("expect", expectation.parts(ExpectationReader.EXAMPLE), Tree.list(List.of()));
    experiment = map.or("experiment", ExperimentReader::read, Tree.map(Map.of()));
    map.close();
    session.asked(Scenario.class, map.asked());
  }

  private <T> Given<Map<String, Optional<T>>> parts(
      String field, PartsReader.Part<T> part, String name, String example) {
    String shown = "{" + name + ": " + example + "}";
    return map.or(field, new PartsReader<>(part, shown), Tree.map(Map.of()));
  }

  /** Told in full where it matters. */
  private Given<Hybrid> hybrid() {
    Reader<Hybrid> reader = HybridReader::read;
    return trafficModel.value().equals(Optional.of(TrafficModel.HYBRID))
        ? map.or("hybrid", reader, Tree.map(Map.of()))
        : map.maybe("hybrid", reader).map(known -> known.orElse(Hybrid.DEFAULT));
  }

  private static Map<String, TrafficModel> models() {
    Words<TrafficModel> words = new Words<>();
    Arrays.stream(TrafficModel.values()).forEach(model -> words.and(model.word(), model));
    return words.table();
  }

  Loaded loaded() {
    if (isReadable()) {
      root.complainAll(Scenario.problems(draft()));
    }
    prices
        .value()
        .ifPresent(book ->
            root.complainAll(new ListChecks(session, book, groups.value().orElse(Map.of()))
                .list(loadBalancers.value().orElse(Map.of()), dns.value().orElse(Map.of()))));
    experiment
        .value()
        .flatMap(ExperimentReader.Plan::vary)
        .ifPresent(
            vary -> new VariedPaths(root, groups.value().orElse(Map.of()), "vary").check(vary));
    experiment
        .value()
        .flatMap(ExperimentReader.Plan::optimize)
        .map(OptimizeReader.Plan::asVary)
        .ifPresent(over ->
            new VariedPaths(root, groups.value().orElse(Map.of()), "optimize.over").check(over));
    experiment.value().ifPresent(plan -> plan.estimate().check(root, biased()));
    checkExpectations();
    InputException.throwIfAny(session.complaints);
    Scenario scenario = scenario();
    root.complainAll(PricesReader.problems(scenario, agreed(scenario)));
    root.complainAll(new RegionPrices(scenario, session.regionBooks).problems());
    root.complainAll(OwnMeterReader.problems(meters.get().orElse(List.of()), scenario));
    root.complainAll(Engine.problems(scenario));
    if (experiment().technique().variates() == Technique.Variates.CONTROL) {
      ReferenceQueue.problems(scenario, warmUp.get().isFound())
          .forEach(problem -> root.complain(problem.within("experiment.variates")));
    }
    InputException.throwIfAny(session.complaints);
    Map<String, String> texts = YamlWriter.writeEach(map.full());
    String text = String.join("", texts.values());
    List<Complaint> warnings = Stream.concat(
            Scenario.warnings(draft()).stream(), Engine.notes(scenario).stream())
        .map(root::placed)
        .sorted()
        .toList();
    Origin origin = new Origin(
        text,
        Digest.of(text, session.files),
        RunDigest.of(texts, map.full().value("prices"), scenario.types(), session.files),
        session.assumptions,
        bare(warnings));
    Trial trial = new Trial(
        scenario,
        experiment(),
        agreed(scenario),
        accounting(scenario),
        OtherBooks.NONE,
        false,
        Optional.empty(),
        origin);
    return new Loaded(
        trial, root.tree(), warnings, experiment.get().vary(), experiment.get().optimize());
  }

  private Accounting accounting(Scenario scenario) {
    return AccountingReader.accounting(
        session, failureCost.get(), scenario.loadBalancers(), scenario.dns(), scenario.workloads());
  }

  private PriceBook agreed(Scenario scenario) {
    List<Agreement> agreed = new ArrayList<>(commitments.get().orElse(List.of()));
    meters.get().ifPresent(agreed::addAll);
    agreed.addAll(session.managed);
    agreed.addAll(session.ownHosts);
    agreed.addAll(new RegionPrices(scenario, session.regionBooks).books());
    return agreed.isEmpty() ? prices.get() : prices.get().with(Commitments.of(agreed));
  }

  /** Results name no file: where a warning stands, its path says. */
  private static List<Origin.Warning> bare(List<Complaint> warnings) {
    return warnings.stream()
        .map(warning -> new Origin.Warning(warning.path(), warning.message()))
        .toList();
  }

  /** Whether names can be looked up: where no table of them was found, none is unknown. */
  private boolean isReadable() {
    return zones.value().isPresent()
        && loadBalancers.value().isPresent()
        && dns.value().isPresent()
        && images.value().isPresent()
        && alarms.value().isPresent()
        && groups.value().isPresent();
  }

  private Draft draft() {
    return new Draft(
        start.value(),
        lasts.value(),
        warmUp.value().map(WarmUpReader.Said::length),
        hybrid.value(),
        zones.value().orElse(Scenario.DEFAULT_ZONES),
        regions.value().flatMap(all -> all).orElse(Map.of()),
        prices.value().map(this::types),
        workloads.value().orElse(Map.of("", Optional.empty())),
        loadBalancers.value().orElse(Map.of()),
        dns.value().orElse(Map.of()),
        images.value().orElse(Map.of()),
        groups.value().orElse(Map.of()),
        theCloud(),
        biased(),
        alarms.value().orElse(Map.of()),
        session.references);
  }

  /** The failures, as the experiment wants them. */
  private List<Optional<Failure>> biased() {
    List<Optional<Failure>> said = failures.value().orElse(List.of());
    return experiment
        .value()
        .map(plan -> plan.estimate().of(said, groups.value().orElse(Map.of())))
        .orElse(said);
  }

  /** The cloud; nothing where it was rejected. */
  private Optional<Cloud> theCloud() {
    return cloud.value().map(said -> said.orElse(Cloud.ENDLESS));
  }

  private List<InstanceType> types(PriceBook book) {
    return TypesReader.types(book, session.regionBooks.values(), saidOfTypes());
  }

  private Map<String, TypesReader.Said> saidOfTypes() {
    return saidOfTypes.value().flatMap(said -> said).orElse(Map.of());
  }

  private void checkExpectations() {
    if (failures.value().orElse(List.of()).stream().anyMatch(Optional::isEmpty)
        || commitments.value().isEmpty()
        || workloads.value().orElse(Map.of()).values().stream().anyMatch(Optional::isEmpty)) {
      // A limit may name the failure or the class of which nothing could be read.
      return;
    }
    Subjects subjects = new Subjects(
        groups.value().orElse(Map.of()).keySet(),
        loadBalancers.value().orElse(Map.of()).keySet(),
        dns.value().orElse(Map.of()).keySet(),
        failures.value().orElse(List.of()).stream()
            .flatMap(Optional::stream)
            .map(Failure::name)
            .toList(),
        classesOfWorkloads(),
        commitments.value().flatMap(all -> all).orElse(List.of()).stream()
            .map(Agreement::name)
            .toList(),
        theCloud().stream()
            .flatMap(its -> its.hostPools().stream())
            .map(HostPool::name)
            .toList(),
        regions.value().flatMap(all -> all).orElse(Map.of()).keySet());
    MetricChecks checks = new MetricChecks(root, subjects);
    checks.limits(expect.value().orElse(List.of()));
    experiment.value().ifPresent(checks::experiment);
  }

  private SortedMap<String, List<String>> classesOfWorkloads() {
    SortedMap<String, List<String>> classes = new TreeMap<>();
    workloads
        .value()
        .orElse(Map.of())
        .forEach((workload, part) -> classes.put(
            workload,
            part.map(Workload::classes).orElse(List.of()).stream()
                .map(RequestClass::name)
                .toList()));
    return classes;
  }

  private Experiment experiment() {
    return new Experiment(
        experiment.get().replications(),
        present(expect.get()),
        warmUp.get().isFound(),
        experiment.get().technique());
  }

  private Scenario scenario() {
    return new Scenario(
        name.get(),
        about.get().orElse(""),
        start.get(),
        timeZone.get(),
        lasts.get(),
        warmUp.get().length(),
        seed.get(),
        trafficModel.get(),
        hybrid.get(),
        prices.get().id(),
        zones.get(),
        present(List.copyOf(regions.get().orElse(Map.of()).values())),
        types(prices.get()),
        present(List.copyOf(workloads.get().values())),
        present(List.copyOf(loadBalancers.get().values())),
        present(List.copyOf(dns.get().values())),
        present(List.copyOf(images.get().values())),
        present(List.copyOf(groups.get().values())),
        cloud.get().orElse(Cloud.ENDLESS),
        present(biased()),
        present(List.copyOf(alarms.get().values())),
        slo.get(),
        false);
  }

  private static <T> List<T> present(List<Optional<T>> parts) {
    return parts.stream().flatMap(Optional::stream).toList();
  }
}

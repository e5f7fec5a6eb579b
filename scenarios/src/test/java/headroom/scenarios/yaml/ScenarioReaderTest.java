package headroom.scenarios.yaml;

import static headroom.scenarios.yaml.Reading.LEAST;
import static headroom.scenarios.yaml.Reading.WEB_SHOP;
import static headroom.scenarios.yaml.Reading.least;
import static headroom.scenarios.yaml.Reading.loaded;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.fault.InstanceFailures;
import headroom.fault.ZoneFailure;
import headroom.policy.retry.ExponentialBackoff;
import headroom.policy.retry.Jitter;
import headroom.policy.routing.HealthCheck;
import headroom.policy.routing.LeastOutstandingRequests;
import headroom.policy.scaling.ScheduledAction;
import headroom.policy.scaling.TargetTracking;
import headroom.random.Constant;
import headroom.random.Lognormal;
import headroom.random.Weibull;
import headroom.results.Unit;
import headroom.scenarios.experiment.Expectation;
import headroom.scenarios.experiment.Expectation.Op;
import headroom.scenarios.experiment.Experiment;
import headroom.scenarios.experiment.Origin.Assumption;
import headroom.scenarios.experiment.Replications;
import headroom.scenarios.experiment.Until;
import headroom.spec.Group;
import headroom.spec.Health;
import headroom.spec.LoadBalancer;
import headroom.spec.Scenario;
import headroom.spec.Size;
import headroom.spec.Slo;
import headroom.supply.Image;
import headroom.workload.Client;
import headroom.workload.Daily;
import headroom.workload.Service;
import headroom.workload.Workload;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ScenarioReaderTest {

  private static final Instant START = Instant.parse("2026-11-27T00:00:00Z");

  @Test
  void everyFieldOfTheExampleIsRead() {
    Scenario scenario = loaded(WEB_SHOP).trial().scenario();
    assertEquals("web-shop", scenario.name());
    assertEquals("A web shop through a three-day sale.", scenario.about());
    assertEquals(START, scenario.start());
    assertEquals(Duration.ofDays(3), scenario.lasts());
    assertEquals(Duration.ofHours(1), scenario.warmUp());
    assertEquals(7, scenario.seed());
    assertEquals(List.of("a", "b", "c"), scenario.zones());
    assertEquals(new Slo(0.9995, Optional.of(Duration.ofMillis(500))), scenario.slo());
    assertEquals(
        Workload.of("shoppers", "shop-lb", Daily.of(40, 260, Duration.ofHours(20), START))
            .client(TrafficReaderTest.retrying(
                2,
                new ExponentialBackoff(
                    Duration.ofMillis(100), Duration.ofSeconds(2), 2, Jitter.FULL)))
            .requestBytes(2000)
            .build(),
        scenario.workloads().get(0));
    assertEquals(
        LoadBalancer.of("shop-lb", LoadBalancer.Type.APPLICATION, "web")
            .routing(new LeastOutstandingRequests())
            .healthCheck(new HealthCheck(Duration.ofSeconds(15), Duration.ofSeconds(5), 3, 2))
            .draining(Duration.ofSeconds(300))
            .build(),
        scenario.loadBalancers().get(0));
    assertEquals(
        new Image("web-ami", Image.NONE, new Lognormal(30, 0.3), new Constant(120)),
        scenario.images().get(0));
  }

  @Test
  void theGroupOfTheExampleIsRead() {
    Group group = loaded(WEB_SHOP).trial().scenario().group("web");
    assertEquals(Optional.of("web-ami"), group.image());
    assertEquals(new Size(3, 40, 3), group.size());
    assertEquals(
        List.of(
            TargetTracking.cpu(0.55),
            new ScheduledAction(
                Instant.parse("2026-11-27T06:00:00Z"),
                OptionalInt.of(12),
                OptionalInt.empty(),
                OptionalInt.empty())),
        group.scaling());
    assertEquals(Health.Check.LOAD_BALANCER, group.health().check());
    assertEquals(new Service(8, 100, new Lognormal(0.08, 1.5)), group.serves());
  }

  @Test
  void theFailuresOfTheExampleAreRead() {
    assertEquals(
        List.of(
            new InstanceFailures(
                "instances-web",
                "web",
                Weibull.ofMean(0.7, 60 * 86_400),
                Optional.empty(),
                Optional.empty(),
                Instant.parse("2026-11-27T00:00:00Z"),
                Optional.empty(),
                Optional.empty()),
            new ZoneFailure("power-loss-b", "b", Duration.ofHours(30), Duration.ofMinutes(45))),
        loaded(WEB_SHOP).trial().scenario().failures());
  }

  @Test
  void theExperimentOfTheExampleIsRead() {
    Loaded loaded = loaded(WEB_SHOP);
    Until until = new Until("cost.total", 0.01, Until.Measure.RELATIVE);
    assertEquals(
        new Experiment(
            new Replications(10, 200, Optional.of(until)),
            List.of(
                new Expectation("cost.total", Op.BELOW, 400, Unit.USD, "cost.total < 400 USD"),
                new Expectation(
                    "availability.request",
                    Op.AT_LEAST,
                    0.999,
                    Unit.ONE,
                    "availability.request >= 99.9%"))),
        loaded.trial().experiment());
    assertEquals(
        "[groups.web.size.min, groups.web.scaling[0].target-tracking.target]",
        loaded.vary().orElseThrow().paths().toString());
  }

  @Test
  void whatIsNotSaidHasTheDefaultsOfTheDesign() {
    Scenario scenario = least();
    assertEquals(Instant.parse("2026-07-01T00:00:00Z"), scenario.start());
    assertEquals(Duration.ZERO, scenario.warmUp());
    assertEquals(1, scenario.seed());
    assertEquals("us-east-1/2026-07", scenario.prices());
    assertEquals(List.of("a", "b", "c"), scenario.zones());
    assertEquals(Slo.DEFAULT, scenario.slo());
    Group group = scenario.group("web");
    assertEquals(new Size(3, 3, 3), group.size());
    assertEquals(100, group.serves().queue());
    assertEquals(Health.DEFAULT, group.health());
    assertEquals(List.of("a", "b", "c"), group.zones());
    assertEquals(Image.usualAt(java.time.LocalDate.of(2026, 7, 1)), scenario.imageOf(group));
    assertEquals(Client.DEFAULT, scenario.workloads().get(0).client());
    assertEquals(Experiment.DEFAULT, loaded(LEAST).trial().experiment());
  }

  @Test
  void anExplainedScenarioReadsBackAsTheSame() {
    for (String text : List.of(LEAST, WEB_SHOP)) {
      Loaded once = loaded(text);
      String explained = once.trial().origin().text();
      Loaded twice = loaded(explained);
      assertEquals(once.trial().scenario(), twice.trial().scenario());
      assertEquals(once.trial().experiment(), twice.trial().experiment());
      assertEquals(explained, twice.trial().origin().text());
      assertEquals(once.trial().origin().digest(), twice.trial().origin().digest());
      // A preset has no name that a group could give as its image: it alone stays unsaid.
      assertTrue(
          twice.trial().origin().assumptions().stream().allMatch(a -> a.path().endsWith(".image")));
    }
  }

  @Test
  void anExplainedScenarioShowsEveryDefault() {
    assertEquals("""
        scenario: least
        start: 2026-07-01T00:00:00Z
        time-zone: UTC
        lasts: 1h
        warm-up: 0s
        seed: 1
        traffic-model: requests
        prices: us-east-1/2026-07
        zones: [a, b, c]
        workloads:
          users:
            to: web
            rate: 60/s
            arrivals: poisson
            client:
              timeout: 1m
              patience: none
              retry: none
              breaker: none
              bulkhead: none
              hedge: none
              rate-limit: none
              throttle: none
              processes: 1
            classes: {}
            request-bytes: 2 kB
            response-bytes: 20 kB
            requests-per-connection: 10
        load-balancers: {}
        dns: {}
        images: {}
        alarms: {}
        groups:
          web:
            type: m5.large
            zones: [a, b, c]
            size: {min: 3, max: 3, desired: 3}
            scaling: []
            default-cooldown: 5m
            monitoring: detailed
            monitoring-lag: 1m
            health:
              check: instance-status
              grace: 5m
              status:
                every: 1m
                timeout: 0s
                healthy-after: 2
                unhealthy-after: 2
                deep: false
              replace: true
              recovery: {automatic: false}
            serves:
              workers: 8
              queue: 100
              time: 80ms
              sharing: false
              discipline: fifo
              shedding: none
              concurrency-limit: none
              classes: {}
              contention: {sigma: 0, kappa: 0}
              warm-up: none
              serial: none
              calls: []
              while-calling: hold-worker
            public-ip: false
            performance-spread: 0%
            elastic-ips: 0
            monitoring-billed: false
            termination-policies: [default]
            scale-in-protection: false
            lifecycle-hooks: []
            instance-refreshes: []
            suspended-processes: []
            operations: []
            launched-by: launch-template
            starts: in-service
        failures: []
        slo: {availability: 99.9%}
        expect: []
        experiment: {replications: 10, estimate: plain}
        """, loaded(LEAST).trial().origin().text());
  }

  @Test
  void theDefaultsThatMatterAreAssumptions() {
    List<Assumption> assumptions = loaded(LEAST).trial().origin().assumptions();
    assertTrue(assumptions.contains(new Assumption(
        "workloads.users.client.timeout", "1m", "a client waits so long for an attempt")));
    assertTrue(assumptions.contains(
        new Assumption("prices", "us-east-1/2026-07", "the newest price book")));
    assertTrue(assumptions.stream().anyMatch(a -> a.path().equals("groups.web.image")));
    assertTrue(assumptions.stream().noneMatch(a -> a.path().equals("lasts")));
  }

  @Test
  void theDigestFollowsTheMeaningAndNotTheSpelling() {
    String digest = digest();
    assertEquals(digest, loaded(LEAST, "lasts=60m").trial().origin().digest());
    assertEquals(digest, loaded("# said\n" + LEAST).trial().origin().digest());
    assertNotEquals(digest, loaded(LEAST, "lasts=61m").trial().origin().digest());
    assertEquals(64, digest.length());
  }

  @Test
  void valuesCanBeSet() {
    Scenario scenario = least(
        "groups.web.size.min=6",
        "groups.web.scaling=[{target-tracking: {target: 60%}}]",
        "groups.web.scaling[0].target-tracking.target=70%",
        "failures[0]={zone: {name: storm, zone: b, at: 10m, lasts: 5m}}",
        "failures.storm.lasts=7m",
        "workloads.users.client.timeout=never",
        "groups.web.starts=cold",
        "seed=42");
    assertEquals(new Size(6, 6, 6), scenario.group("web").size());
    assertEquals(List.of(TargetTracking.cpu(0.7)), scenario.group("web").scaling());
    assertEquals(
        new ZoneFailure("storm", "b", Duration.ofMinutes(10), Duration.ofMinutes(7)),
        scenario.failures().get(0));
    assertEquals(new Client(Optional.empty()), scenario.workloads().get(0).client());
    assertTrue(scenario.group("web").startsCold());
    assertEquals(42, scenario.seed());
  }

  @Test
  void jsonIsReadTheSame() {
    String json = """
        {"scenario": "least", "lasts": "1h",
         "workloads": {"users": {"to": "web", "rate": "60/s"}},
         "groups": {"web": {"type": "m5.large", "size": {"min": 3},
                            "serves": {"workers": 8, "time": "80ms"}}}}
        """;
    assertEquals(least(), loaded(json).trial().scenario());
  }

  @Test
  void whatAnImageLeavesOutWasUsualAtItsDate() {
    Scenario measured = least("images.ami.boot=40s");
    assertEquals(
        new Image("ami", Image.NONE, new Constant(40), Image.NONE),
        measured.images().get(0));
    Scenario classic = least("images.ami.pending=1s", "start=2008-07-01");
    assertEquals(
        new Image("ami", new Constant(1), new Constant(97), new Constant(1100)),
        classic.images().get(0));
  }

  private static String digest() {
    return loaded(LEAST).trial().origin().digest();
  }
}

package headroom.scenarios.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import headroom.scenarios.text.Assignment;
import headroom.scenarios.text.Complaint;
import headroom.scenarios.text.InputException;
import headroom.scenarios.text.ScenarioFolder;
import headroom.scenarios.text.YamlReader;
import headroom.spec.Scenario;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Reads scenarios in tests. */
final class Reading {

  /** The least that can be run. */
  static final String LEAST = """
      scenario: least
      lasts: 1h
      workloads:
        users: {to: web, rate: 60/s}
      groups:
        web:
          type: m5.large
          size: {min: 3}
          serves: {workers: 8, time: 80ms}
      """;

  /** The example of the design, without what this version does not have. */
  static final String WEB_SHOP = """
      scenario: web-shop
      about: A web shop through a three-day sale.
      start: 2026-11-27T00:00:00Z
      lasts: 3d
      warm-up: 1h
      seed: 7
      traffic-model: requests
      prices: us-east-1/2026-07
      zones: [a, b, c]

      workloads:
        shoppers:
          to: shop-lb
          rate: {daily: {low: 40/s, high: 260/s, peak-at: 20h}}
          client: {timeout: 2s, retry: {attempts: 3, backoff: {exponential: {base: 100ms, cap: 2s, jitter: full}}}}

      load-balancers:
        shop-lb:
          type: application
          targets: web
          routing: least-outstanding-requests
          health-check: {every: 15s, timeout: 5s, healthy-after: 3, unhealthy-after: 2}
          draining: 300s

      images:
        web-ami: {boot: {lognormal: {mean: 30s, cv: 0.3}}, bootstrap: 2m}

      groups:
        web:
          type: m5.large
          image: web-ami
          zones: [a, b, c]
          size: {min: 3, max: 40}
          scaling:
            - target-tracking: {metric: cpu, target: 55%}
            - scheduled: {at: 2026-11-27T06:00:00Z, min: 12}
          health: {check: load-balancer, grace: 5m}
          serves:
            workers: 8
            queue: 100
            time: {lognormal: {mean: 80ms, cv: 1.5}}

      failures:
        - instances: {of: web, time-to-failure: {weibull: {shape: 0.7, mean: 60d}}}
        - zone: {name: power-loss-b, zone: b, at: 1d6h, lasts: 45m}

      slo: {availability: 99.95%, latency-p99: 500ms}

      expect:
        - cost.total < 400 USD
        - availability.request >= 99.9%

      experiment:
        replications: {at-least: 10, at-most: 200, until: {metric: cost.total, within: 1%}}
        vary:
          groups.web.size.min: [3, 6, 12]
          groups.web.scaling[0].target-tracking.target: [50%, 60%, 70%]
      """;

  static final ScenarioFolder NOWHERE = new ScenarioFolder(Path.of("none"), false);

  private Reading() {}

  static Loaded loaded(String text, String... sets) {
    return loaded(text, NOWHERE, sets);
  }

  static Loaded loaded(String text, ScenarioFolder folder, String... sets) {
    List<Assignment> assignments = Stream.of(sets).map(Assignment::parse).toList();
    return new ScenarioReader(new TestBooks())
        .read(YamlReader.parse(text, "f.yaml"), assignments, folder);
  }

  static Scenario scenario(String text, String... sets) {
    return loaded(text, sets).trial().scenario();
  }

  /** The scenario that can just be run, with other values put in. */
  static Scenario least(String... sets) {
    return scenario(LEAST, sets);
  }

  static List<String> complaints(String text, ScenarioFolder folder, String... sets) {
    InputException thrown = assertThrows(InputException.class, () -> loaded(text, folder, sets));
    return thrown.complaints().stream().map(Complaint::toString).toList();
  }

  static List<String> complaints(String text, String... sets) {
    return complaints(text, NOWHERE, sets);
  }

  /** Asserts the one complaint that a value put into the least scenario makes. */
  static void assertRefused(String set, String complaint) {
    assertEquals(List.of("--set  " + complaint), complaints(LEAST, set));
  }
}

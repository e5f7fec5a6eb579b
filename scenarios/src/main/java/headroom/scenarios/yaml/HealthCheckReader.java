package headroom.scenarios.yaml;

import static headroom.scenarios.yaml.Scalars.BOOLEAN;
import static headroom.scenarios.yaml.Scalars.DURATION;
import static headroom.scenarios.yaml.Scalars.WHOLE;

import headroom.policy.routing.HealthCheck;
import headroom.scenarios.text.Durations;
import java.time.Duration;

/** Reads how health is checked. */
final class HealthCheckReader {

  private HealthCheckReader() {}

  /** Reads a check, with what is not said taken from another one. */
  static Reader<HealthCheck> with(HealthCheck usual) {
    return Reader.withStandIns(node -> read(node, usual), usual, usual);
  }

  private static Read<HealthCheck> read(Node node, HealthCheck usual) {
    MapReader map = MapReader.of(node, "{every: 15s, timeout: 5s, unhealthy-after: 2}");
    Given<Duration> every = map.or("every", DURATION, Durations.text(usual.every()));
    Given<Duration> timeout = map.or("timeout", DURATION, Durations.text(usual.timeout()));
    Given<Integer> healthy = map.or("healthy-after", WHOLE, "" + usual.healthyAfter());
    Given<Integer> unhealthy = map.or("unhealthy-after", WHOLE, "" + usual.unhealthyAfter());
    Given<Boolean> deep = map.or("deep", BOOLEAN, "" + usual.deep());
    return map.build(
        HealthCheck.class,
        () -> HealthCheck.problems(every.get(), timeout.get(), healthy.get(), unhealthy.get()),
        () -> new HealthCheck(
            every.get(), timeout.get(), healthy.get(), unhealthy.get(), deep.get()));
  }
}

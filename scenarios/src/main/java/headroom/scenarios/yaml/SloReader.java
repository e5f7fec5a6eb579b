package headroom.scenarios.yaml;

import static headroom.scenarios.yaml.Scalars.DURATION;
import static headroom.scenarios.yaml.Scalars.PERCENT;

import headroom.scenarios.text.Percents;
import headroom.spec.Slo;
import java.time.Duration;
import java.util.Optional;

/** Reads what the users were promised. */
final class SloReader {

  private SloReader() {}

  static Read<Slo> read(Node node) {
    MapReader map = MapReader.of(node, "{availability: 99.95%, latency-p99: 500ms}");
    Given<Double> availability = map.assume(
        "availability",
        PERCENT,
        Percents.text(Slo.DEFAULT.availability()),
        "a minute in which fewer requests succeed is a bad one");
    Given<Optional<Duration>> latency = map.maybe("latency-p99", DURATION);
    return map.build(
        Slo.class,
        () -> Slo.problems(availability.get(), latency.get()),
        () -> new Slo(availability.get(), latency.get()));
  }
}

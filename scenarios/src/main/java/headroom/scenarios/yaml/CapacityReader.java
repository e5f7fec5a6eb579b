package headroom.scenarios.yaml;

import static headroom.scenarios.yaml.Scalars.DURATION;
import static headroom.scenarios.yaml.Scalars.NAME;
import static headroom.scenarios.yaml.Scalars.NUMBER;
import static headroom.scenarios.yaml.Scalars.TEXT;
import static headroom.scenarios.yaml.Scalars.WHOLE;

import headroom.scenarios.text.Tree;
import headroom.spec.Reference;
import headroom.supply.Capacity;
import headroom.supply.MeanReverting;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Reads how many instances of a type the cloud has. */
final class CapacityReader {

  static final String EXAMPLE = "[{type: m5.large, zones: [a], instances: 20}]";

  private static final Reader<MeanReverting> INSTANCES = CapacityReader::instances;

  private static final Duration ANY = Duration.ofHours(1);

  private CapacityReader() {}

  static Read<Capacity> read(Node node) {
    MapReader map = MapReader.of(node, "{type: m5.large, zones: [a], instances: 20}");
    Given<String> type = map.required("type", TEXT, "m5.large");
    node.refers("type", Reference.Kind.TYPE, type);
    Given<List<String>> zones = map.or("zones", NAME.list("[a, b]"), Tree.list(List.of()));
    node.refersToAll("zones", Reference.Kind.ZONE, zones);
    Given<MeanReverting> instances = map.required("instances", INSTANCES, "20");
    Given<Duration> at = map.or("at", DURATION, "0s");
    Given<Optional<Duration>> lasts = map.maybe("lasts", DURATION);
    return map.build(
        Capacity.class,
        () -> Capacity.problems(at.get(), lasts.get()),
        () -> new Capacity(type.get(), zones.get(), instances.get(), at.get(), lasts.get()));
  }

  /** A number that stays, or one that wanders. */
  private static Read<MeanReverting> instances(Node node) {
    if (!(node.tree() instanceof Tree.Fields)) {
      return WHOLE
          .alone(
              count -> MeanReverting.problems(count, 0, ANY),
              count -> new MeanReverting(count, 0, ANY))
          .read(node);
    }
    MapReader map = MapReader.of(node, "{mean: 30, sd: 10, reverts-in: 30m}");
    Given<Double> mean = map.required("mean", NUMBER, "30");
    Given<Double> sd = map.required("sd", NUMBER, "10");
    Given<Duration> revertsIn = map.required("reverts-in", DURATION, "30m");
    return map.build(
        MeanReverting.class,
        () -> MeanReverting.problems(mean.get(), sd.get(), revertsIn.get()),
        () -> new MeanReverting(mean.get(), sd.get(), revertsIn.get()));
  }
}

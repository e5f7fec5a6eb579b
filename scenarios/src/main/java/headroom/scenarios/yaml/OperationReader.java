package headroom.scenarios.yaml;

import static headroom.scenarios.yaml.Scalars.BOOLEAN;
import static headroom.scenarios.yaml.Scalars.DURATION;
import static headroom.scenarios.yaml.Scalars.WHOLE;

import headroom.spec.Operation;
import headroom.spec.Operation.Kind;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Reads what is done with instances by hand. */
final class OperationReader {

  static final String EXAMPLE = "{standby: {at: 1h, instances: 2, lasts: 30m}}";

  private static final Map<String, Reader<Operation>> KINDS = Words.<Reader<Operation>>of(
          "standby", node -> of(Kind.STANDBY, node))
      .and("detach", node -> of(Kind.DETACH, node))
      .table();

  private OperationReader() {}

  static Read<Operation> read(Node node) {
    MapReader map = MapReader.of(node, EXAMPLE);
    Given<Operation> operation = map.oneOf("operation", KINDS);
    return map.build(Operation.class, operation::get);
  }

  private static Read<Operation> of(Kind kind, Node node) {
    MapReader map = MapReader.of(node, "{at: 1h, instances: 2}");
    Given<Duration> at = map.required("at", DURATION, "1h");
    Given<Integer> instances = map.or("instances", WHOLE, "1");
    Given<Optional<Duration>> lasts = map.maybe("lasts", DURATION);
    Given<Boolean> decrement = map.or("decrement-desired", BOOLEAN, "false");
    return map.build(
        Operation.class,
        () -> Operation.problems(kind, at.get(), instances.get(), lasts.get()),
        () -> new Operation(kind, at.get(), instances.get(), lasts.get(), decrement.get()));
  }
}

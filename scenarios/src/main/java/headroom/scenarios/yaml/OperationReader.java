package headroom.scenarios.yaml;

import static headroom.scenarios.yaml.Scalars.BOOLEAN;
import static headroom.scenarios.yaml.Scalars.DURATION;
import static headroom.scenarios.yaml.Scalars.WHOLE;

import headroom.policy.scaling.Cron;
import headroom.policy.scaling.Recurring;
import headroom.spec.Operation;
import headroom.spec.Operation.Kind;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

/** Reads what is done with instances by hand. */
final class OperationReader {

  static final String EXAMPLE = "{standby: {at: 1h, instances: 2, lasts: 30m}}";

  private static final Map<String, Reader<Operation>> KINDS = Words.<Reader<Operation>>of(
          "standby", node -> of(Kind.STANDBY, node))
      .and("detach", node -> of(Kind.DETACH, node))
      .and("stop", node -> of(Kind.STOP, node))
      .and("hibernate", node -> of(Kind.HIBERNATE, node))
      .and("start", node -> of(Kind.START, node))
      .and("reboot", node -> of(Kind.REBOOT, node))
      .and("change-type", node -> of(Kind.CHANGE_TYPE, node))
      .and("protect", node -> of(Kind.PROTECT, node))
      .and("unprotect", node -> of(Kind.UNPROTECT, node))
      .table();

  private OperationReader() {}

  static Read<Operation> read(Node node) {
    MapReader map = MapReader.of(node, EXAMPLE);
    Given<Operation> operation = map.oneOf("operation", KINDS);
    return map.build(Operation.class, operation::get);
  }

  private static Read<Operation> of(Kind kind, Node node) {
    MapReader map = MapReader.of(node, "{at: 1h, instances: 2}");
    boolean isRecurring = map.has("cron");
    Given<Duration> at = isRecurring
        ? map.or("at", DURATION, "0s")
        : map.required("at", DURATION, "1h (or cron: 0 20 * * MON-FRI)");
    Given<Optional<Cron>> cron = map.maybe("cron", ScheduleReader.CRON);
    Given<ZoneId> zone = map.or("time-zone", ScheduleReader.ZONE, "UTC");
    Given<Optional<Recurring>> recurs = cron.map(given ->
        given.map(when -> new Recurring(when, zone.get(), Optional.empty(), Optional.empty())));
    node.session().asked(Recurring.class, map.asked());
    Given<Integer> instances = map.or("instances", WHOLE, "1");
    Given<Optional<Duration>> lasts = map.maybe("lasts", DURATION);
    Given<Boolean> decrement = map.or("decrement-desired", BOOLEAN, "false");
    Given<Optional<Duration>> takes = map.maybe("takes", DURATION);
    Given<Optional<String>> type = map.maybe("type", Scalars.TEXT);
    return map.build(
        Operation.class,
        () -> Operation.problems(
            kind,
            at.get(),
            recurs.get(),
            instances.get(),
            lasts.get(),
            decrement.get(),
            takes.get(),
            type.get()),
        () -> new Operation(
            kind,
            at.get(),
            recurs.get(),
            instances.get(),
            lasts.get(),
            decrement.get(),
            takes.get(),
            type.get()));
  }
}

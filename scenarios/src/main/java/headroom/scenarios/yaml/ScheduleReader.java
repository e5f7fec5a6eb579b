package headroom.scenarios.yaml;

import static headroom.scenarios.yaml.Scalars.INSTANT;
import static headroom.scenarios.yaml.Scalars.TEXT;
import static headroom.scenarios.yaml.Scalars.WHOLE;

import headroom.policy.scaling.Cron;
import headroom.policy.scaling.Once;
import headroom.policy.scaling.Recurring;
import headroom.policy.scaling.ScalingRule;
import headroom.policy.scaling.Schedule;
import headroom.policy.scaling.ScheduledAction;
import headroom.problem.Problem;
import headroom.problem.Problems;
import headroom.scenarios.text.Shown;
import headroom.scenarios.text.Tree;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads scheduled actions, of one moment or recurring. */
final class ScheduleReader {

  private static final String ONCE = "{at: 2026-11-27T06:00:00Z, min: 12}";
  private static final String RECURRING = "{cron: 0 8 * * MON-FRI, min: 12}";

  static final Reader<Cron> CRON = TEXT.map(Cron::parse);

  static final Reader<ZoneId> ZONE =
      Reader.withStandIns(ScheduleReader::zone, ZoneOffset.UTC, ZoneOffset.MAX);

  private ScheduleReader() {}

  static Read<ScalingRule> read(Node node) {
    return node.tree() instanceof Tree.Fields map && map.fields().containsKey("cron")
        ? recurring(node)
        : once(node);
  }

  private static Read<ScalingRule> once(Node node) {
    MapReader map = MapReader.of(node, ONCE);
    Given<Instant> at = map.required("at", INSTANT, "2026-11-27T06:00:00Z (or cron: 0 8 * * *)");
    Sizes sizes = new Sizes(map);
    node.session().asked(Once.class, map.asked());
    return map.build(
        ScheduledAction.class, sizes::problems, () -> sizes.action(new Once(at.get())));
  }

  private static Read<ScalingRule> recurring(Node node) {
    MapReader map = MapReader.of(node, RECURRING);
    Given<Cron> cron = map.required("cron", CRON, "0 8 * * MON-FRI");
    Given<ZoneId> zone = map.or("time-zone", ZONE, "UTC");
    Given<Optional<Instant>> start = map.maybe("start", INSTANT);
    Given<Optional<Instant>> end = map.maybe("end", INSTANT);
    Sizes sizes = new Sizes(map);
    node.session().asked(Recurring.class, map.asked());
    return map.build(
        ScheduledAction.class,
        () -> Problems.of()
            .addAll("", sizes.problems())
            .addAll("", Recurring.problems(cron.get(), zone.get(), start.get(), end.get()))
            .list(),
        () -> sizes.action(new Recurring(cron.get(), zone.get(), start.get(), end.get())));
  }

  private static Read<ZoneId> zone(Node node) {
    Read<String> text = TEXT.read(node);
    try {
      return text.map(ZoneId::of);
    } catch (DateTimeException e) {
      node.complain(new Problem(
          "",
          "no time zone " + Shown.quoted(text.value().orElse("")),
          "for example UTC or America/New_York"));
      return Read.rejected(text.full());
    }
  }

  /** The limits an action sets. */
  private static final class Sizes {
    private final Given<OptionalInt> min;
    private final Given<OptionalInt> max;
    private final Given<OptionalInt> desired;

    Sizes(MapReader map) {
      min = whole(map, "min");
      max = whole(map, "max");
      desired = whole(map, "desired");
    }

    private static Given<OptionalInt> whole(MapReader map, String name) {
      Given<Optional<Integer>> given = map.maybe(name, WHOLE);
      return given.map(value -> value.map(OptionalInt::of).orElseGet(OptionalInt::empty));
    }

    List<Problem> problems() {
      return ScheduledAction.problems(min.get(), max.get(), desired.get());
    }

    ScheduledAction action(Schedule when) {
      return new ScheduledAction(when, min.get(), max.get(), desired.get());
    }
  }
}

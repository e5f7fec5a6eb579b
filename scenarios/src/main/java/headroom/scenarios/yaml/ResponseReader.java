package headroom.scenarios.yaml;

import static headroom.scenarios.yaml.Scalars.DURATION;

import headroom.fault.Response;
import headroom.fault.WorkingHours;
import headroom.random.Distribution;
import headroom.scenarios.text.Tree;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads how people mend a failure. */
final class ResponseReader {

  static final String EXAMPLE = "{detect: 5m, page: 2m, act: {lognormal: {mean: 30m, cv: 1}}}";

  private static final Map<String, DayOfWeek> DAYS = Words.of("mon", DayOfWeek.MONDAY)
      .and("tue", DayOfWeek.TUESDAY)
      .and("wed", DayOfWeek.WEDNESDAY)
      .and("thu", DayOfWeek.THURSDAY)
      .and("fri", DayOfWeek.FRIDAY)
      .and("sat", DayOfWeek.SATURDAY)
      .and("sun", DayOfWeek.SUNDAY)
      .table();

  private static final List<String> WORKING_DAYS = List.of("mon", "tue", "wed", "thu", "fri");

  private ResponseReader() {}

  static Read<Response> read(Node node) {
    MapReader map = MapReader.of(node, EXAMPLE);
    Given<Distribution> detect = map.required("detect", DistributionReader.READER, "5m");
    Given<Distribution> page = map.or("page", DistributionReader.READER, "0s");
    Given<Distribution> act =
        map.required("act", DistributionReader.READER, "{lognormal: {mean: 30m, cv: 1}}");
    Reader<WorkingHours> reader = ResponseReader::hours;
    Given<Optional<WorkingHours>> hours = map.maybe("hours", reader);
    return map.build(
        Response.class,
        () -> Response.problems(act.get()),
        () -> new Response(detect.get(), page.get(), act.get(), hours.get()));
  }

  private static Read<WorkingHours> hours(Node node) {
    MapReader map = MapReader.of(node, "{from: 9h, to: 17h, days: [mon, fri], time-zone: UTC}");
    Given<Duration> from = map.or("from", DURATION, "9h");
    Given<Duration> to = map.or("to", DURATION, "17h");
    Given<List<DayOfWeek>> days = map.or(
        "days",
        Scalars.word("day", DAYS).list("[mon, fri]"),
        Tree.list(WORKING_DAYS.stream().map(Tree::of).toList()));
    Given<ZoneId> zone = map.or("time-zone", ScheduleReader.ZONE, "UTC");
    return map.build(
        WorkingHours.class,
        () -> WorkingHours.problems(from.get(), to.get(), days.get()),
        () -> new WorkingHours(from.get(), to.get(), days.get(), zone.get()));
  }
}

package headroom.scenarios.yaml;

import static headroom.scenarios.yaml.Scalars.DURATION;
import static headroom.scenarios.yaml.Scalars.NAME;
import static headroom.scenarios.yaml.Scalars.WHOLE;

import headroom.policy.alarm.Alarm;
import headroom.policy.alarm.AlarmExpression;
import headroom.policy.alarm.AlarmExpressionParser;
import headroom.policy.alarm.Comparison;
import headroom.policy.alarm.MissingData;
import headroom.policy.metric.Statistic;
import headroom.policy.metric.WatchedMetric;
import headroom.problem.InvalidInputException;
import headroom.problem.Problem;
import headroom.problem.Problems;
import headroom.scenarios.text.Shown;
import headroom.scenarios.text.Tree;
import headroom.spec.CompositeAlarm;
import headroom.spec.MetricAlarm;
import headroom.spec.Reference;
import headroom.spec.ScenarioAlarm;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads alarms, over a metric of a group or over other alarms. */
final class AlarmReader {

  static final String EXAMPLE = "{of: web, metric: cpu, above: 70%, evaluation-periods: 3}";

  private static final Map<String, MissingData> MISSING = Words.of("missing", MissingData.MISSING)
      .and("ignore", MissingData.IGNORE)
      .and("breaching", MissingData.BREACHING)
      .and("not-breaching", MissingData.NOT_BREACHING)
      .table();

  private static final Map<String, Boolean> LOW_SAMPLES =
      Words.of("evaluate", false).and("ignore", true).table();

  private static final Reader<Statistic> STATISTIC =
      Reader.withStandIns(AlarmReader::statistic, Statistic.AVERAGE, Statistic.SUM);

  private AlarmReader() {}

  /** A side of a threshold, and the threshold. */
  private record Limit(Comparison comparison, double threshold) {}

  static Read<ScenarioAlarm> read(String name, Node node) {
    return node.tree() instanceof Tree.Fields map && map.fields().containsKey("composite")
        ? composite(name, node)
        : ofMetric(name, node);
  }

  private static Read<ScenarioAlarm> composite(String name, Node node) {
    MapReader map = MapReader.of(node, "{composite: ALARM(cpu-high) AND NOT OK(queue-high)}");
    Given<String> text =
        map.required("composite", AlarmReader::expression, "ALARM(a) AND NOT OK(b)");
    text.value()
        .ifPresent(known -> AlarmExpressionParser.parse(known)
            .names(part -> node.refers(node.path().name("composite"), Reference.Kind.ALARM, part)));
    return map.build(
        CompositeAlarm.class,
        () -> new CompositeAlarm(name, text.get(), AlarmExpressionParser.parse(text.get())));
  }

  private static Read<String> expression(Node node) {
    Read<String> text = Scalars.TEXT.read(node);
    try {
      Optional<AlarmExpression> rule = text.value().map(AlarmExpressionParser::parse);
      return rule.isPresent() ? text : Read.rejected(text.full());
    } catch (InvalidInputException e) {
      node.complainAll(e);
      return Read.rejected(text.full());
    }
  }

  private static Read<ScenarioAlarm> ofMetric(String name, Node node) {
    MapReader map = MapReader.of(node, EXAMPLE).later("actions", "unit", "dimensions");
    Given<String> of = map.required("of", NAME, "web");
    node.refers("of", Reference.Kind.GROUP, of);
    Given<WatchedMetric> metric = map.required("metric", Amounts.METRIC, "cpu");
    metric.value().ifPresent(known -> node.session().alarmMetrics.put(name, known));
    Given<Statistic> statistic = map.or(
        "statistic",
        STATISTIC,
        metric.value().filter(WatchedMetric.REQUESTS_PER_TARGET::equals).isPresent()
            ? "sum"
            : "average");
    Given<Duration> period = map.assume("period", DURATION, "1m", "the time a point stands for");
    Given<Limit> limit = map.oneOf("side of a threshold", limits(metric.value()));
    Given<Integer> periods = map.or("evaluation-periods", WHOLE, "1");
    Given<Integer> points =
        map.or("datapoints-to-alarm", WHOLE, String.valueOf(periods.value().orElse(1)));
    Given<MissingData> missing =
        map.or("missing-data", Scalars.word("treatment of missing data", MISSING), "missing");
    Given<Boolean> few =
        map.or("low-samples", Scalars.word("treatment of few samples", LOW_SAMPLES), "evaluate");
    node.session().asked(Alarm.class, map.asked());
    return map.build(
        MetricAlarm.class,
        () -> Problems.of()
            .addAll("", Alarm.problems(limit.get().threshold(), periods.get(), points.get()))
            .addAll("", MetricAlarm.problems(metric.get(), period.get(), periods.get()))
            .list(),
        () -> new MetricAlarm(
            name,
            of.get(),
            metric.get(),
            statistic.get(),
            period.get(),
            new Alarm(
                limit.get().comparison(),
                limit.get().threshold(),
                periods.get(),
                points.get(),
                missing.get()),
            few.get()));
  }

  private static Map<String, Reader<Limit>> limits(Optional<WatchedMetric> metric) {
    Words<Reader<Limit>> limits = new Words<>();
    limits.and("above", limit(metric, Comparison.ABOVE));
    limits.and("at-least", limit(metric, Comparison.AT_LEAST));
    limits.and("below", limit(metric, Comparison.BELOW));
    limits.and("at-most", limit(metric, Comparison.AT_MOST));
    return limits.table();
  }

  private static Reader<Limit> limit(Optional<WatchedMetric> metric, Comparison comparison) {
    return Amounts.of(metric).map(threshold -> new Limit(comparison, threshold));
  }

  private static Read<Statistic> statistic(Node node) {
    Read<String> text = Scalars.TEXT.read(node);
    Optional<Statistic> parsed = text.value().flatMap(Statistic::parse);
    if (text.value().isPresent() && parsed.isEmpty()) {
      node.complain(new Problem(
          "",
          "unknown statistic " + Shown.quoted(text.value().get()),
          "known: " + String.join(", ", known())));
    }
    return new Read<>(parsed, text.full());
  }

  private static List<String> known() {
    return List.of("average", "sum", "minimum", "maximum", "sample-count", "p50", "p99.9");
  }
}

package headroom.scenarios.yaml;

import static headroom.scenarios.yaml.Scalars.NANOS;
import static headroom.scenarios.yaml.Scalars.NUMBER;
import static headroom.scenarios.yaml.Scalars.RATE;

import headroom.problem.Problem;
import headroom.scenarios.text.Durations;
import headroom.scenarios.text.Position;
import headroom.scenarios.text.Tree;
import headroom.workload.Constant;
import headroom.workload.Daily;
import headroom.workload.Hourly;
import headroom.workload.Ramp;
import headroom.workload.Rate;
import headroom.workload.Scaled;
import headroom.workload.Spike;
import headroom.workload.Sum;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads rates of requests: a quantity alone, or a profile with its parameters. */
final class RateReader {

  static final String EXAMPLE = "60/s";

  private static final Map<String, Reader<Rate>> PROFILES = Words.<Reader<Rate>>of(
          "constant", constant())
      .and("daily", RateReader::daily)
      .and("hourly", RateReader::hourly)
      .and("ramp", RateReader::ramp)
      .and("spike", RateReader::spike)
      .and("sum", RateReader::sum)
      // A trace has fields of its own beside its file and is read before this table is asked.
      .and("trace", TraceReader::read)
      .table();

  private RateReader() {}

  static final Reader<Rate> READER =
      Reader.withStandIns(RateReader::read, new Constant(1e-9), new Constant(1e9));

  private static Read<Rate> read(Node node) {
    if (!(node.tree() instanceof Tree.Fields map)) {
      return constant().read(node);
    }
    return map.fields().containsKey("trace") ? TraceReader.read(node) : profile(node);
  }

  private static Read<Rate> profile(Node node) {
    MapReader map = MapReader.of(node, EXAMPLE);
    Given<Optional<Double>> scale = map.maybe("scale", NUMBER);
    Given<Rate> rate = map.oneOf("rate", PROFILES);
    return map.build(
        Scaled.class,
        () -> scaleProblems(rate.get(), scale.get()),
        () -> scaled(rate.get(), scale.get()));
  }

  static List<Problem> scaleProblems(Rate rate, Optional<Double> scale) {
    return scale.map(factor -> Scaled.problems(rate, factor)).orElse(List.of());
  }

  static Rate scaled(Rate rate, Optional<Double> scale) {
    return scale.<Rate>map(factor -> new Scaled(rate, factor)).orElse(rate);
  }

  private static Reader<Rate> constant() {
    return RATE.map(Constant::new);
  }

  private static Read<Rate> daily(Node node) {
    MapReader map = MapReader.of(node, "{low: 40/s, high: 260/s, peak-at: 20h}");
    Given<Double> low = map.required("low", RATE, "40/s");
    Given<Double> high = map.required("high", RATE, "260/s");
    Given<Duration> peakAt = map.required("peak-at", Scalars.DURATION, "20h");
    tellHours(node);
    return map.build(
        Daily.class,
        // The start is the scenario's and is always a time of day.
        () -> Daily.problems(low.get(), high.get(), peakAt.get().toNanos(), 0),
        () -> Daily.of(low.get(), high.get(), peakAt.get(), node.session().start));
  }

  private static Read<Rate> hourly(Node node) {
    Read<List<Double>> rates = RATE.list("[40/s, 30/s, ...], 24 or 168 of them").read(node);
    List<Problem> problems = rates.value().map(all -> Hourly.problems(all, 0)).orElse(List.of());
    node.complainAll(problems);
    tellHours(node);
    return problems.isEmpty()
        ? rates.map(all -> Hourly.of(all, node.session().start))
        : Read.rejected(rates.full());
  }

  /** Whose reports tell times of another zone may take the hours of a rate for that zone's too. */
  private static void tellHours(Node node) {
    Session session = node.session();
    ZoneOffset offset = session.timeZone.getRules().getOffset(session.start);
    if (!offset.equals(ZoneOffset.UTC)) {
      Duration ahead = Duration.ofSeconds(offset.getTotalSeconds());
      session.assume(
          node.path(),
          new Tree.Scalar(Position.NONE, "hours of UTC", false),
          "when the run starts, clocks in " + session.timeZone.getId() + " show "
              + Durations.text(ahead.abs()) + (ahead.isNegative() ? " less" : " more"));
    }
  }

  private static Read<Rate> ramp(Node node) {
    MapReader map = MapReader.of(node, "{from: 10/s, to: 100/s, at: 1h, over: 30m}");
    Given<Double> from = map.required("from", RATE, "10/s");
    Given<Double> to = map.required("to", RATE, "100/s");
    Given<Long> at = map.required("at", NANOS, "1h");
    Given<Long> over = map.required("over", NANOS, "30m");
    return map.build(
        Ramp.class,
        () -> Ramp.problems(from.get(), to.get(), at.get(), over.get()),
        () -> new Ramp(from.get(), to.get(), at.get(), over.get()));
  }

  private static Read<Rate> spike(Node node) {
    MapReader map = MapReader.of(node, "{base: 10/s, peak: 100/s, at: 1h, lasts: 10m}");
    Given<Double> base = map.required("base", RATE, "10/s");
    Given<Double> peak = map.required("peak", RATE, "100/s");
    Given<Long> at = map.required("at", NANOS, "1h");
    Given<Long> rise = map.or("rise", NANOS, "0s");
    Given<Long> lasts = map.required("lasts", NANOS, "10m");
    Given<Long> fall = map.or("fall", NANOS, "0s");
    return map.build(
        Spike.class,
        () -> Spike.problems(base.get(), peak.get(), at.get(), rise.get(), lasts.get(), fall.get()),
        () -> new Spike(base.get(), peak.get(), at.get(), rise.get(), lasts.get(), fall.get()));
  }

  private static Read<Rate> sum(Node node) {
    Read<List<Rate>> parts = READER.list("[20/s, {spike: ...}]").read(node);
    List<Problem> problems = parts.value().map(Sum::problems).orElse(List.of());
    node.complainAll(problems);
    return problems.isEmpty() ? parts.map(Sum::new) : Read.rejected(parts.full());
  }
}

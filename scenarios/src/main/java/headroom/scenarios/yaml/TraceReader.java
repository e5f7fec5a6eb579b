package headroom.scenarios.yaml;

import static headroom.scenarios.yaml.Scalars.DURATION;
import static headroom.scenarios.yaml.Scalars.NUMBER;
import static headroom.scenarios.yaml.Scalars.TEXT;

import headroom.problem.Problem;
import headroom.scenarios.text.TimeSeries;
import headroom.scenarios.text.TimeSeriesReader;
import headroom.scenarios.text.Tree;
import headroom.workload.Rate;
import headroom.workload.Readings.Between;
import headroom.workload.Trace;
import headroom.workload.Trace.Then;
import headroom.workload.TraceRows;
import headroom.workload.TraceRows.Gaps;
import headroom.workload.TraceRows.Row;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a rate from a record of real traffic: a column of a CSV file. */
final class TraceReader {

  private static final String EXAMPLE =
      "{trace: elb.csv, time: timestamp_utc, column: requests_per_5min, per: 5m}";

  private static final Map<String, Between> BETWEEN =
      Words.of("step", Between.STEP).and("linear", Between.LINEAR).table();

  private static final Map<String, Then> THEN =
      Words.of("end", Then.END).and("wrap", Then.WRAP).and("hold", Then.HOLD).table();

  private static final Map<String, Gaps> GAPS = Words.of("hold", Gaps.HOLD)
      .and("zero", Gaps.ZERO)
      .and("interpolate", Gaps.INTERPOLATE)
      .table();

  private static final Map<String, Boolean> FROM = Words.of("first-row", true).table();

  private final Node node;
  private final MapReader map;
  private final Given<String> file;
  private final Given<Optional<String>> time;
  private final Given<Optional<Duration>> every;
  private final Given<Optional<Boolean>> from;
  private final Given<String> column;
  private final Given<Duration> per;
  private final Given<Between> between;
  private final Given<Then> then;
  private final Given<Optional<Gaps>> gaps;
  private final Given<Optional<Double>> scale;

  private TraceReader(Node node) {
    this.node = node;
    map = MapReader.of(node, EXAMPLE);
    file = map.required("trace", TEXT, "elb.csv");
    time = map.maybe("time", TEXT);
    every = map.maybe("every", DURATION);
    from = map.maybe("from", Scalars.word("beginning", FROM));
    column = map.required("column", TEXT, "requests_per_5min");
    per = map.required("per", DURATION, "5m");
    between = map.or("between", Scalars.word("way between rows", BETWEEN), "step");
    then = map.or("then", Scalars.word("continuation", THEN), "end");
    gaps = map.maybe("gaps", Scalars.word("filling", GAPS));
    scale = map.maybe("scale", NUMBER);
  }

  static Read<Rate> read(Node node) {
    TraceReader reader = new TraceReader(node);
    Read<Boolean> fields = reader.map.build(Trace.class, reader::problems, () -> true);
    return fields
        .value()
        .flatMap(good -> reader.rate())
        .map(rate -> Read.of(rate, fields.full()))
        .orElseGet(() -> Read.rejected(fields.full()));
  }

  private List<Problem> problems() {
    var problems = headroom.problem.Problems.of();
    problems.require(
        "time",
        time.get().isPresent() || every.get().isPresent(),
        "must name the column of times",
        "or give every: the step between rows, for example every: 5m");
    problems.require("per", per.get().toNanos() > 0, "must be above 0", "for example 5m");
    every
        .get()
        .ifPresent(step ->
            problems.require("every", step.toNanos() > 0, "must be above 0", "for example 5m"));
    return problems.list();
  }

  private Optional<Rate> rate() {
    return Beside.inFile(node.at("trace"), file.get(), this::series).flatMap(this::rate);
  }

  private TimeSeries series(java.nio.file.Path path) {
    return time.get()
        .map(name -> TimeSeriesReader.timed(path, file.get(), name, column.get()))
        .orElseGet(() ->
            TimeSeriesReader.stepped(path, file.get(), every.get().orElseThrow(), column.get()));
  }

  private Optional<Rate> rate(TimeSeries series) {
    List<Row> rows = rows(series);
    long step = every.get().map(Duration::toNanos).orElseGet(() -> TraceRows.usualStep(rows));
    Gaps filling = gaps.get().orElse(Gaps.REFUSE);
    return sound(TraceRows.problems(rows, step, filling))
        .flatMap(good -> trace(new TraceRows(rows, step, filling), series.nanos()[0]));
  }

  private List<Row> rows(TimeSeries series) {
    double seconds = per.get().toNanos() / 1e9;
    List<Row> rows = new ArrayList<>(series.size());
    for (int i = 0; i < series.size(); i++) {
      rows.add(new Row(series.lines()[i], series.nanos()[i], series.values()[i] / seconds));
    }
    return rows;
  }

  private Optional<Rate> trace(TraceRows rows, long firstNanos) {
    var readings = rows.readings(between.get());
    long offset = offset(firstNanos);
    return sound(Trace.problems(readings, offset))
        .map(good -> new Trace(readings, offset, then.get()))
        .flatMap(this::scaled);
  }

  private Optional<Rate> scaled(Trace trace) {
    long left = trace.readings().lengthNanos() - trace.offsetNanos();
    if (!map.has("then") && left < node.session().lasts.toNanos()) {
      node.session()
          .assume(
              node.path().name("then"), Tree.of("end"), "the trace ends before the scenario does");
    }
    return sound(RateReader.scaleProblems(trace, scale.get()))
        .map(good -> RateReader.scaled(trace, scale.get()));
  }

  /** How far into the record the scenario starts; rows without a calendar start with it. */
  private long offset(long firstNanos) {
    if (time.get().isEmpty() || from.get().isPresent()) {
      return 0;
    }
    Instant first = Instant.ofEpochSecond(0, firstNanos);
    return Duration.between(first, node.session().start).toNanos();
  }

  private Optional<Boolean> sound(List<Problem> problems) {
    problems.forEach(problem -> node.complain(named(problem)));
    return problems.isEmpty() ? Optional.of(true) : Optional.empty();
  }

  /** A problem of the record's rows is told with the file's name; one of a field is not. */
  private Problem named(Problem problem) {
    return problem.field().isEmpty()
        ? new Problem("trace", "'" + file.get() + "' " + problem.what(), problem.cure())
        : problem;
  }
}

package headroom.scenarios.yaml;

import static headroom.scenarios.yaml.Scalars.TEXT;

import headroom.fault.Outage;
import headroom.fault.Replayed;
import headroom.scenarios.text.InputException;
import headroom.scenarios.text.OutageRows;
import headroom.scenarios.text.OutageRows.Row;
import headroom.scenarios.text.Position;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a record of outages from a CSV file beside the scenario. */
final class OutageTraceReader {

  static final String EXAMPLE = "{file: outages.csv, from: start_utc, to: end_utc}";

  private static final long NANOS = 1_000_000_000L;

  private static final Map<String, Boolean> STARTS = Words.of("first-row", true).table();

  private OutageTraceReader() {}

  /** The outages of one thing, whatever node they were of. */
  static Read<Replayed> one(Node node) {
    return read(node, false).map(nodes -> new Replayed(nodes.get(0)));
  }

  /** The outages of every node that has one, in the order in which they are named first. */
  static Read<List<List<Outage>>> nodes(Node node) {
    return read(node, true);
  }

  private static Read<List<List<Outage>>> read(Node node, boolean several) {
    MapReader map = MapReader.of(node, EXAMPLE);
    Given<String> file = map.required("file", TEXT, "outages.csv");
    Given<String> from = map.required("from", TEXT, "start_utc");
    Given<String> to = map.required("to", TEXT, "end_utc");
    Given<Optional<String>> named = several
        ? map.required("node", TEXT, "node").map(Optional::of)
        : map.known(Optional.<String>empty());
    Reader<OutageRows.Where> whereReader = OutageTraceReader::where;
    Given<Optional<OutageRows.Where>> where = map.maybe("where", whereReader);
    Given<Optional<Boolean>> starts = map.maybe("starts", Scalars.word("start", STARTS));
    Read<OutageRows.Columns> columns = map.build(
        OutageRows.Columns.class,
        () -> new OutageRows.Columns(named.get(), from.get(), to.get(), where.get()));
    return columns
        .value()
        .flatMap(known -> Beside.inFile(
            node.at("file"),
            file.get(),
            path -> outages(
                OutageRows.read(path, file.get(), known),
                starts.get().isPresent() ? Optional.empty() : Optional.of(node.session().start),
                file.get())))
        .map(outages -> Read.of(outages, map.full()))
        .orElseGet(() -> Read.rejected(map.full()));
  }

  private static Read<OutageRows.Where> where(Node node) {
    MapReader map = MapReader.of(node, "{column: system, equals: 2}");
    Given<String> column = map.required("column", TEXT, "system");
    Given<String> equals = map.required("equals", TEXT, "2");
    return map.build(
        OutageRows.Where.class, () -> new OutageRows.Where(column.get(), equals.get()));
  }

  private static List<List<Outage>> outages(List<Row> rows, Optional<Instant> start, String name) {
    long zero = start
        .map(instant -> instant.getEpochSecond() * NANOS + instant.getNano())
        .orElseGet(() -> rows.stream().mapToLong(Row::fromNanos).min().orElseThrow());
    Map<String, List<Outage>> nodes = new LinkedHashMap<>();
    Map<String, Row> last = new LinkedHashMap<>();
    for (Row row : rows) {
      Row before = last.put(row.node(), row);
      if (before != null && row.fromNanos() < before.fromNanos()) {
        throw new InputException(
            Position.ofLine(name, row.line()),
            "begins before the row of line " + before.line() + "; sort the rows by their times");
      }
      List<Outage> outages = nodes.computeIfAbsent(row.node(), node -> new ArrayList<>());
      add(Math.max(0, row.fromNanos() - zero), row.toNanos() - zero, outages);
    }
    if (nodes.values().stream().allMatch(List::isEmpty)) {
      throw new InputException(
          Position.ofFile(name),
          "every outage lies before the start of the scenario; starts: first-row lets the first"
              + " row be time zero");
    }
    return List.copyOf(nodes.values());
  }

  /** Joins an outage to the last one where they overlap; what took no time is left out. */
  private static void add(long from, long to, List<Outage> outages) {
    if (to <= from) {
      return;
    }
    int end = outages.size() - 1;
    if (end >= 0 && outages.get(end).toNanos() >= from) {
      Outage before = outages.remove(end);
      outages.add(new Outage(before.fromNanos(), Math.max(before.toNanos(), to)));
    } else {
      outages.add(new Outage(from, to));
    }
  }
}

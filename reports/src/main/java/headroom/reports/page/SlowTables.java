package headroom.reports.page;

import headroom.reports.figure.CalendarTicks;
import headroom.reports.figure.Form;
import headroom.reports.figure.Numbers;
import headroom.reports.figure.Table;
import headroom.reports.figure.Table.Column;
import headroom.results.Run;
import headroom.results.SlowRequests;
import headroom.results.SlowRequests.Told;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The slowest requests of the shown replication, and some that failed, with their ways. */
final class SlowTables {

  // The file has all that were kept; a page of them is enough to see what they have in common.
  private static final int MOST_ROWS = 8;

  private static final String KEY =
      " ░ waits, █ is worked on; the bar is the request's whole time.";

  private SlowTables() {}

  static Optional<Block> slowest(Run run) {
    return run.slowRequests()
        .map(SlowRequests::slowest)
        .filter(all -> !all.isEmpty())
        .map(all -> table(run, "slowest", "The slowest requests of the shown replication.", all));
  }

  static Optional<Block> failed(Run run) {
    return run.slowRequests()
        .map(SlowRequests::failed)
        .filter(all -> !all.isEmpty())
        .map(all ->
            table(run, "failed-ways", "Requests that failed, one of each kind.", ofEach(all)));
  }

  /** The first of each how and why. */
  private static List<Told> ofEach(List<Told> all) {
    List<Told> some = new ArrayList<>();
    for (Told request : all) {
      if (some.stream()
          .noneMatch(o -> o.how().equals(request.how()) && o.why().equals(request.why()))) {
        some.add(request);
      }
    }
    return some;
  }

  private static Block table(Run run, String id, String caption, List<Told> requests) {
    return new Block.Listing(new Table(
        id,
        caption + KEY,
        List.of(
            Column.text("Arrived"),
            Column.text("From"),
            Column.number("Took"),
            Column.lines("Its way")),
        requests.stream().limit(MOST_ROWS).map(request -> row(run, request)).toList()));
  }

  private static List<String> row(Run run, Told request) {
    String failed =
        request.how().map(how -> ": " + how.word() + ", " + request.why()).orElse("");
    return List.of(
        CalendarTicks.second(run.window().momentAt(request.arrivedNanos())),
        request.source() + failed,
        Numbers.said(Form.DURATION, request.tookNanos() / 1e9),
        Waterfall.of(request));
  }
}

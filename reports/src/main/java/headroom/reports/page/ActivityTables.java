package headroom.reports.page;

import headroom.reports.figure.CalendarTicks;
import headroom.reports.figure.Table;
import headroom.reports.figure.Table.Column;
import headroom.results.EventLog.Entry;
import headroom.results.EventLog.Kind;
import headroom.results.Run;
import java.util.List;
import java.util.Optional;

/** What policies, schedules and hands did with groups in the shown replication, and why. */
final class ActivityTables {

  // The file has all of them; a page of them shows how a policy behaves.
  private static final int MOST_ROWS = 25;

  private static final String OF_A_GROUP = "groups.";

  private ActivityTables() {}

  static Optional<Block> of(Run run) {
    List<Entry> all = run.events().stream()
        .flatMap(log -> log.events().stream())
        .filter(ActivityTables::isActivity)
        .toList();
    return all.isEmpty() ? Optional.empty() : Optional.of(new Block.Listing(table(run, all)));
  }

  private static boolean isActivity(Entry event) {
    boolean scales = event.kind() == Kind.SCALE_OUT
        || event.kind() == Kind.SCALE_IN
        || event.kind() == Kind.SCHEDULED;
    return scales && event.subject().startsWith(OF_A_GROUP);
  }

  private static Table table(Run run, List<Entry> all) {
    return new Table(
        "activities",
        caption(all.size()),
        List.of(Column.text("When"), Column.text("Group"), Column.text("What"), Column.text("Why")),
        all.stream().limit(MOST_ROWS).map(event -> row(run, event)).toList());
  }

  private static String caption(int all) {
    String what = "Scaling activities of the shown replication, each with its cause.";
    return all <= MOST_ROWS
        ? what
        : what + " The first " + MOST_ROWS + " of " + all + "; events.csv has all.";
  }

  private static List<String> row(Run run, Entry event) {
    return List.of(
        CalendarTicks.second(run.window().momentAt(event.atNanos())),
        event.subject().substring(OF_A_GROUP.length()),
        event.what(),
        event.why());
  }
}

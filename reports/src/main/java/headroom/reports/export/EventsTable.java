package headroom.reports.export;

import headroom.results.EventLog;
import headroom.results.Run;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;

/** {@code events.csv}: what happened in the shown replication, when and why; bounded. */
record EventsTable(Run run) {

  void writeTo(OutputStream out) throws IOException {
    EventLog log =
        run.events().orElseThrow(() -> new IllegalStateException("the run shows no events"));
    try (CsvWriter csv = new CsvWriter(out)) {
      csv.header(List.of("time", "seconds", "kind", "subject", "what", "why"));
      for (EventLog.Entry event : log.events()) {
        csv.text(run.window().instantAt(event.atNanos()).toString());
        csv.number(event.atNanos() / 1e9).text(word(event.kind()));
        csv.text(event.subject()).text(event.what()).text(event.why());
        csv.endLine();
      }
      if (log.leftOut() > 0) {
        leftOut(csv, log);
      }
    }
  }

  private static void leftOut(CsvWriter csv, EventLog log) throws IOException {
    csv.text("").text("").text("left-out").text("");
    csv.text(log.leftOut() + " later events are not in this file");
    csv.text("it keeps the first " + log.events().size());
    csv.endLine();
  }

  private static String word(EventLog.Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}

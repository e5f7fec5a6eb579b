package headroom.reports.export;

import headroom.results.Run;
import headroom.results.Timeline;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/** {@code timeline.csv}: the course of the shown replication, a line for each step. */
record TimelineTable(Run run) {

  void writeTo(OutputStream out) throws IOException {
    Timeline timeline =
        run.timeline().orElseThrow(() -> new IllegalStateException("the run shows no timeline"));
    try (CsvWriter csv = new CsvWriter(out)) {
      csv.header(names(timeline));
      for (int step = 0; step < timeline.steps(); step++) {
        csv.text(run.window().instantAt(timeline.atNanos(step)).toString());
        csv.number(timeline.atNanos(step) / 1e9);
        for (Timeline.Column column : timeline.columns()) {
          csv.number(column.values()[step]);
        }
        csv.endLine();
      }
    }
  }

  private static List<String> names(Timeline timeline) {
    List<String> names = new ArrayList<>(List.of("time", "seconds"));
    timeline.columns().forEach(column -> names.add(column.metric().flat()));
    return names;
  }
}

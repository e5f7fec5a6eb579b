package headroom.reports.export;

import headroom.reports.parquet.ParquetColumn;
import headroom.reports.parquet.ParquetFile;
import headroom.results.Run;
import headroom.results.Timeline;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code timeline.parquet}: the columns of {@code timeline.csv} with their types. */
record TimelineParquet(Run run) {

  void writeTo(OutputStream out) throws IOException {
    Timeline timeline =
        run.timeline().orElseThrow(() -> new IllegalStateException("the run shows no timeline"));
    List<ParquetColumn> columns = new ArrayList<>();
    columns.add(new ParquetColumn("time", ParquetColumn.Kind.TIME));
    columns.add(new ParquetColumn("seconds", ParquetColumn.Kind.NUMBER));
    timeline.columns().forEach(column -> columns.add(
        new ParquetColumn(column.metric().flat(), ParquetColumn.Kind.NUMBER)));
    try (ParquetFile file = new ParquetFile(out, "timeline", columns)) {
      for (int step = 0; step < timeline.steps(); step++) {
        file.row(row(timeline, step));
      }
    }
  }

  private List<Optional<?>> row(Timeline timeline, int step) {
    List<Optional<?>> cells = new ArrayList<>();
    cells.add(Optional.of(run.window().instantAt(timeline.atNanos(step))));
    cells.add(Optional.of(timeline.atNanos(step) / 1e9));
    for (Timeline.Column column : timeline.columns()) {
      cells.add(Optional.of(column.values()[step]).filter(Double::isFinite));
    }
    return cells;
  }
}

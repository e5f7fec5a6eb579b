package headroom.reports.export;

import headroom.reports.chart.Charts;
import headroom.reports.chart.Layout;
import headroom.reports.chart.Svg;
import headroom.reports.export.FileOptions.Extra;
import headroom.reports.figure.Figure;
import headroom.reports.page.ReportContent;
import headroom.reports.print.Picture;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Every chart of a report as a file of its own, in the folder {@code charts}. */
final class ChartFiles {

  static final String FOLDER = "charts";

  /** What the folder may hold. */
  static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]*[.](svg|png)");

  private ChartFiles() {}

  /** The files asked for by their paths. */
  static Map<String, FileContent> of(ReportContent report, FileOptions options) {
    Map<String, FileContent> files = new LinkedHashMap<>();
    for (Figure figure : report.figures()) {
      String path = FOLDER + "/" + figure.caption().id();
      if (options.has(Extra.SVG)) {
        files.put(
            path + ".svg",
            out -> out.write(drawn(figure).alone().getBytes(StandardCharsets.UTF_8)));
      }
      if (options.has(Extra.PNG)) {
        files.put(path + ".png", out -> Picture.png(drawn(figure), Layout.WIDE.width(), out));
      }
    }
    return files;
  }

  private static Svg drawn(Figure figure) {
    return Charts.svg(figure, Layout.WIDE);
  }
}

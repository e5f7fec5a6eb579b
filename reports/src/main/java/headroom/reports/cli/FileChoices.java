package headroom.reports.cli;

import headroom.reports.export.FileOptions.Extra;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Option;

/** The options of the commands that write a report: which files there are besides. */
final class FileChoices {

  @Option(names = "--pdf", description = "Write the report as report.pdf too.")
  private boolean pdf;

  @Option(
      names = "--charts",
      split = ",",
      paramLabel = "svg,png",
      description = "Write every chart into the folder charts, PNG at twice the size.")
  private List<String> charts = new ArrayList<>();

  /** What is asked for. */
  Set<Extra> extras() {
    EnumSet<Extra> extras = EnumSet.noneOf(Extra.class);
    if (pdf) {
      extras.add(Extra.PDF);
    }
    for (String kind : charts) {
      switch (kind) {
        case "svg" -> extras.add(Extra.SVG);
        case "png" -> extras.add(Extra.PNG);
        default -> throw new WrongUse("--charts must be svg, png or svg,png, was '" + kind + "'");
      }
    }
    return extras;
  }
}

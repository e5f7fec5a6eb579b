package headroom.reports.cli;

import picocli.CommandLine.Parameters;

/** The options of a study that is made from one scenario, which comes first. */
final class VariedOptions extends StudyOptions {

  @Parameters(
      index = "0",
      paramLabel = "FILE|NAME",
      description = "A scenario file, or the name of a scenario of the library.")
  String scenario = "";
}

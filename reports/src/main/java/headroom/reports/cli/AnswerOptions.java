package headroom.reports.cli;

import picocli.CommandLine.Option;

/** How a command speaks whose answer is all that it does. */
final class AnswerOptions {

  @Option(names = "--json", description = "Write the answer as JSON, nothing else.")
  boolean json;

  @Option(names = "--quiet", description = "Write the answer and nothing about it.")
  boolean quiet;
}

package headroom.reports.cli;

import headroom.scenarios.text.JsonWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code list}: the scenarios of the library. */
@Command(
    name = "list",
    description = "List the scenarios of the library.",
    footer = {"", "For example:", "  headroom list"})
final class ListCommand implements Callable<Integer> {

  private final Program program;

  @Option(names = "--json", description = "Write names and descriptions as JSON.")
  private boolean json;

  @Option(names = "--quiet", description = "Write the names only.")
  private boolean quiet;

  ListCommand(Program program) {
    this.program = program;
  }

  @Override
  public Integer call() {
    List<ScenarioSource.Listed> all = program.scenarios().list();
    if (json) {
      program.terminal().out().print(JsonWriter.text(writer -> write(writer, all)));
      return ExitCode.DONE;
    }
    if (quiet) {
      all.forEach(listed -> program.terminal().out().println(listed.name()));
      return ExitCode.DONE;
    }
    int width = all.stream().mapToInt(listed -> listed.name().length()).max().orElse(0);
    for (ScenarioSource.Listed listed : all) {
      String name = listed.name() + " ".repeat(width - listed.name().length());
      Wrap.lines(name + "  " + sentence(listed.about()), program.terminal().columns(), "    ")
          .forEach(program.terminal().out()::println);
    }
    return ExitCode.DONE;
  }

  /** The first of its sentences; a point within a number or a name ends none. */
  private static String sentence(String about) {
    int end = about.indexOf(". ");
    return end < 0 ? about : about.substring(0, end + 1);
  }

  private static void write(JsonWriter writer, List<ScenarioSource.Listed> all) {
    writer.beginArray();
    for (ScenarioSource.Listed listed : all) {
      writer.beginObject();
      writer.field("name").string(listed.name());
      writer.field("about").string(listed.about());
      writer.endObject();
    }
    writer.endArray();
  }
}

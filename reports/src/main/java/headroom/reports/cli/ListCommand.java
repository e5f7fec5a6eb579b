package headroom.reports.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code list}: the scenarios of the library. */
@Command(name = "list", description = "List the scenarios of the library.")
final class ListCommand implements Callable<Integer> {

  private final Program program;

  ListCommand(Program program) {
    this.program = program;
  }

  @Override
  public Integer call() {
    List<ScenarioSource.Listed> all = program.scenarios().list();
    int width = all.stream().mapToInt(listed -> listed.name().length()).max().orElse(0);
    for (ScenarioSource.Listed listed : all) {
      String name = listed.name() + " ".repeat(width - listed.name().length());
      Wrap.lines(name + "  " + listed.about(), program.terminal().columns(), "    ")
          .forEach(program.terminal().out()::println);
    }
    return ExitCode.DONE;
  }
}

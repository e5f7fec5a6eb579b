package headroom.reports.cli;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** The program as people have it, in this process, with its streams captured. */
final class TheProgram {

  private TheProgram() {}

  static Shell.Finished run(String... arguments) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    Terminal terminal = new Terminal(Terminal.printing(out), Terminal.printing(err), false, 100);
    int code = new CommandTree(Programs.local(terminal)).execute(arguments);
    terminal.out().flush();
    terminal.err().flush();
    return new Shell.Finished(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}

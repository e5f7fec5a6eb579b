package headroom.reports.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;

/** The program. */
public final class Main {

  private Main() {}

  public static void main(String[] arguments) {
    Watched out = new Watched(new FileOutputStream(FileDescriptor.out));
    Terminal terminal = Terminal.ofProcess(out);
    int code = new CommandTree(Programs.local(terminal)).execute(arguments);
    terminal.out().flush();
    System.exit(out.failure().map(why -> unwritten(terminal, why)).orElse(code));
  }

  private static int unwritten(Terminal terminal, String why) {
    terminal.note("headroom: could not write to standard output: " + why);
    return ExitCode.PROGRAM_FAILED;
  }
}

package headroom.reports.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Where the program speaks to a person or to another program, always in UTF-8.
 *
 * @param out results
 * @param err everything that is not a result
 * @param isInteractive whether a person watches {@code err}, who is told how far it is
 * @param columns characters in a line
 */
record Terminal(PrintStream out, PrintStream err, boolean isInteractive, int columns) {

  static final int USUAL_COLUMNS = 80;
  private static final int LEAST_COLUMNS = 20;

  /** The one this process was started on; {@code out} is a stream to its standard output. */
  static Terminal ofProcess(OutputStream out) {
    return new Terminal(
        printing(out),
        printing(new FileOutputStream(FileDescriptor.err)),
        OpenFiles.isTerminal(2),
        columns(System.getenv()));
  }

  static PrintStream printing(OutputStream out) {
    return new PrintStream(out, true, StandardCharsets.UTF_8);
  }

  static int columns(Map<String, String> environment) {
    String columns = environment.getOrDefault("COLUMNS", "");
    return columns.matches("[0-9]{1,5}")
        ? Math.max(LEAST_COLUMNS, Integer.parseInt(columns))
        : USUAL_COLUMNS;
  }

  /** The same where nobody is told how far it is. */
  Terminal unwatched() {
    return new Terminal(out, err, false, columns);
  }

  /** One line to whoever watches, wrapped at the terminal's width. */
  void note(String line) {
    Wrap.lines(line, columns, "  ").forEach(err::println);
  }

  /** One line of result, wrapped at the terminal's width. */
  void say(String line) {
    // Numbers and their units stay together; what is copied from here has plain blanks.
    Wrap.lines(line, columns, "  ").forEach(each -> out.println(each.replace('\u00A0', ' ')));
  }
}

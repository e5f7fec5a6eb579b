package headroom.reports.cli;

import headroom.reports.chart.Charts;
import headroom.reports.chart.NoFontsException;
import headroom.reports.print.NoPdfFontsException;
import headroom.reports.print.PdfFile;
import headroom.scenarios.text.JsonWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code doctor}: what this machine has and lacks. */
@Command(
    name = "doctor",
    description = "Say what this machine lacks for Headroom, and how to get it.",
    footer = {"", "For example:", "  headroom doctor", "  headroom doctor --json"})
final class DoctorCommand implements Callable<Integer> {

  private static final long LEAST_BYTES = 512L << 20;

  private final Terminal terminal;

  @Option(names = "--json", description = "Write the findings as JSON.")
  private boolean json;

  @Option(names = "--quiet", description = "Say only what is lacking.")
  private boolean quiet;

  DoctorCommand(Program program) {
    this.terminal = program.terminal();
  }

  /**
   * Something looked at.
   *
   * @param what what it is
   * @param isThere whether all is well
   * @param said what was found, or what would help
   */
  private record Look(String what, boolean isThere, String said) {}

  @Override
  public Integer call() {
    List<Look> looks = looks();
    if (json) {
      terminal.out().print(JsonWriter.text(writer -> write(writer, looks)));
    } else {
      looks.stream()
          .filter(look -> !quiet || !look.isThere())
          .forEach(look -> terminal.say(
              (look.isThere() ? "ok     " : "lacks  ") + look.what() + ": " + look.said()));
    }
    return looks.stream().allMatch(Look::isThere) ? ExitCode.DONE : ExitCode.PROGRAM_FAILED;
  }

  private static void write(JsonWriter writer, List<Look> looks) {
    writer.beginArray();
    for (Look look : looks) {
      writer.beginObject();
      writer.field("what").string(look.what());
      writer.field("ok").bool(look.isThere());
      writer.field("said").string(look.said());
      writer.endObject();
    }
    writer.endArray();
  }

  private static List<Look> looks() {
    List<Look> looks = new ArrayList<>();
    looks.add(new Look("Java", true, Runtime.version().toString()));
    looks.add(memory(Runtime.getRuntime().maxMemory()));
    looks.add(
        new Look("processors", true, Integer.toString(Runtime.getRuntime().availableProcessors())));
    looks.add(chartFonts());
    looks.add(pdfFonts());
    looks.add(folder(Path.of("")));
    return looks;
  }

  private static Look memory(long bytes) {
    String mebibytes = (bytes >> 20) + " MiB for the program";
    return bytes >= LEAST_BYTES
        ? new Look("memory", true, mebibytes)
        : new Look("memory", false, mebibytes + "; HEADROOM_JAVA_OPTS=-Xmx1g gives it more");
  }

  private static Look chartFonts() {
    try {
      Charts.requireFonts();
      return new Look("fonts for charts", true, "found");
    } catch (NoFontsException none) {
      return new Look("fonts for charts", false, String.valueOf(none.getMessage()));
    }
  }

  private static Look pdfFonts() {
    try {
      return new Look("fonts for --pdf", true, PdfFile.font());
    } catch (NoPdfFontsException none) {
      return new Look("fonts for --pdf", false, String.valueOf(none.getMessage()));
    }
  }

  private static Look folder(Path here) {
    return Files.isWritable(here.toAbsolutePath())
        ? new Look("this folder", true, "results can be written here")
        : new Look("this folder", false, "cannot be written to; name another with --out");
  }
}

package headroom.reports.cli;

import headroom.scenarios.text.JsonWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code new}: a commented scenario to begin with. */
@Command(
    name = "new",
    description = "Write a commented scenario file to begin with; it asks nothing.",
    footer = {
      "",
      "For example:",
      "  headroom new",
      "  headroom new shop.yaml",
      "",
      "A file that is there already is left alone."
    })
final class NewCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "FILE",
      defaultValue = "scenario.yaml",
      description = "The file to write (default: scenario.yaml).")
  private Path file = Path.of("scenario.yaml");

  @Option(names = "--json", description = "Write the file's name as JSON, nothing else.")
  private boolean json;

  @Option(names = "--quiet", description = "Say nothing unless something is wrong.")
  private boolean quiet;

  NewCommand(Program program) {
    this.terminal = program.terminal();
  }

  @Override
  public Integer call() throws IOException {
    try {
      Files.writeString(file, starter(), StandardOpenOption.CREATE_NEW);
    } catch (FileAlreadyExistsException there) {
      throw new WrongUse("'" + file + "' is there already; name another file");
    }
    if (json) {
      terminal
          .out()
          .print(JsonWriter.text(writer ->
              writer.beginObject().field("file").string(file.toString()).endObject()));
    } else if (!quiet) {
      terminal.say("wrote " + file + "; next: headroom run " + file);
    }
    return ExitCode.DONE;
  }

  /** The text of it. */
  static String starter() throws IOException {
    try (InputStream starter =
        Objects.requireNonNull(NewCommand.class.getResourceAsStream("starter.yaml"), "starter")) {
      return new String(starter.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}

package headroom.reports.cli;

import headroom.reports.live.Desk;
import headroom.reports.live.LiveServer;
import headroom.scenarios.library.Library;
import headroom.scenarios.text.InputException;
import headroom.scenarios.text.JsonWriter;
import headroom.scenarios.text.Position;
import headroom.scenarios.text.ScenarioFolder;
import headroom.scenarios.text.TextFile;
import java.io.IOException;
import java.net.BindException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code serve}: a page of this machine on which a scenario is changed and its answer watched. */
@Command(
    name = "serve",
    description = "Open a scenario on a page of this machine: change it, and watch the answer.",
    footer = {
      "",
      "For example:",
      "  headroom serve",
      "  headroom serve shop.yaml",
      "  headroom serve web-shop --port 8080",
      "",
      "Only this machine can reach the page, and only by the address that is printed. Ctrl-C ends it."
    })
final class ServeCommand implements Callable<Integer> {

  private static final int LARGEST_PORT = 65_535;

  private final Program program;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "FILE|NAME",
      description = "A scenario to begin with (default: the one that 'new' writes).")
  private Optional<String> scenario = Optional.empty();

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "0",
      description = "The port to listen at (default: any that is free).")
  private int port;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Replications at a time (default: as many as there are processors).")
  private Optional<Integer> threads = Optional.empty();

  @Option(
      names = "--allow-outside",
      description = "Let the scenario read files outside its own folder.")
  private boolean allowOutside;

  @Option(names = "--json", description = "Print the address as JSON.")
  private boolean json;

  @Option(names = "--quiet", description = "Print the address and nothing else.")
  private boolean quiet;

  ServeCommand(Program program) {
    this.program = program;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (port < 0 || port > LARGEST_PORT) {
      throw new WrongUse("--port must be between 0 and " + LARGEST_PORT + ", was " + port);
    }
    try (LiveServer server = LiveServer.start(desk(), port)) {
      tell(server.address());
      new CountDownLatch(1).await();
    } catch (BindException taken) {
      throw new WrongUse("port " + port + " is in use; another one, or none for any that is free");
    }
    return ExitCode.DONE;
  }

  private void tell(String address) {
    Terminal terminal = program.terminal();
    if (json) {
      terminal
          .out()
          .print(JsonWriter.text(
              writer -> writer.beginObject().field("address").string(address).endObject()));
    } else {
      // In one line whatever the width: it is to be copied.
      terminal.out().println(address);
    }
    if (!quiet && !json) {
      terminal.note("Open this address in a browser of this machine; Ctrl-C ends it.");
    }
    terminal.out().flush();
  }

  private Desk desk() throws IOException {
    String asked = scenario.orElse("");
    Path file = Path.of(asked);
    int parallel = threads.orElseGet(() -> Runtime.getRuntime().availableProcessors());
    boolean isFile = !asked.isEmpty() && Files.isRegularFile(file);
    ScenarioFolder folder = isFile
        ? ScenarioFolder.of(file, allowOutside)
        : new ScenarioFolder(Path.of("").toAbsolutePath(), allowOutside);
    String name = isFile
        ? String.valueOf(file.getFileName())
        : (asked.isEmpty() ? "my-fleet" : asked) + ".yaml";
    return new Desk(
        isFile ? TextFile.read(file, asked) : shipped(asked),
        name,
        folder,
        new ShippedBooks(),
        program.engine(),
        parallel);
  }

  private static String shipped(String name) throws IOException {
    if (name.isEmpty()) {
      return NewCommand.starter();
    }
    if (!Library.names().contains(name)) {
      throw new InputException(
          Position.NONE, "no scenario file '" + name + "' and none of that name in the library");
    }
    return Library.text(name);
  }
}

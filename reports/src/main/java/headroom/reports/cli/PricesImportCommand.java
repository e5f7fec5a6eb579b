package headroom.reports.cli;

import headroom.billing.PriceBook;
import headroom.scenarios.library.BookWriter;
import headroom.scenarios.library.OfferFile;
import headroom.scenarios.text.JsonWriter;
import headroom.scenarios.text.Shown;
import headroom.spec.Scenario;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code prices import}: a price book of every instance type in the provider's own price file. */
@Command(
    name = "import",
    description = "Make a price book of the provider's price list file (JSON or CSV, also .gz).",
    footer = {
      "",
      "For example:",
      "  headroom prices import offers.csv --region us-east-1 --to mine.yaml"
    })
final class PricesImportCommand implements Callable<Integer> {

  private final Program program;

  @Parameters(index = "0", paramLabel = "FILE", description = "The provider's file.")
  private Path file = Path.of("");

  @Option(
      names = "--to",
      required = true,
      paramLabel = "FILE",
      description = "The price book to write; it must not be there yet.")
  private Path to = Path.of("");

  @Option(
      names = "--region",
      paramLabel = "REGION",
      description = "The region to read; that of the base, unless said.")
  private Optional<String> region = Optional.empty();

  @Option(
      names = "--base",
      paramLabel = "BOOK",
      description = "The price book of all but instances (${DEFAULT-VALUE}).",
      defaultValue = Scenario.DEFAULT_PRICES)
  private String base = Scenario.DEFAULT_PRICES;

  @Option(names = "--json", description = "Write what was imported as JSON, nothing else.")
  private boolean json;

  @Option(names = "--quiet", description = "Say nothing unless something is wrong.")
  private boolean quiet;

  PricesImportCommand(Program program) {
    this.program = program;
  }

  @Override
  public Integer call() throws IOException {
    if (!to.toString().matches(".*\\.(yaml|yml)")) {
      throw new WrongUse("--to must end in .yaml, so that a scenario can name it");
    }
    if (Files.exists(to)) {
      throw new WrongUse("--to " + Shown.quoted(to.toString()) + ": is there already");
    }
    PriceBook from = BookShelf.find(base);
    PriceBook book = OfferFile.read(file, region.orElse(from.region()), from);
    Files.writeString(to, BookWriter.write(book), StandardCharsets.UTF_8);
    tell(book);
    return ExitCode.DONE;
  }

  private void tell(PriceBook book) {
    int types = book.types().size();
    int reserved = book.reserved().size();
    if (json) {
      program.terminal().out().print(JsonWriter.text(writer -> {
        writer.beginObject();
        writer.field("book").string(book.id());
        writer.field("types").number(types);
        writer.field("reserved").number(reserved);
        writer.field("file").string(to.toString()).endObject();
      }));
    } else if (!quiet) {
      program
          .terminal()
          .say(book.id() + ": " + Spoken.count(types, "type") + " and "
              + Spoken.count(reserved, "reserved offer") + ", written to " + to);
    }
  }
}

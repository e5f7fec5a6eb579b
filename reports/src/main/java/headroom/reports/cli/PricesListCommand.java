package headroom.reports.cli;

import headroom.billing.PriceBook;
import headroom.scenarios.library.PriceBooks;
import headroom.scenarios.text.JsonWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code prices list}: the price books that ship, with what each has. */
@Command(
    name = "list",
    description = "List the price books that ship.",
    footer = {"", "For example:", "  headroom prices list", "  headroom prices list --json"})
final class PricesListCommand implements Callable<Integer> {

  private final Program program;

  @Mixin
  private final AnswerOptions answer = new AnswerOptions();

  PricesListCommand(Program program) {
    this.program = program;
  }

  @Override
  public Integer call() {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("book", "date", "types", "reserved", "meters", "region"));
    for (String id : PriceBooks.ids()) {
      PriceBook book = PriceBooks.load(id);
      rows.add(List.of(
          id,
          book.date().toString(),
          String.valueOf(book.types().size()),
          String.valueOf(book.reserved().size()),
          String.valueOf(book.tariffs().size()),
          book.regionName()));
    }
    if (answer.json) {
      program.terminal().out().print(JsonWriter.text(json -> RowsJson.write(json, rows)));
    } else if (answer.quiet) {
      PriceBooks.ids().forEach(program.terminal().out()::println);
    } else {
      TextTable.fitted(rows, program.terminal().columns(), 2, 3, 4)
          .forEach(program.terminal().out()::println);
    }
    return ExitCode.DONE;
  }
}

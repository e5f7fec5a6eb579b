package headroom.reports.cli;

import headroom.billing.PriceBook;
import headroom.billing.Tariff;
import headroom.scenarios.text.JsonWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code prices diff}: what one price book asks and another asks otherwise. */
@Command(
    name = "diff",
    description = "Show what two price books ask otherwise.",
    footer = {"", "For example:", "  headroom prices diff us-east-1/2008-05 us-east-1/2026-07"})
final class PricesDiffCommand implements Callable<Integer> {

  private final Program program;

  @Parameters(index = "0", paramLabel = "BOOK", description = "A price book's id, or a file.")
  private String one = "";

  @Parameters(index = "1", paramLabel = "BOOK", description = "Another.")
  private String other = "";

  @Mixin
  private final AnswerOptions answer = new AnswerOptions();

  PricesDiffCommand(Program program) {
    this.program = program;
  }

  @Override
  public Integer call() {
    Map<String, BigDecimal> before = prices(BookShelf.find(one));
    Map<String, BigDecimal> after = prices(BookShelf.find(other));
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("USD", one, other, "change"));
    TreeSet<String> things = new TreeSet<>(before.keySet());
    things.addAll(after.keySet());
    int same = 0;
    for (String thing : things) {
      Optional<BigDecimal> was = Optional.ofNullable(before.get(thing));
      Optional<BigDecimal> is = Optional.ofNullable(after.get(thing));
      if (was.isPresent() && is.isPresent() && was.get().compareTo(is.get()) == 0) {
        same++;
      } else {
        rows.add(List.of(thing, text(was), text(is), change(was, is)));
      }
    }
    tell(rows, same);
    return ExitCode.DONE;
  }

  private void tell(List<List<String>> rows, int same) {
    if (answer.json) {
      program.terminal().out().print(JsonWriter.text(json -> {
        json.beginObject();
        RowsJson.write(json.field("differences"), rows);
        json.field("same").number(same).endObject();
      }));
      return;
    }
    TextTable.fitted(rows, program.terminal().columns(), 1, 2, 3)
        .forEach(program.terminal().out()::println);
    if (!answer.quiet) {
      program.terminal().say("the same in both: " + Spoken.count(same, "price"));
    }
  }

  /** Every price by what it is for; of tiers the first. */
  private static Map<String, BigDecimal> prices(PriceBook book) {
    Map<String, BigDecimal> prices = new TreeMap<>();
    book.types()
        .values()
        .forEach(type -> type.hourly()
            .forEach((system, price) -> prices.put(type.name() + " " + system + " /h", price)));
    book.reserved()
        .forEach(offer -> prices.put(
            offer.type() + " " + offer.system() + " " + offer.terms() + " /h in all",
            offer.price().effectiveHourly().setScale(6, RoundingMode.HALF_EVEN)));
    book.balancers().values().forEach(price -> {
      String name = "load balancer " + price.type();
      prices.put(name + " /h", price.hourly());
      price.data().ifPresent(data -> prices.put(name + " /" + data.unit(), data.price()));
      price.capacityUnit().ifPresent(unit -> prices.put(name + " /LCU-h", unit.price()));
    });
    book.planOffers()
        .forEach(offer -> offer
            .rates()
            .forEach((type, rate) -> prices.put(
                type + " " + offer.kind().word() + " plan " + offer.terms() + " /h",
                rate.setScale(6, RoundingMode.HALF_EVEN))));
    for (Tariff tariff : book.tariffs().values()) {
      prices.put(
          tariff.key() + " /" + tariff.unit().word(), tariff.tiers().get(0).price());
    }
    prices.put("internet in /GiB", book.transfer().in().price());
    prices.put("internet out /GiB", book.transfer().out().get(0).price().price());
    return prices;
  }

  private static String text(Optional<BigDecimal> price) {
    return price
        .map(amount -> amount.signum() == 0 ? "0" : amount.stripTrailingZeros().toPlainString())
        .orElse("-");
  }

  private static String change(Optional<BigDecimal> was, Optional<BigDecimal> is) {
    if (was.isEmpty() || is.isEmpty() || was.get().signum() == 0) {
      return "";
    }
    BigDecimal percent =
        is.get().subtract(was.get()).movePointRight(2).divide(was.get(), 1, RoundingMode.HALF_EVEN);
    return (percent.signum() > 0 ? "+" : "") + percent.toPlainString() + " %";
  }
}

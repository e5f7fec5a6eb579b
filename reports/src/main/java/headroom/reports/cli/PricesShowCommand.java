package headroom.reports.cli;

import headroom.billing.BalancerPrice;
import headroom.billing.PlanOffer;
import headroom.billing.PriceBook;
import headroom.billing.ReservedOffer;
import headroom.billing.Tariff;
import headroom.billing.TypePrice;
import headroom.problem.Suggestion;
import headroom.scenarios.text.JsonWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code prices show}: what a price book asks for, of one instance type or of all it has. */
@Command(
    name = "show",
    description = "Show what a price book asks.",
    footer = {
      "",
      "For example:",
      "  headroom prices show us-east-1/2026-07",
      "  headroom prices show us-east-1/2026-07 m5.large"
    })
final class PricesShowCommand implements Callable<Integer> {

  private final Program program;

  @Parameters(index = "0", paramLabel = "BOOK", description = "A price book's id, or a file.")
  private String book = "";

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "TYPE",
      description = "Only this instance type.")
  private Optional<String> type = Optional.empty();

  @Mixin
  private final AnswerOptions answer = new AnswerOptions();

  PricesShowCommand(Program program) {
    this.program = program;
  }

  @Override
  public Integer call() {
    PriceBook found = BookShelf.find(book);
    List<TypePrice> types = types(found);
    if (answer.json) {
      program.terminal().out().print(JsonWriter.text(json -> write(json, found, types)));
      return ExitCode.DONE;
    }
    if (!answer.quiet) {
      told(found);
    }
    print(typeRows(types), 1, 2, 3);
    print(reservedRows(found, types), 3, 4, 5, 6);
    print(planRows(found, types), 3);
    if (type.isEmpty()) {
      print(balancerRows(found), 1);
      print(meterRows(found), 1);
    }
    return ExitCode.DONE;
  }

  private void told(PriceBook found) {
    program.terminal().say(found.id() + ": " + found.regionName() + ", " + found.date());
    program.terminal().say(found.source());
  }

  private void write(JsonWriter json, PriceBook found, List<TypePrice> types) {
    json.beginObject();
    json.field("book").string(found.id());
    json.field("region").string(found.regionName());
    json.field("date").string(found.date().toString());
    json.field("source").string(found.source());
    RowsJson.write(json.field("types"), typeRows(types));
    RowsJson.write(json.field("reserved"), reservedRows(found, types));
    RowsJson.write(json.field("savings-plans"), planRows(found, types));
    if (type.isEmpty()) {
      RowsJson.write(json.field("load-balancers"), balancerRows(found));
      RowsJson.write(json.field("meters"), meterRows(found));
    }
    json.endObject();
  }

  private List<TypePrice> types(PriceBook found) {
    type.filter(name -> !found.types().containsKey(name)).ifPresent(name -> {
      throw new WrongUse("the price book " + found.id() + " has no type '" + name + "'; "
          + Suggestion.cure(name, found.types().keySet()));
    });
    return found.types().values().stream()
        .filter(price -> type.map(price.name()::equals).orElse(true))
        .toList();
  }

  private void print(List<List<String>> rows, int... right) {
    if (rows.size() > 1) {
      program.terminal().out().println();
      TextTable.fitted(rows, program.terminal().columns(), right)
          .forEach(program.terminal().out()::println);
    }
  }

  private static List<List<String>> typeRows(List<TypePrice> types) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("type", "vCPU", "GiB", "USD/h"));
    types.forEach(price -> rows.add(List.of(
        price.name(),
        String.valueOf(price.vcpus()),
        String.valueOf(price.memoryGiB()),
        price.hourly().entrySet().stream()
            .map(each ->
                plain(each.getValue()) + (each.getKey().equals("linux") ? "" : " " + each.getKey()))
            .collect(Collectors.joining(", ")))));
    return rows;
  }

  private static List<List<String>> reservedRows(PriceBook book, List<TypePrice> types) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("reserved", "system", "terms", "once", "USD/h", "in all", "pays from"));
    for (TypePrice price : types) {
      for (ReservedOffer offer : book.reserved()) {
        if (offer.type().equals(price.name())) {
          rows.add(List.of(
              offer.type(),
              offer.system(),
              offer.terms(),
              plain(offer.price().upfront()),
              plain(offer.price().hourly()),
              plain(offer.price().effectiveHourly().setScale(5, RoundingMode.HALF_EVEN)),
              Optional.ofNullable(price.hourly().get(offer.system()))
                  .map(onDemand -> plain(offer.price().breakEvenHours(onDemand)))
                  .orElse("")));
        }
      }
    }
    return rows;
  }

  private static List<List<String>> planRows(PriceBook book, List<TypePrice> types) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("savings plan", "terms", "type", "USD/h"));
    for (PlanOffer plan : book.planOffers()) {
      for (TypePrice price : types) {
        Optional.ofNullable(price.hourly().get("linux"))
            .flatMap(onDemand -> plan.rate(price.name(), onDemand))
            .ifPresent(rate ->
                rows.add(List.of(plan.kind().word(), plan.terms(), price.name(), plain(rate))));
      }
    }
    return rows;
  }

  private static List<List<String>> balancerRows(PriceBook book) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("load balancer", "USD/h", "and"));
    for (BalancerPrice price : book.balancers().values()) {
      String and = price
          .data()
          .map(data -> plain(data.price()) + " USD/" + data.unit())
          .or(() -> price.capacityUnit().map(unit -> plain(unit.price()) + " USD/LCU-h"))
          .orElse("");
      rows.add(List.of(price.type(), plain(price.hourly()), and));
    }
    return rows;
  }

  private static List<List<String>> meterRows(PriceBook book) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("meter", "USD", "per"));
    for (Tariff tariff : book.tariffs().values()) {
      String prices = tariff.tiers().stream()
          .map(tier ->
              plain(tier.price()) + (tier.upTo() == Tariff.Tier.NO_END ? "" : " to " + tier.upTo()))
          .collect(Collectors.joining(", then "));
      rows.add(List.of(tariff.key(), prices, tariff.unit().word()));
    }
    return rows;
  }

  private static String plain(BigDecimal amount) {
    return amount.signum() == 0 ? "0" : amount.stripTrailingZeros().toPlainString();
  }
}

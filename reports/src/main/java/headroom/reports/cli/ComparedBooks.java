package headroom.reports.cli;

import headroom.billing.Commitments;
import headroom.billing.PriceBook;
import headroom.billing.RegionBook;
import headroom.problem.Suggestion;
import headroom.scenarios.experiment.BookComparison;
import headroom.scenarios.experiment.OtherBooks;
import headroom.scenarios.experiment.Trial;
import headroom.scenarios.text.Complaint;
import headroom.scenarios.text.InputException;
import headroom.scenarios.text.Position;
import headroom.scenarios.text.Shown;
import headroom.spec.Scenario;
import headroom.supply.InstanceType;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds the price books that a command line wants to compare, or tells why they do not fit. */
final class ComparedBooks {

  private ComparedBooks() {}

  static OtherBooks of(
      Trial trial, List<String> names, Map<String, String> pricedAs, Optional<PriceBook> lacking) {
    Scenario scenario = trial.scenario();
    List<PriceBook> books =
        names.stream().map(name -> book(trial, name, lacking)).toList();
    List<Complaint> complaints = new ArrayList<>();
    Set<String> seen = new LinkedHashSet<>();
    if (!pricedAs.isEmpty() && !scenario.geography().isOne()) {
      throw new WrongUse("--priced-as goes with one region alone; say what a region's book lacks in"
          + " the scenario, with lacking: BOOK");
    }
    for (PriceBook book : books) {
      if (!seen.add(book.id())) {
        throw new WrongUse("--prices names " + book.id() + " twice");
      }
      BookComparison.problems(scenario, book, pricedAs)
          .forEach(problem -> complaints.add(new Complaint(
              Position.NONE,
              problem.field(),
              problem.message()
                  + (problem.message().contains("has no type") ? "; or --priced-as TYPE=TYPE" : "")
                  + (problem.message().contains(" has no ") ? "; or --lacking BOOK" : ""))));
    }
    unknown(scenario, pricedAs);
    InputException.throwIfAny(complaints);
    return new OtherBooks(books, pricedAs);
  }

  /** A book for everything, or "REGION=BOOK" for one of several regions. */
  private static PriceBook book(Trial trial, String name, Optional<PriceBook> lacking) {
    Commitments agreed = trial.priceBook().commitments().underAnyList();
    List<String> regions = agreed.regions().stream().map(RegionBook::name).toList();
    int equals = name.indexOf('=');
    if (equals < 0 && regions.size() > 1) {
      throw new WrongUse(
          "--prices: there are several regions; say of which, " + regions.get(0) + "=" + name);
    }
    if (equals < 0) {
      return filled(name, lacking).with(agreed);
    }
    String region = name.substring(0, equals);
    if (!regions.contains(region)) {
      throw new WrongUse(
          "--prices: no region " + Shown.quoted(region) + "; " + Suggestion.cure(region, regions));
    }
    PriceBook other = filled(name.substring(equals + 1), lacking);
    PriceBook first = region.equals(regions.get(0)) ? other : trial.priceBook();
    return first.with(agreed.withList(region, other)).called(region + "=" + other.id());
  }

  private static PriceBook filled(String name, Optional<PriceBook> lacking) {
    PriceBook book = BookShelf.find(name);
    return lacking.map(book::filledFrom).orElse(book);
  }

  private static void unknown(Scenario scenario, Map<String, String> pricedAs) {
    List<String> used = scenario.groups().stream()
        .flatMap(group -> scenario.typesOf(group).stream())
        .map(InstanceType::name)
        .distinct()
        .toList();
    pricedAs.keySet().stream().filter(type -> !used.contains(type)).findFirst().ifPresent(type -> {
      throw new WrongUse(
          "--priced-as: no group has the type '" + type + "'; " + Suggestion.cure(type, used));
    });
  }
}

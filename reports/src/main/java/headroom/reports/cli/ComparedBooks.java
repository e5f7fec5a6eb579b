package headroom.reports.cli;

import headroom.billing.PriceBook;
import headroom.problem.Suggestion;
import headroom.scenarios.experiment.BookComparison;
import headroom.scenarios.experiment.OtherBooks;
import headroom.scenarios.text.Complaint;
import headroom.scenarios.text.InputException;
import headroom.scenarios.text.Position;
import headroom.spec.Scenario;
import headroom.supply.InstanceType;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds the price books that a command line wants to compare, or tells why they do not fit. */
final class ComparedBooks {

  private ComparedBooks() {}

  static OtherBooks of(Scenario scenario, List<String> names, Map<String, String> pricedAs) {
    List<PriceBook> books = names.stream().map(BookShelf::find).toList();
    List<Complaint> complaints = new ArrayList<>();
    Set<String> seen = new LinkedHashSet<>();
    for (PriceBook book : books) {
      if (!seen.add(book.id())) {
        throw new WrongUse("--prices names " + book.id() + " twice");
      }
      BookComparison.problems(scenario, book, pricedAs)
          .forEach(problem -> complaints.add(new Complaint(
              Position.NONE,
              problem.field(),
              problem.message()
                  + (problem.message().contains("has no type")
                      ? "; or --priced-as TYPE=TYPE"
                      : ""))));
    }
    unknown(scenario, pricedAs);
    InputException.throwIfAny(complaints);
    return new OtherBooks(books, pricedAs);
  }

  private static void unknown(Scenario scenario, Map<String, String> pricedAs) {
    List<String> used = scenario.groups().stream()
        .flatMap(group -> scenario.typesOf(group).stream())
        .map(InstanceType::name)
        .distinct()
        .toList();
    pricedAs.keySet().stream().filter(type -> !used.contains(type)).findFirst().ifPresent(type -> {
      throw new WrongUse("--priced-as: no group has the type '" + type + "'; "
          + Suggestion.cure(type, used));
    });
  }
}

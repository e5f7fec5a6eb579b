package headroom.scenarios.library;

import headroom.billing.ReservedOffer;
import headroom.billing.ReservedPrice;
import headroom.problem.Problem;
import headroom.problem.Problems;
import headroom.problem.Suggestion;
import headroom.scenarios.text.Money;
import headroom.scenarios.text.Shown;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** Reads what a price book asks for reserved instances: prices of many types on the same terms. */
record ReservedReader(Sources sources) {

  private static final List<String> CLASSES = List.of("standard", "convertible");
  private static final List<String> PAID = List.of("always", "while-running");

  List<ReservedOffer> read(BookPart part) {
    Optional<Integer> years = part.text("term", ReservedReader::years);
    Optional<String> offeringClass = part.text("class", text -> one(text, CLASSES));
    Optional<String> payment = part.text("payment", Function.identity());
    Optional<String> system = part.text("system", Function.identity());
    Optional<String> paid = part.textIfAny("paid", text -> one(text, PAID));
    Map<String, BigDecimal> upfront = amounts(part, "upfront", Money::parse);
    Map<String, BigDecimal> hourly = amounts(part, "hourly", Money::parsePerHour);
    String source = sources.in(part);
    part.end();
    Set<String> types = new TreeSet<>(upfront.keySet());
    types.addAll(hourly.keySet());
    if (years.isEmpty() || offeringClass.isEmpty() || payment.isEmpty() || system.isEmpty()) {
      return List.of();
    }
    boolean whileRunning = paid.map("while-running"::equals).orElse(false);
    List<ReservedOffer> offers = new ArrayList<>();
    for (String type : types) {
      BigDecimal once = upfront.getOrDefault(type, BigDecimal.ZERO);
      BigDecimal each = hourly.getOrDefault(type, BigDecimal.ZERO);
      List<Problem> problems = Problems.of()
          .addAll("", ReservedPrice.problems(once, each, years.get()))
          .list();
      part.build(true, problems, () -> new ReservedPrice(once, each, years.get(), whileRunning))
          .ifPresent(price -> offers.add(new ReservedOffer(
              type,
              system.get(),
              offeringClass.get().equals("convertible"),
              payment.get(),
              price,
              source)));
    }
    return offers;
  }

  static Map<String, BigDecimal> amounts(
      BookPart part, String field, Function<String, BigDecimal> meaning) {
    return part.partIfAny(field).map(each -> each.allTexts(meaning)).orElse(Map.of());
  }

  static int years(String text) {
    return switch (text) {
      case "1y" -> 1;
      case "3y" -> 3;
      default -> throw Figures.wrong("must be 1y or 3y, was " + Shown.quoted(text), "");
    };
  }

  static String one(String text, List<String> words) {
    if (!words.contains(text)) {
      throw Figures.wrong("unknown word " + Shown.quoted(text), Suggestion.cure(text, words));
    }
    return text;
  }
}

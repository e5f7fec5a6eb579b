package headroom.billing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import headroom.billing.TransferPrices.Tier;
import headroom.problem.InvalidInputException;
import headroom.problem.Problem;
import headroom.results.InstanceUsage.What;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PriceBookTest {

  @Test
  void aMissingTypeOrSystemNamesTheNearOnes() {
    assertEquals(
        List.of("the price book us-east-1/2026-07 has no type 'm5.larg'; did you mean 'm5.large'?"),
        texts(Books.OF_2026.typeProblems("m5.larg", "linux")));
    assertEquals(
        List.of("the price book us-east-1/2026-07 has no price of m5.large under 'windows'; known:"
            + " linux, suse"),
        texts(Books.OF_2026.typeProblems("m5.large", "windows")));
    assertEquals(List.of(), Books.OF_2026.typeProblems("m5.large", "suse"));
  }

  @Test
  void everythingThatABillLacksIsToldAtOnce() {
    var usage = Uses.runs(new What("web", "m7.huge", "a", "on-demand", "linux"), 0, 1);
    var wrong = assertThrows(
        InvalidInputException.class, () -> Bill.of(usage, Uses.window(60), Books.OF_2026));
    assertEquals(
        "groups.web: the price book us-east-1/2026-07 has no type 'm7.huge'; known: "
            + String.join(", ", Books.OF_2026.types().keySet()),
        wrong.getMessage());
  }

  @Test
  void aPriceNeedsARuleForItsSystem() {
    TypePrice large = Books.OF_2026.types().values().stream()
        .filter(type -> type.name().equals("m5.large"))
        .findFirst()
        .orElseThrow();
    assertEquals(
        List.of(
            "currency: must be USD, was EUR",
            "types.\"m5.large\".price.suse: is a price for an operating system that instance-time"
                + " does not have; known: linux"),
        texts(PriceBook.problems(
            "EUR",
            Set.of("linux"),
            Map.of("m5.large", Optional.of(large), "m5.rejected", Optional.empty()))));
    assertEquals(
        List.of("types: must list at least one instance type"),
        texts(PriceBook.problems("USD", Set.of("linux"), Map.of())));
  }

  @Test
  void figuresMustBePossible() {
    assertEquals(
        List.of(
            "vcpus: must be at least 1, was 0",
            "memory: must be above 0, was 0.0",
            "ecu: must be above 0, was -1.0",
            "price.linux: must be 0 or more, was -0.1"),
        texts(TypePrice.problems(
            0, 0, OptionalDouble.of(-1), Map.of("linux", new BigDecimal("-0.1")))));
    PerBytes price = PerBytes.gibibyte("0.09");
    assertEquals(
        List.of(
            "free: must be 0 or more, was -1 bytes",
            "tiers[1]: must end above the tier before it",
            "tiers[1]: must have no end, being the last; leave up-to out"),
        texts(TransferPrices.problems(-1, List.of(new Tier(10, price), new Tier(10, price)))));
    assertEquals(
        List.of(
            "price: must be 0 or more, was -1",
            "new-connections: must be above 0, was 0.0",
            "active-connections: must be above 0, was 0.0",
            "processed: must be above 0, was 0.0",
            "free-rules: must be 0 or more, was -1",
            "rule-evaluations: must be above 0, was 0.0"),
        texts(CapacityUnit.problems(BigDecimal.ONE.negate(), 0, 0, 0, OptionalDouble.of(0), -1)));
  }

  private static List<String> texts(List<Problem> problems) {
    return problems.stream().map(Problem::toString).toList();
  }
}

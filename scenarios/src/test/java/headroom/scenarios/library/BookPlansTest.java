package headroom.scenarios.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import headroom.billing.SavingsPlan;
import headroom.scenarios.text.InputException;
import headroom.scenarios.text.ScenarioFolder;
import headroom.scenarios.text.YamlReader;
import headroom.scenarios.yaml.PriceBookSource;
import headroom.scenarios.yaml.ScenarioReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A scenario's savings plan at the rates of its price book. */
class BookPlansTest {

  private static final PriceBookSource BOOKS = new PriceBookSource() {
    @Override
    public List<String> ids() {
      return PriceBooks.ids();
    }

    @Override
    public Optional<headroom.billing.PriceBook> book(String id) {
      return Optional.of(PriceBooks.load(id));
    }

    @Override
    public String cure(String id) {
      return PriceBooks.cure(id);
    }

    @Override
    public headroom.billing.PriceBook read(Path file) {
      return PriceBooks.read(file);
    }
  };

  private static SavingsPlan plan(String plan) {
    String text = """
        scenario: plan
        lasts: 1h
        workloads: {users: {to: web, rate: 1/s}}
        groups: {web: {type: t3.medium, size: {min: 1}, serves: {workers: 1, time: 1ms}}}
        commitments: {plan: {savings-plan: {per-hour: 1 USD/h%s}}}
        """.formatted(plan);
    return new ScenarioReader(BOOKS)
        .read(
            YamlReader.parse(text, "plan.yaml"),
            List.of(),
            new ScenarioFolder(Path.of("none"), false))
        .trial()
        .priceBook()
        .commitments()
        .plans()
        .get(0);
  }

  /** The sheet's t3.medium: standard 0.0261 and 0.0180, convertible 0.0300 and 0.0206. */
  @Test
  void itHasTheRatesOfItsTermPaymentAndKind() {
    assertEquals("0.0300", rate(plan("")));
    assertEquals("0.0206", rate(plan(", term: 3y")));
    assertEquals("0.0261", rate(plan(", family: t3")));
    assertEquals("0.0180", rate(plan(", family: t3, term: 3y")));
  }

  private static String rate(SavingsPlan plan) {
    return Optional.ofNullable(plan.rates().get("t3.medium"))
        .orElseThrow()
        .setScale(4)
        .toPlainString();
  }

  @Test
  void termsThatTheBookLacksAreAnsweredWithThoseItHas() {
    InputException wrong =
        assertThrows(InputException.class, () -> plan(", term: 3y, payment: all-upfront"));
    assertEquals(
        "the price book us-east-1/2026-07 has no compute plan of 3y all-upfront; there are"
            + " 1y no-upfront, 3y no-upfront; or say discount: 27%, or rates",
        wrong.complaints().get(0).message());
  }
}

package headroom.reports.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.Engine;
import headroom.billing.PriceBook;
import headroom.scenarios.experiment.BookComparison;
import headroom.scenarios.experiment.OtherBooks;
import headroom.scenarios.experiment.Outcome;
import headroom.scenarios.experiment.Runner;
import headroom.scenarios.experiment.Trial;
import headroom.scenarios.library.BookWriter;
import headroom.scenarios.library.PriceBooks;
import headroom.scenarios.text.ScenarioFolder;
import headroom.scenarios.text.YamlReader;
import headroom.scenarios.yaml.ScenarioReader;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A scenario under another provider's book of the user's own, its types mapped. */
class OtherProviderTest {

  private static final PriceBook OWN = PriceBooks.load("us-east-1/2026-07");

  /** Where c5.large, cheaper than m5.large at home, is the dearer one. */
  private static final PriceBook OTHER = PriceBooks.parse(
      BookWriter.write(OWN.overridden(
              Map.of("c5.large", new BigDecimal("0.20"), "m5.large", new BigDecimal("0.10")),
              Map.of(),
              Map.of()))
          .replace("Amazon Web Services", "Other Cloud")
          .replace("us-east-1/2026-07, overridden", "other/2026")
          .replace("m5.large:", "balanced-2:"),
      "other.yaml");

  private static String scenario(String price) {
    return """
        scenario: two-types
        lasts: 2h
        types: {m5.large: {core-speed: 1}, c5.large: {core-speed: 1}}
        workloads: {users: {to: web, rate: 0.1/s}}
        groups:
          web:
            type: m5.large
            other-types: [c5.large]
            zones: [a]
            size: {min: 2}
            mix: {on-demand-base: 0, on-demand-share: 0%, allocation: lowest-price, cheapest-pools: 1}
            serves: {workers: 2, time: 10ms}
        cloud:
          spot: [{type: m5.large, price: PRICE}, {type: c5.large, price: PRICE}]
        experiment: {replications: 2}
        """.replace("PRICE", price);
  }

  private static Outcome outcome(String price) throws InterruptedException {
    Trial trial = new ScenarioReader(new ShippedBooks())
        .read(
            YamlReader.parse(scenario(price), "two-types.yaml"),
            List.of(),
            new ScenarioFolder(Path.of("."), false))
        .trial();
    OtherBooks books = new OtherBooks(List.of(OTHER), Map.of("m5.large", "balanced-2"));
    return new Runner(
            (scenario, seed, shown) ->
                shown ? Engine.show(scenario, seed) : Engine.run(scenario, seed),
            1,
            (done, of) -> {})
        .run(trial.comparedWith(books), 1);
  }

  /** At home 4 h of c5.large at 40 % of 0.085, there of m5.large, which is called balanced-2. */
  @Test
  void whereSpotPricesFollowTheBookItIsSimulatedAgain() throws InterruptedException {
    Outcome outcome = outcome("40%");
    BookComparison other = outcome.compared().get(0);
    assertEquals("Other Cloud", other.book().provider());
    assertTrue(other.isSimulated());
    assertEquals(4 * 0.4 * 0.085, compute(outcome.estimates()), 1e-6);
    assertEquals(4 * 0.4 * 0.10, compute(other.estimates()), 1e-6);
    String told = String.join("\n", new BooksTable(outcome).lines(200));
    assertTrue(told.contains("simulated again for each book"), told);
    assertTrue(told.contains("other/2026 (m5.large as balanced-2)"), told);
  }

  /** In USD the scenario says what spot instances cost, whatever the book; nothing is run again. */
  @Test
  void wherePricesAreTheScenariosNothingIsSimulatedAgain() throws InterruptedException {
    Outcome outcome = outcome("0.03 USD/h");
    BookComparison other = outcome.compared().get(0);
    assertTrue(!other.isSimulated());
    assertEquals(compute(outcome.estimates()), compute(other.estimates()), 1e-12);
    String told = String.join("\n", new BooksTable(outcome).lines(200));
    assertTrue(told.contains("Nothing was simulated again"), told);
  }

  private static double compute(
      Map<headroom.results.Metric, headroom.statistics.Estimate> estimates) {
    return estimates.values().stream()
        .filter(each -> each.metric().flat().equals("cost.compute"))
        .findFirst()
        .orElseThrow()
        .mean();
  }

  /** On the command line: a file, its types mapped; without a mapping it names those it has. */
  @Test
  void aBookInAFileIsFoundAndItsLacksAreNamed(@TempDir Path home) throws java.io.IOException {
    Path file = home.resolve("other.yaml");
    java.nio.file.Files.writeString(file, BookWriter.write(OTHER));
    String out = "--out=" + home.resolve("out");
    Shell.Finished lacking = Shell.WIDE.run("run", "small-shop", out, "--prices=" + file);
    assertEquals(ExitCode.INPUT_WRONG, lacking.code());
    assertTrue(lacking.err().contains("other/2026 has no type 'm1.small'"), lacking.err());
    Shell.Finished mapped = Shell.WIDE.run(
        "run", "small-shop", out, "--prices=" + file, "--priced-as=m1.small=balanced-2");
    assertEquals(ExitCode.DONE, mapped.code(), mapped.err());
    assertTrue(mapped.out().contains("other/2026 (m1.small as balanced-2)"), mapped.out());
  }
}

package headroom.billing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import headroom.results.InstanceUsage;
import headroom.results.InstanceUsage.What;
import headroom.results.Usage;
import headroom.results.Usage.BalancerUsage;
import headroom.results.Usage.TransferUsage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The sheet's numbered vectors of billing, from {@code headroom/vectors/billing.csv}. */
class BillingVectorsTest {

  record Vector(
      int number,
      String rule,
      PriceBook book,
      String what,
      String given,
      String quantity,
      String unit,
      String usd) {

    @Override
    public String toString() {
      return "#" + number + " " + what + " " + given + " -> " + quantity + " " + unit + " " + usd;
    }

    /** What was given, as the named numbers of each part. */
    List<Map<String, Double>> numbers() {
      return Arrays.stream(given.split("\\|", -1))
          .map(part -> Arrays.stream(part.strip().split(" ", -1))
              .map(word -> word.split(":", -1))
              .collect(Collectors.toMap(word -> word[0], word -> Double.valueOf(word[1]))))
          .toList();
    }
  }

  static List<Vector> vectors(String rule) {
    try (InputStream in =
        BillingVectorsTest.class.getResourceAsStream("/headroom/vectors/billing.csv")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> Character.isDigit(line.charAt(0)))
          .map(line -> line.split(";", -1))
          .map(cell -> new Vector(
              Integer.parseInt(cell[0]),
              cell[1],
              Books.named(cell[2]),
              cell[3],
              cell[4],
              cell[5],
              cell[6],
              cell[7]))
          .filter(vector -> vector.rule().equals(rule))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<Vector> instanceTime() {
    return vectors("instance-time");
  }

  static List<Vector> transfer() {
    return vectors("transfer");
  }

  static List<Vector> balancer() {
    return vectors("balancer");
  }

  @Test
  void theTableIsWhole() {
    List<Integer> numbers = Stream.of("instance-time", "transfer", "balancer")
        .flatMap(rule -> vectors(rule).stream())
        .map(Vector::number)
        .toList();
    assertEquals(
        List.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 30, 31, 32, 33, 34, 37, 38, 39, 40),
        numbers);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void instanceTime(Vector vector) {
    String[] what = vector.what().split(" ", -1);
    InstanceUsage runs = runs(new What("web", what[0], "a", "on-demand", what[1]), vector.given());
    Bill bill = Bill.of(new Usage(runs, List.of(), List.of()), Uses.window(7_200), vector.book());
    Charge charge = bill.charges().get(0);
    BigDecimal billed = vector.unit().equals("Hours") ? charge.quantity() : bd(charge.count());
    assertEquals(1, bill.charges().size());
    assertEquals(0, billed.compareTo(new BigDecimal(vector.quantity())), () -> "was " + billed);
    assertUsd(vector, bill.total());
  }

  /** An instance lives through states one after the other; a run lasts while it is billed. */
  private static InstanceUsage runs(What what, String given) {
    InstanceUsage.Builder runs = new InstanceUsage.Builder();
    int kind = runs.kind(what);
    long now = 0;
    long began = -1;
    for (String step : given.split(" ", -1)) {
      String[] stateAndSeconds = step.split(":", -1);
      boolean billed =
          stateAndSeconds[0].equals("reboot") || state(stateAndSeconds[0]).billed();
      if (billed && began < 0) {
        began = now;
      } else if (!billed && began >= 0) {
        runs.add(kind, began * Uses.SECOND, now * Uses.SECOND);
        began = -1;
      }
      now += Long.parseLong(stateAndSeconds[1]);
    }
    if (began >= 0) {
      runs.add(kind, began * Uses.SECOND, now * Uses.SECOND);
    }
    return runs.build();
  }

  private static BilledState state(String word) {
    return BilledState.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void transfer(Vector vector) {
    BigDecimal usd = BigDecimal.ZERO;
    BigDecimal gib = BigDecimal.ZERO;
    for (Map<String, Double> month : vector.numbers()) {
      double[] out = {month.getOrDefault("out", 0.0) * Uses.GIB};
      double[] in = {month.getOrDefault("in", 0.0) * Uses.GIB};
      Usage usage = Uses.transfers(new TransferUsage("groups.web", out, in));
      Bill bill = Bill.of(usage, Uses.window(3_600), vector.book());
      usd = usd.add(bill.total());
      gib = gib.add(
          bill.charges().stream().map(Charge::quantity).reduce(BigDecimal.ZERO, BigDecimal::add));
    }
    assertEquals(0, gib.compareTo(new BigDecimal(vector.quantity())));
    assertUsd(vector, usd);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void balancer(Vector vector) {
    Map<String, Double> given = vector.numbers().get(0);
    double hours = given.getOrDefault("hours", 1.0);
    Usage usage = Uses.balancer(usage(vector.what(), hours, given));
    Bill bill = Bill.of(usage, Uses.window(Math.round(hours * 3_600)), vector.book());
    BigDecimal quantity = bill.charges().stream()
        .filter(charge -> charge.item().unitPrice().unit().equals(vector.unit()))
        .map(Charge::quantity)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
    assertEquals(0, quantity.compareTo(new BigDecimal(vector.quantity())), () -> "was " + quantity);
    assertUsd(vector, bill.total());
    assertEquals(2, bill.charges().size());
  }

  private static BalancerUsage usage(String type, double hours, Map<String, Double> given) {
    int count = (int) Math.ceil(hours);
    return new BalancerUsage(
        "lb",
        type,
        each(count, given.getOrDefault("new", 0.0) * 3_600),
        each(count, given.getOrDefault("active", 0.0)),
        each(count, given.getOrDefault("data", 0.0) * Uses.GIB / count),
        each(count, given.getOrDefault("new", 0.0) * 3_600));
  }

  /** The dimension of rule evaluations, which no run of this version can reach. */
  @Test
  void ruleEvaluationsAreADimension() {
    CapacityUnit unit = Books.OF_2026.balancer("application").capacityUnit().orElseThrow();
    assertEquals(4, unit.used(100 * 3_600, 4_000, 2 * Uses.GIB, 500 * 3_600));
    assertEquals(1.08, unit.used(3_600, 120, 1.08 * Uses.GIB, 250 * 3_600), 1e-12);
    assertEquals(5, unit.used(3_600, 120, 1.08 * Uses.GIB, 5_000 * 3_600));
    assertEquals(90 * 3_600, unit.ruleEvaluations(30 * 3_600, 13));
    assertEquals(0, unit.ruleEvaluations(30 * 3_600, 10));
  }

  private static double[] each(int count, double value) {
    double[] values = new double[count];
    Arrays.fill(values, value);
    return values;
  }

  private static BigDecimal bd(long value) {
    return BigDecimal.valueOf(value);
  }

  private static void assertUsd(Vector vector, BigDecimal actual) {
    if (!vector.usd().isEmpty()) {
      assertEquals(0, actual.compareTo(new BigDecimal(vector.usd())), () -> "was " + actual);
    }
  }
}

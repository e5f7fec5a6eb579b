package headroom.billing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import headroom.results.InstanceUsage.What;
import headroom.results.PricePath;
import headroom.results.ResourceUsage;
import headroom.results.ResourceUsage.EndedBy;
import headroom.supply.BurstVolume;
import headroom.vectors.Vectors;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The sheet's numbered vectors of spot, volumes, data and credits, from {@code bill-resources.csv};
 * on the rule, since no scenario has these things yet.
 */
class ResourceVectorsTest {

  private static final MathContext SIXTEEN = new MathContext(16);

  record Vector(List<String> cells) {

    @Override
    public String toString() {
      return "#" + String.join(" ", cells);
    }

    String word(int at) {
      return cells.get(2).split(" ", -1)[at];
    }

    double given(String name) {
      Map<String, Double> numbers = Arrays.stream(cells.get(3).split(" ", -1))
          .map(pair -> pair.split(":", -1))
          .collect(Collectors.toMap(pair -> pair[0], pair -> Double.valueOf(pair[1])));
      return numbers.getOrDefault(name, 0.0);
    }

    long nanos() {
      return Math.round(given("hours") * 3_600) * Uses.SECOND;
    }

    What what(String purchase) {
      return new What("web", word(0), "a", purchase, word(1));
    }
  }

  static List<Vector> vectors(boolean priced) {
    return Vectors.rows("bill-resources.csv").stream()
        .map(Vector::new)
        .filter(vector -> priced != vector.cells().get(1).startsWith("volume-"))
        .toList();
  }

  static List<Vector> costs() {
    return vectors(true);
  }

  static List<Vector> speeds() {
    return vectors(false);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void costs(Vector vector) {
    Bill bill =
        Bill.of(Uses.none().with(List.of(use(vector))), Uses.window(730 * 3_600), Books.OF_2026);
    assertEquals(0, bill.total().compareTo(new BigDecimal(vector.cells().get(6))), bill::toString);
    if (!vector.cells().get(4).isEmpty()) {
      List<Charge> charges = bill.charges();
      BigDecimal quantity =
          charges.stream().map(Charge::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
      BigDecimal wanted = new BigDecimal(vector.cells().get(4));
      assertEquals(0, wanted.compareTo(quantity.round(SIXTEEN)), quantity::toString);
      charges.forEach(charge ->
          assertEquals(vector.cells().get(5), charge.item().unitPrice().unit()));
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void speeds(Vector vector) {
    BurstVolume volume = new BurstVolume((int) vector.given("gib"));
    double found = vector.cells().get(1).equals("volume-burst")
        ? Math.rint(volume.burstSeconds((int) vector.given("iops")))
        : volume.baselineIops();
    assertEquals(Double.parseDouble(vector.cells().get(4)), found);
  }

  private static ResourceUsage use(Vector vector) {
    double[] bytes = {vector.given("gib") * Uses.GIB};
    return switch (vector.cells().get(1)) {
      case "spot" ->
        new ResourceUsage.Spot(
            vector.what("spot"),
            0,
            vector.nanos(),
            vector.word(2).equals("provider") ? EndedBy.PROVIDER : EndedBy.CUSTOMER,
            PricePath.constant(new BigDecimal(Double.toString(vector.given("price")))));
      case "between-zones" ->
        new ResourceUsage.BetweenZones("groups.web", "a", "groups.db", "b", bytes);
      case "gateway" -> new ResourceUsage.Gateway("nat.a", "a", 0, vector.nanos(), bytes);
      case "volume" ->
        new ResourceUsage.Volume(
            "groups.web",
            "a",
            vector.word(0),
            (int) vector.given("gib"),
            (int) vector.given("iops"),
            (int) vector.given("throughput"),
            0,
            vector.nanos());
      case "burst" ->
        new ResourceUsage.Burst(
            vector.what("on-demand"),
            0,
            vector.nanos(),
            vector.word(2).equals("stopped"),
            vector.given("earned"),
            IntStream.range(0, (int) vector.given("hours"))
                .mapToDouble(hour -> vector.given("vcpus") * vector.given("utilisation") * 60)
                .toArray());
      default -> throw new IllegalArgumentException(vector.toString());
    };
  }
}

package headroom.supply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.random.Chance;
import headroom.random.Stream;
import headroom.results.PricePath;
import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The law of a price that wanders: lognormal in the long run, and drawn back at its pace. */
class WanderingPriceTest {

  private static final int STEPS = 40_000;

  private static final Duration HOUR = Duration.ofHours(1);

  private static double[] prices(WanderingPrice law) {
    return prices(law, "zone-a");
  }

  private static double[] prices(WanderingPrice law, String zone) {
    Stream all = new Chance(1).of("cloud", "spot-price");
    PricePath path =
        law.path(BigDecimal.ONE, all.of(zone), all.of("m5.large"), STEPS * HOUR.toNanos());
    double[] prices = new double[STEPS];
    for (int i = 0; i < STEPS; i++) {
      prices[i] = path.perHour(path.at(i * HOUR.toNanos())).doubleValue();
      assertTrue(prices[i] > 0);
    }
    return prices;
  }

  /** Mean 1 and standard deviation 0.3, from values that hang together for two hours. */
  @Test
  void meanAndSpreadAreThoseSaid() {
    double[] prices = prices(new WanderingPrice(0.3, HOUR, HOUR));
    double sum = 0;
    double squares = 0;
    for (double price : prices) {
      sum += price;
      squares += price * price;
    }
    double mean = sum / STEPS;
    double sd = Math.sqrt(squares / STEPS - mean * mean);
    // Correlated values: (1 + ρ)/(1 − ρ) with ρ = 1/e makes 40,000 of them worth 18,500.
    assertEquals(1, mean, 3 * 0.3 / Math.sqrt(18_500));
    assertEquals(0.3, sd, 0.01);
  }

  /** The logarithm's correlation falls by 1/e in the time said. */
  @Test
  void deviationsFallAtTheirPace() {
    double[] prices = prices(new WanderingPrice(0.3, Duration.ofHours(4), HOUR));
    double centre = -Math.log(1.09) / 2;
    double own = 0;
    double lagged = 0;
    for (int i = 0; i + 4 < STEPS; i++) {
      double here = Math.log(prices[i]) - centre;
      own += here * here;
      lagged += here * (Math.log(prices[i + 4]) - centre);
    }
    assertEquals(Math.exp(-1), lagged / own, 0.03);
  }

  /** What is common to two zones is the share said of what moves each, which keeps its own spread. */
  @ParameterizedTest
  @ValueSource(doubles = {0, 0.6, 1})
  void zonesGoTogetherAsFarAsSaid(double correlation) {
    WanderingPrice law = new WanderingPrice(0.3, HOUR, HOUR, correlation);
    double[] here = prices(law, "zone-a");
    double[] there = prices(law, "zone-b");
    double centre = -Math.log(1.09) / 2;
    double own = 0;
    double both = 0;
    for (int i = 0; i < STEPS; i++) {
      double a = Math.log(here[i]) - centre;
      own += a * a;
      both += a * (Math.log(there[i]) - centre);
    }
    assertEquals(Math.log(1.09), own / STEPS, 0.003);
    assertEquals(correlation, both / own, 0.03);
  }

  /** Without a spread it is the price itself, told once. */
  @Test
  void withoutSpreadItStays() {
    PricePath path = new WanderingPrice(0, HOUR, HOUR)
        .path(
            new BigDecimal("0.0384"),
            new Chance(1).of("a", "b"),
            new Chance(1).of("a", "all"),
            STEPS * HOUR.toNanos());
    assertEquals(1, path.size());
    assertEquals(0, path.perHour(0).compareTo(new BigDecimal("0.0384")));
  }
}

package headroom.vectors;

import static org.junit.jupiter.api.Assertions.assertEquals;

import headroom.Engine;
import headroom.ScenarioBuilder;
import headroom.fault.InstanceFailures;
import headroom.fault.Recurring;
import headroom.random.Exponential;
import headroom.results.Run;
import headroom.spec.Health;
import headroom.spec.Scenario;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Platform sheet, vectors 49 to 51: what parts make of a system. */
class AvailabilityVectorsTest {

  private static final int HOURS = 6_000;

  /** Vector 49; and pets that are up for 99 % of the time, independently, through the engine. */
  @ParameterizedTest(name = "49: {0} of {1}")
  @CsvSource({"1, 2, 0.9999", "2, 3, 0.999702", "3, 5, 0.9999901494"})
  void kOfN(int k, int n, double expected) {
    assertEquals(expected, binomial(n, k, 0.99), 1e-10);
    Recurring part = new Recurring(new Exponential(99 * 3600), new Exponential(3600));
    assertEquals(0.99, part.availability(), 1e-15);
    Run run = Engine.run(pets(n, part), 1);
    // Outages of more than n - k at once last 1/(n - k + 1) h on average, and come as Poisson.
    double loss = 1 - expected;
    double mean = 1.0 / (n - k + 1);
    double sigma = Math.sqrt(2 * mean * loss / HOURS);
    assertEquals(
        expected, run.figure("groups.web.at-least." + k).orElseThrow(), 3.5 * sigma + 1e-5);
  }

  private static Scenario pets(int n, Recurring part) {
    Health keep = new Health(
        Health.Check.INSTANCE_STATUS, Health.DEFAULT_GRACE, Health.DEFAULT.status(), false);
    return new ScenarioBuilder()
        .rate(1.0 / 86_400)
        .size(n)
        .health(keep)
        .lasts(Duration.ofHours(HOURS))
        .failure(new InstanceFailures(
            "wear",
            "web",
            part.timeToFailure(),
            Optional.of(part.timeToRepair()),
            Optional.empty(),
            Optional.empty()))
        .build();
  }

  private static double binomial(int n, int k, double a) {
    double sum = 0;
    for (int up = k; up <= n; up++) {
      double choose = 1;
      for (int i = 1; i <= up; i++) {
        choose = choose * (n - up + i) / i;
      }
      sum += choose * Math.pow(a, up) * Math.pow(1 - a, n - up);
    }
    return sum;
  }

  /** Vector 50: five in series at 0.999; 1000 h up and 1 h down. */
  @ParameterizedTest(name = "50")
  @CsvSource({"0.995009990004999, 0.999000999"})
  void seriesAndRenewal(double series, double single) {
    assertEquals(series, Math.pow(0.999, 5), 1e-15);
    Recurring part = new Recurring(new Exponential(1000 * 3600), new Exponential(3600));
    assertEquals(single, part.availability(), 1e-9);
  }

  /** Vector 51: 100 instances must be left when a zone is gone. */
  @ParameterizedTest(name = "51: {0} zones, {1} in all")
  @CsvSource({"3, 150", "2, 200", "4, 136"})
  void staticStability(int zones, int all) {
    int inEach = (100 + zones - 2) / (zones - 1);
    assertEquals(all, zones * inEach);
  }
}

package headroom.supply;

import static org.junit.jupiter.api.Assertions.assertEquals;

import headroom.random.Chance;
import headroom.random.Stream;
import java.time.Duration;
import java.time.LocalDate;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Quotas, buckets and fluctuating quantities, each by itself. */
class SupplyRulesTest {

  @ParameterizedTest(name = "{0} counts with {1}")
  @CsvSource({
    "m5.large, standard",
    "t3.micro, standard",
    "c7g.xlarge, standard",
    "r5.2xlarge, standard",
    "i4i.large, standard",
    "g5.xlarge, g",
    "p4d.24xlarge, p",
    "inf1.xlarge, inf",
    "x2iedn.32xlarge, x",
    "vt1.3xlarge, g",
    "trn1.2xlarge, trn",
    "mac1.metal, mac",
  })
  void familiesShareQuotas(String type, String group) {
    assertEquals(group, Quotas.groupOf(new InstanceType(type, 2, 8)));
  }

  @Test
  void theEraOfCountsCameBeforeThatOfVcpus() {
    assertEquals(OptionalInt.of(20), Quotas.usualAt(LocalDate.of(2012, 4, 1)).instances());
    Quotas now = Quotas.usualAt(LocalDate.of(2026, 7, 1));
    assertEquals(OptionalInt.empty(), now.instances());
    InstanceType large = new InstanceType("m5.large", 2, 8);
    InstanceType gpu = new InstanceType("g5.xlarge", 4, 16);
    assertEquals(OptionalInt.of(32), now.vcpusFor(large, false));
    assertEquals(OptionalInt.empty(), now.vcpusFor(gpu, false));
    assertEquals(OptionalInt.of(5), now.vcpusFor(large, true));
    assertEquals(OptionalInt.of(0), now.vcpusFor(gpu, true));
  }

  /** Refill beyond the capacity is discarded, and a refused request takes nothing. */
  @Test
  void aBucketNeverHoldsMoreThanItsCapacity() {
    ApiLimit.Tokens tokens = new ApiLimit(5, 2).memory();
    assertEquals(5, tokens.available(3_600_000_000_000L), 0);
    assertEquals(false, tokens.take(6, 3_600_000_000_000L));
    assertEquals(5, tokens.available(3_600_000_000_000L), 0);
  }

  /** Asked ten times a second for an hour, a bucket gives its capacity and its refill. */
  @Test
  void aBusyBucketGivesItsCapacityAndItsRefill() {
    ApiLimit.Tokens tokens = new ApiLimit(5, 2).memory();
    int accepted = 0;
    for (int call = 0; call <= 36_000; call++) {
      accepted += tokens.take(1, call * 100_000_000L) ? 1 : 0;
    }
    assertEquals(5 + 2 * 3600, accepted);
  }

  /** Mean, variance and memory of an Ornstein-Uhlenbeck process, over 40,000 correlation times. */
  @Test
  void theWanderingQuantityHasItsMoments() {
    Stream luck = new Chance(1).of("cloud", "test");
    MeanReverting.Path path = new MeanReverting(30, 10, Duration.ofMinutes(10)).memory(luck);
    int n = 400_000;
    double[] x = new double[n];
    for (int i = 0; i < n; i++) {
      x[i] = path.at(i * 60_000_000_000L) - 30;
    }
    double mean = 0;
    double square = 0;
    double lagged = 0;
    for (int i = 10; i < n; i++) {
      mean += x[i] / (n - 10);
      square += x[i] * x[i] / (n - 10);
      lagged += x[i] * x[i - 10] / (n - 10);
    }
    // About n/20 independent values: standard errors 0.07 and 0.7 %.
    assertEquals(0, mean, 0.25);
    assertEquals(100, square, 3);
    assertEquals(Math.exp(-1), lagged / square, 0.02);
  }

  /** Whoever looks rarely sees the same course. */
  @Test
  void theCourseDoesNotDependOnWhoLooks() {
    Stream luck = new Chance(1).of("cloud", "test");
    MeanReverting law = new MeanReverting(30, 10, Duration.ofMinutes(10));
    MeanReverting.Path often = law.memory(luck);
    for (long minute = 0; minute < 100; minute++) {
      often.at(minute * 60_000_000_000L);
    }
    long moment = 100 * 60_000_000_000L;
    assertEquals(law.memory(luck).at(moment), often.at(moment), 0);
  }
}

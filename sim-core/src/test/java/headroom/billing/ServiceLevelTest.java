package headroom.billing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Fleet sheet, vectors 52 to 57, on the pure rule. */
class ServiceLevelTest {

  private static final long MONTH = 43_200;

  @ParameterizedTest(name = "{0}: {1} minutes down, {2}, credit {3}")
  @CsvSource({
    "52, 4, 0.999907, 0",
    "53, 5, 0.999884, 0.1",
    "54, 432, 0.99, 0.1",
    "54, 433, 0.989977, 0.3",
    "55, 2160, 0.95, 0.3",
    "55, 2161, 0.949977, 1",
  })
  void aRegionIsCreditedByItsMonthlyUptime(int vector, long down, double uptime, double credit) {
    assertEquals(uptime, ServiceLevel.uptime(down, MONTH), 1e-6);
    assertEquals(credit, ServiceLevel.REGION.credit(ServiceLevel.uptime(down, MONTH)));
  }

  @ParameterizedTest(name = "{0}: one instance, {1} minutes down, credit {2}")
  @CsvSource({"56, 216, 0", "56, 217, 0.1"})
  void anInstanceHasLimitsOfItsOwn(int vector, long down, double credit) {
    assertEquals(credit, ServiceLevel.INSTANCE.credit(ServiceLevel.uptime(down, MONTH)));
  }

  /** The agreement of load balancers, sheet §2.10 [B14]: in several zones, and in one. */
  @ParameterizedTest
  @CsvSource({"4, 0, 0", "5, 0.1, 0", "43, 0.1, 0", "44, 0.1, 0.1", "433, 0.3, 0.3", "2161, 1, 1"})
  void aBalancerHasAnAgreementOfItsOwn(long down, double several, double one) {
    double uptime = ServiceLevel.uptime(down, MONTH);
    assertEquals(several, ServiceLevel.BALANCER.credit(uptime));
    assertEquals(one, ServiceLevel.BALANCER_IN_ONE_ZONE.credit(uptime));
  }

  @ParameterizedTest(name = "{0}: {1} minutes of an hour, free: {2}")
  @CsvSource({"57, 6, false", "57, 7, true"})
  void anHourMostlyLostIsFree(int vector, double minutes, boolean free) {
    assertEquals(free, ServiceLevel.isHourFree(minutes));
  }
}

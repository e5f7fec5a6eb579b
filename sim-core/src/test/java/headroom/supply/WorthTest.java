package headroom.supply;

import static org.junit.jupiter.api.Assertions.assertEquals;

import headroom.random.Exponential;
import headroom.workload.Service;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a service measured on one type comes to on another. */
class WorthTest {

  /** ECU and vCPUs of the fleet sheet, section 3.1. */
  @ParameterizedTest(name = "{0}: {1} ECU on {2} cores, from {3}: {4} ECU on {5} -> {6} times")
  @CsvSource({
    "m1.large, 4, 2, m1.small, 1, 1, 0.5", // 1 ECU a core there, 2 here
    "c1.xlarge, 20, 8, m1.small, 1, 1, 0.4",
    "m1.small, 1, 1, c1.medium, 5, 2, 2.5",
    "m2.4xlarge, 26, 8, m2.xlarge, 6.5, 2, 1"
  })
  void classicTypesGoByComputeUnits(
      String own, double ecu, int cores, String other, double ecuThere, int coresThere, double x) {
    InstanceType here = new InstanceType(own, cores, 1).withCoreSpeed(ecu / cores);
    InstanceType there =
        new InstanceType(other, coresThere, 1).withCoreSpeed(ecuThere / coresThere);
    assertEquals(x, here.slowerThan(there).orElseThrow(), 1e-15);
  }

  @Test
  void aFamilyHasTheSameCoresAndNothingElseIsKnown() {
    InstanceType large = new InstanceType("m5.large", 2, 8);
    assertEquals(OptionalDouble.of(1), large.slowerThan(new InstanceType("m5.4xlarge", 16, 64)));
    assertEquals(OptionalDouble.empty(), large.slowerThan(new InstanceType("m7i.large", 2, 8)));
    assertEquals(
        OptionalDouble.empty(),
        large.slowerThan(new InstanceType("m5.xlarge", 4, 16).withCoreSpeed(1)));
  }

  @ParameterizedTest(name = "share {0}, {1} times as slow -> {2} s, CPU {3}")
  @CsvSource({"0.6, 0.5, 0.7, 1.7143", "1, 0.5, 0.5, 4", "0.25, 2, 1.25, 1.6"})
  void theComputingPartScales(double share, double slower, double seconds, double cpu) {
    Worth worth = new Worth(Optional.empty(), Optional.of(share), true);
    InstanceType own = new InstanceType("m5.xlarge", 4, 16);
    Service there = worth.of(new Service(4, 10, new Exponential(1)), own, slower);
    assertEquals(16, there.workers());
    assertEquals(seconds, there.time().mean(), 1e-12);
    assertEquals(seconds * -Math.log(0.5), there.time().quantile(0.5), 1e-12);
    assertEquals(cpu, worth.cpuWhenBusy(there, own, slower), 1e-4);
  }

  @Test
  void unsaidAllOfTheTimeScalesAndBusyIsCpu() {
    InstanceType own = new InstanceType("m5.xlarge", 4, 16);
    Service there = Worth.AS_MEASURED.of(new Service(4, 10, new Exponential(1)), own, 0.5);
    assertEquals(4, there.workers());
    assertEquals(0.5, there.time().mean(), 1e-12);
    assertEquals(1, Worth.AS_MEASURED.cpuWhenBusy(there, own, 0.5), 0);
  }
}

package headroom.vectors;

import static org.junit.jupiter.api.Assertions.assertEquals;

import headroom.Engine;
import headroom.ScenarioBuilder;
import headroom.ServiceBuilder;
import headroom.fault.Failure;
import headroom.fault.InstanceFailures;
import headroom.fault.ZoneFailure;
import headroom.random.Constant;
import headroom.random.Exponential;
import headroom.results.Run;
import headroom.spec.Group;
import headroom.spec.Health;
import headroom.spec.Scenario;
import headroom.spec.Size;
import headroom.workload.Call;
import headroom.workload.CallStep;
import headroom.workload.Client;
import headroom.workload.Fallback;
import headroom.workload.Service;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Platform sheet, vectors 50 and 51, seen in runs. */
class AvailabilityRunsTest {

  private static final Health KEEP = new Health(
      Health.Check.INSTANCE_STATUS, Health.DEFAULT_GRACE, Health.DEFAULT.status(), false);
  private static final Client PATIENT = new Client(Optional.of(Duration.ofSeconds(1)));
  private static final int SERIAL = 5;
  private static final int MINUTES = 40_000;

  /** Vector 50: a request that needs five parts, each up for 99.9 %, is answered in 99.501 %. */
  @Test
  void fiveInSeries() {
    Run run = Engine.run(chain(), 1);
    double expected = 0.995009990004999;
    // Outages of one minute on average come as Poisson: so many, each of a square of two minutes.
    double outages = SERIAL * MINUTES / 1000.0;
    double sigma = Math.sqrt(2 * outages) / MINUTES;
    assertEquals(expected, run.figure("availability.request").orElseThrow(), 3.5 * sigma);
    for (int part = 1; part < SERIAL; part++) {
      assertEquals(
          0.999, run.figure("groups.part-" + part + ".at-least.1").orElseThrow(), 3.5 * sigma);
    }
  }

  private static Scenario chain() {
    Scenario first = new ScenarioBuilder()
        .lasts(Duration.ofMinutes(MINUTES))
        .rate(1.0 / 30)
        .client(PATIENT)
        .size(1)
        .health(KEEP)
        .build();
    List<Group> groups = new ArrayList<>();
    groups.add(first.groups().get(0).toBuilder().serves(calling(1)).build());
    for (int part = 1; part < SERIAL; part++) {
      Service serves = part + 1 < SERIAL ? calling(part + 1) : serves().build();
      groups.add(Group.of("part-" + part, "m5.large", new Size(1, 1, 1), serves)
          .health(KEEP)
          .build());
    }
    return first.toBuilder()
        .groups(groups)
        .failures(groups.stream().<Failure>map(group -> wear(group.name())).toList())
        .build();
  }

  private static InstanceFailures wear(String group) {
    return new InstanceFailures(
        "wear-of-" + group,
        group,
        new Exponential(999 * 60),
        Optional.of(new Exponential(60)),
        Optional.empty(),
        Optional.empty());
  }

  private static Service calling(int part) {
    String next = "part-" + part;
    Call call =
        new Call(next, next, PATIENT, 1, 1, new Fallback.Fail(), Optional.empty(), List.of(), 0, 0);
    return serves().calls(new CallStep.One(call)).build();
  }

  private static ServiceBuilder serves() {
    return new ServiceBuilder(4, 10, new Constant(0.001));
  }

  /** Vector 51: so many over so many zones, of which one is lost, leave a hundred and no fewer. */
  @ParameterizedTest(name = "51: {0} zones, {1} in all")
  @CsvSource({"3, 150", "2, 200", "4, 136"})
  void aHundredAreLeft(int zones, int all) {
    String[] names = List.of("a", "b", "c", "d").subList(0, zones).toArray(String[]::new);
    Run run = Engine.check(
        new ScenarioBuilder()
            .lasts(Duration.ofMinutes(30))
            .rate(0.01)
            .time(new Constant(0.001))
            .zones(names)
            .size(all, all)
            .health(KEEP)
            .failure(new ZoneFailure("b", "b", Duration.ofMinutes(10), Duration.ofMinutes(10)))
            .build(),
        1);
    int left = all - all / zones;
    assertEquals(left, run.figure("groups.web.instances.min").orElseThrow());
    assertEquals(zones == 4 ? 102 : 100, left);
  }
}

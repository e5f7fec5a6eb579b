package headroom.scenarios.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;

import headroom.results.Unit;
import headroom.scenarios.experiment.Expectation;
import headroom.scenarios.experiment.Experiment;
import headroom.scenarios.experiment.Until;
import headroom.scenarios.text.ScenarioFolder;
import headroom.scenarios.wire.Wire;
import headroom.spec.Scenario;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EverythingTest {

  @Test
  void aScenarioWithEveryFieldReadsBackFromItsExplanation(@TempDir Path folder) throws IOException {
    ScenarioFolder beside = Everything.in(folder);
    Loaded once = Reading.loaded(Everything.text(), beside);
    Loaded twice = Reading.loaded(once.trial().origin().text(), beside);
    assertEquals(once.trial(), twice.trial());
    // Nothing is left to assume but what no field could say: hours of rates are UTC's.
    assertEquals(
        List.of(
            "workloads.users.rate.sum[2].daily=hours of UTC",
            "workloads.users.rate.sum[3].hourly=hours of UTC"),
        once.trial().origin().assumptions().stream()
            .map(assumed -> assumed.path() + "=" + assumed.value())
            .toList());
  }

  @Test
  void aScenarioWithEveryFieldTravels(@TempDir Path folder) throws IOException {
    Scenario scenario =
        Reading.loaded(Everything.text(), Everything.in(folder)).trial().scenario();

    assertEquals(scenario, Wire.read(Wire.bytes(scenario), Scenario.class));
  }

  @Test
  void limitsAreReadInTheUnitOfTheirMetric(@TempDir Path folder) throws IOException {
    Experiment experiment =
        Reading.loaded(Everything.text(), Everything.in(folder)).trial().experiment();
    List<Expectation> limits = experiment.expectations();
    assertEquals(96, limits.get(1).value());
    assertEquals(Unit.HOURS, limits.get(1).unit());
    assertEquals(0.5, limits.get(2).value());
    assertEquals(Unit.SECONDS, limits.get(2).unit());
    assertEquals(
        Optional.of(new Until("latency.mean", 0.005, Until.Measure.ABSOLUTE)),
        experiment.replications().until());
  }
}

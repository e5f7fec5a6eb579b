package headroom.reports.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import headroom.Engine;
import headroom.results.Run;
import headroom.scenarios.library.Library;
import headroom.scenarios.wire.Wire;
import headroom.spec.Scenario;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Scenarios and runs that travel to another machine arrive as what they were. */
class WireOnLibraryTest {

  static List<String> names() {
    return Library.names();
  }

  @ParameterizedTest
  @MethodSource("names")
  void aScenarioArrivesWhole(String name) throws IOException {
    Scenario scenario = scenario(name, List.of());
    byte[] bytes = Wire.bytes(scenario);

    assertArrayEquals(bytes, Wire.bytes(Wire.read(bytes, Scenario.class)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"retry-storm", "spot-mix", "ttl-failover"})
  void itRunsAsItDidHereAndItsRunComesBack(String name) throws IOException {
    Scenario here = scenario(name, List.of());
    Scenario there = Wire.read(Wire.bytes(here), Scenario.class);
    Run run = Engine.show(there, 7);
    byte[] bytes = Wire.bytes(run);

    assertEquals(Engine.show(here, 7).metrics(), run.metrics());
    assertArrayEquals(bytes, Wire.bytes(Wire.read(bytes, Run.class)));
  }

  private static Scenario scenario(String name, List<String> sets) {
    return new ScenarioShelf().read(name, sets, false).trial().scenario();
  }
}

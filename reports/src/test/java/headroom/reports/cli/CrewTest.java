package headroom.reports.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.results.Run;
import headroom.scenarios.experiment.EngineProvider;
import headroom.scenarios.experiment.RemoteEngine;
import headroom.scenarios.experiment.RunFunction;
import headroom.spec.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who runs the replications of a command. */
class CrewTest {

  private static final RunFunction LOCAL = (scenario, seed, shown) -> {
    throw new IllegalStateException("nothing is run here");
  };

  private final List<String> told = new ArrayList<>();

  /** A cluster of three slots that tells what is done with it. */
  private final class Three implements EngineProvider, RemoteEngine {

    @Override
    public String name() {
      return "spark";
    }

    @Override
    public RemoteEngine connect(String master) {
      told.add("connected to '" + master + "'");
      return this;
    }

    @Override
    public int slots() {
      return 3;
    }

    @Override
    public int callers() {
      return 7;
    }

    @Override
    public Run run(Scenario scenario, long seed, boolean shown) {
      return LOCAL.run(scenario, seed, shown);
    }

    @Override
    public void close() {
      told.add("closed");
    }
  }

  private static StudyOptions asking(String engine) {
    StudyOptions options = new StudyOptions();
    options.engine = engine;
    return options;
  }

  @Test
  void withoutAWordItIsThisMachine() {
    try (Crew crew = Crew.of(new StudyOptions(), LOCAL, List.of(new Three()))) {
      assertSame(LOCAL, crew.engine());
      assertEquals(Runtime.getRuntime().availableProcessors(), crew.threads());
    }
    assertEquals(List.of(), told);
  }

  @Test
  void aClusterIsAskedForAsManyAsItLikes() {
    StudyOptions options = asking("spark");
    options.master = Optional.of("spark://host:7077");
    Three cluster = new Three();
    try (Crew crew = Crew.of(options, LOCAL, List.of(cluster))) {
      assertSame(cluster, crew.engine());
      assertEquals(7, crew.threads());
    }
    assertEquals(List.of("connected to 'spark://host:7077'", "closed"), told);
  }

  @Test
  void threadsAreWhatWasAsked() {
    StudyOptions options = asking("spark");
    options.threads = Optional.of(5);
    try (Crew crew = Crew.of(options, LOCAL, List.of(new Three()))) {
      assertEquals(5, crew.threads());
    }
  }

  @Test
  void whatIsNotHereSaysHowToGetIt() {
    WrongUse refused =
        assertThrows(WrongUse.class, () -> Crew.of(asking("spark"), LOCAL, List.of()));

    assertTrue(
        String.valueOf(refused.getMessage())
            .contains("mvn -pl scenarios/spark -am package -DskipTests (docs/cluster.md)"),
        refused.getMessage());
  }
}

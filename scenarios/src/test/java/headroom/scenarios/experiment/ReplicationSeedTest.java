package headroom.scenarios.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReplicationSeedTest {

  /** Results of all versions hang on these: a changed value changes every published number. */
  @ParameterizedTest
  @CsvSource({
    "1, 1, 6791897765849424158",
    "1, 2, -1041056189838986770",
    "7, 1, -5137267319001854395",
    "-1, 100000, -767458275282098680"
  })
  void seedsArePinned(long scenarioSeed, int number, long seed) {
    assertEquals(seed, ReplicationSeed.of(scenarioSeed, number));
  }

  @Test
  void noTwoReplicationsOfNearbyScenarioSeedsShareASeed() {
    TreeSet<Long> seen = new TreeSet<>();
    for (long scenarioSeed = 0; scenarioSeed < 50; scenarioSeed++) {
      for (int number = 1; number <= 1000; number++) {
        seen.add(ReplicationSeed.of(scenarioSeed, number));
      }
    }
    assertEquals(50 * 1000, seen.size());
  }
}

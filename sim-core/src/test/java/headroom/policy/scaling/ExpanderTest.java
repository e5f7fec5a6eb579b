package headroom.policy.scaling;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which group of nodes grows, of three: the second has no room for a pod. */
class ExpanderTest {

  private static final List<Expander.Option> OPTIONS = List.of(
      new Expander.Option("small", 4, 8, 0.5),
      new Expander.Option("none", 0, 0, 0),
      new Expander.Option("large", 1, 8, 0.25),
      new Expander.Option("odd", 1, 9, 0.75));

  @ParameterizedTest(name = "{0} with luck {1}: {2}")
  @CsvSource({
    "LEAST_WASTE, 0.9, 2",
    "MOST_PODS, 0.1, 3",
    "RANDOM, 0.1, 0",
    "RANDOM, 0.5, 2",
    "RANDOM, 0.9999999999999999, 3"
  })
  void itTakesOneWithRoom(Expander expander, double luck, int taken) {
    assertEquals(taken, expander.choose(OPTIONS, Priorities.NONE, luck));
  }

  /** Two that waste alike, or hold as many: the lot decides between them, and none of the others. */
  @ParameterizedTest(name = "{0} with luck {1}: {2}")
  @CsvSource({
    "LEAST_WASTE, 0.49, 1",
    "LEAST_WASTE, 0.51, 2",
    "MOST_PODS, 0.32, 0",
    "MOST_PODS, 0.34, 1",
    "MOST_PODS, 0.99, 2"
  })
  void theLotDecidesBetweenEquals(Expander expander, double luck, int taken) {
    List<Expander.Option> equals = List.of(
        new Expander.Option("wasteful", 4, 8, 0.5),
        new Expander.Option("one", 1, 8, 0.25),
        new Expander.Option("other", 1, 8, 0.25));
    assertEquals(taken, expander.choose(equals, Priorities.NONE, luck));
  }

  @ParameterizedTest(name = "none {0}, small {1}, large {2}, odd none; luck {3}: {4}")
  @CsvSource({
    "9, 1, 5, 0.0, 2", // the highest with room
    "9, 5, 1, 0.9, 0",
    "9, 5, 5, 0.4, 0", // by lot among equals
    "9, 5, 5, 0.6, 2",
    "9, 0, 0, 0.9, 2" // nought is a priority: more than none
  })
  void theHighestPriorityGrows(int none, int small, int large, double luck, int taken) {
    Priorities priorities =
        new Priorities(new TreeMap<>(Map.of("none", none, "small", small, "large", large)));
    assertEquals(taken, Expander.PRIORITY.choose(OPTIONS, priorities, luck));
  }

  /** Where none of those with a priority has room, any of the others may grow. */
  @Test
  void withoutPrioritiesTheLotDecides() {
    Priorities elsewhere = new Priorities(new TreeMap<>(Map.of("none", 9)));
    assertEquals(0, Expander.PRIORITY.choose(OPTIONS, elsewhere, 0.2));
    assertEquals(3, Expander.PRIORITY.choose(OPTIONS, elsewhere, 0.8));
    assertEquals(-1, Expander.PRIORITY.choose(OPTIONS.subList(1, 2), elsewhere, 0.8));
  }
}

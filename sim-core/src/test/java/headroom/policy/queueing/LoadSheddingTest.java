package headroom.policy.queueing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whom a full instance turns away. */
class LoadSheddingTest {

  @ParameterizedTest(name = "{0} on the instance, priority {1}: {2}")
  @CsvSource({
    "39, 0, false",
    "40, 0, true",
    "29, 1, false",
    "30, 1, true",
    "19, 2, false",
    "20, 2, true",
    "1, 9, true",
    "0, 9, false"
  })
  void theLowerItsPriorityTheEarlierARequestIsShed(int onInstance, int priority, boolean shed) {
    assertEquals(shed, new LoadShedding(40, 10).sheds(onInstance, priority));
  }
}

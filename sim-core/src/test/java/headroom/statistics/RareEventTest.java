package headroom.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RareEventTest {

  /** Garwood's limits, as tables print them. */
  @ParameterizedTest(name = "{0} seen: at most {1}")
  @CsvSource({"0, 2.995732", "1, 4.743865", "2, 6.295794", "4, 9.153519", "10, 16.962219"})
  void theExactPoissonLimit(long seen, double limit) {
    assertEquals(limit, RareEvent.upperCount(seen), 1e-6);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 | 30     | none seen in 30 simulated days; up to 37 a year cannot be excluded",
        "0 | 3650   | none seen in 3650 simulated days; up to 0.3 a year cannot be excluded",
        "0 | 36500  | none seen in 36500 simulated days; up to 0.03 a year cannot be excluded",
        "0 | 1.25   | none seen in 1.3 simulated days; up to 875 a year cannot be excluded",
        "2 | 300    | 2 seen in 300 simulated days; up to 7.7 a year cannot be excluded",
      })
  void theSentenceIsReady(long seen, double days, String sentence) {
    assertEquals(sentence, RareEvent.sentence(seen, days));
  }
}

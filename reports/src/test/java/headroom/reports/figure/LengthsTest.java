package headroom.reports.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LengthsTest {

  @ParameterizedTest(name = "{0} s is {1}")
  @CsvSource({
    "259200, 3 days",
    "86400, 1 day",
    "129600, 36 hours",
    "3600, 1 hour",
    "360, 6 minutes",
    "90, 90 s",
    "255600, 2.96 days",
    "0.5, 0.5 s"
  })
  void lengths(double seconds, String words) {
    assertEquals(words, Lengths.words(seconds));
  }
}

package headroom.reports.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class ScaleTest {

  @Test
  void ticksAreRoundNumbersThatHoldTheLargest() {
    assertEquals(
        List.of("0", "200", "400", "600"), labels(Scale.linear("x", Form.NUMBER), 0, 530, 5));
    assertEquals(
        List.of("0.0 %", "0.5 %", "1.0 %", "1.5 %"),
        labels(Scale.linear("x", Form.SHARE), 0, 0.012, 4));
    assertEquals("cost, USD", Scale.linear("cost", Form.MONEY).label());
    assertEquals("USD per day", Scale.linear("USD per day", Form.MONEY).label());
    assertEquals("latency", Scale.logarithmic("latency", Form.DURATION).label());
  }

  @Test
  void aShareEndsAtOneHundredPercent() {
    List<String> labels = labels(Scale.share("x"), 0, 0.3, 5);
    assertEquals("100 %", labels.get(labels.size() - 1));
  }

  @Test
  void aShareThatIsNextToNothingHasAnAxisOfItsOwnSize() {
    List<String> labels = labels(Scale.linear("x", Form.SHARE), 0, 1e-150, 4);
    assertEquals("0.00010 %", labels.get(labels.size() - 1));
  }

  @Test
  void aLogarithmicAxisHasDecades() {
    assertEquals(
        List.of("10 ms", "100 ms", "1 s"),
        labels(Scale.logarithmic("x", Form.DURATION), 0.06, 0.9, 5));
  }

  @Test
  void everyAxisHoldsItsValuesAndHasFewTicks() {
    for (double high = 1e-6; high < 1e9; high *= 1.9) {
      for (Scale scale : List.of(Scale.linear("", Form.NUMBER), Scale.linear("", Form.DURATION))) {
        List<Tick> ticks = scale.ticks(0, high, 5);
        assertTrue(ticks.get(ticks.size() - 1).at() >= high * (1 - 1e-6), "" + high);
        assertTrue(ticks.size() <= 8, high + ": " + ticks.size());
      }
    }
  }

  @Test
  void nothingButZerosStillMakesAnAxis() {
    assertEquals("0", labels(Scale.linear("x", Form.NUMBER), 0, 0, 2).get(0).substring(0, 1));
  }

  private static List<String> labels(Scale scale, double low, double high, int wanted) {
    return scale.ticks(low, high, wanted).stream()
        .map(tick -> tick.label().replace('\u00A0', ' '))
        .toList();
  }
}

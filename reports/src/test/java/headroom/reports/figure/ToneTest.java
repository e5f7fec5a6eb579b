package headroom.reports.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.Test;

/** Contrast by WCAG 2.1: 4.5 for text, 3 for what must be seen in a picture. */
class ToneTest {

  @Test
  void noTwoTonesShareAColour() {
    long different =
        Arrays.stream(Tone.values()).mapToInt(Tone::lightRgb).distinct().count();
    assertEquals(Tone.values().length, different);
  }

  @Test
  void everythingIsReadableOnPaper() {
    for (ToIntFunction<Tone> page : List.<ToIntFunction<Tone>>of(Tone::lightRgb, Tone::darkRgb)) {
      int paper = page.applyAsInt(Tone.PAPER);
      for (Tone text : List.of(Tone.TEXT, Tone.FAINT, Tone.FIRST)) {
        assertTrue(contrast(page.applyAsInt(text), paper) >= 4.5, text.name());
      }
      for (Tone line : Tone.series()) {
        assertTrue(contrast(page.applyAsInt(line), paper) >= 2.9, line.name());
      }
    }
  }

  @Test
  void neighboursDifferInGreyscaleOrElseInDash() {
    List<Tone> series = Tone.series();
    for (int i = 1; i < series.size(); i++) {
      Tone one = series.get(i - 1);
      Tone two = series.get(i);
      assertTrue(contrast(one.lightRgb(), two.lightRgb()) > 1.25, one + " " + two + " light");
      assertTrue(contrast(one.darkRgb(), two.darkRgb()) > 1.15, one + " " + two + " dark");
      assertTrue(!one.dash().equals(two.dash()), one + " " + two);
    }
  }

  private static double contrast(int one, int two) {
    double a = luminance(one) + 0.05;
    double b = luminance(two) + 0.05;
    return Math.max(a, b) / Math.min(a, b);
  }

  private static double luminance(int rgb) {
    return 0.2126 * linear(rgb >> 16 & 255)
        + 0.7152 * linear(rgb >> 8 & 255)
        + 0.0722 * linear(rgb & 255);
  }

  private static double linear(int channel) {
    double c = channel / 255.0;
    return c <= 0.03928 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
  }
}

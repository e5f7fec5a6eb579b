package headroom.reports.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import headroom.reports.figure.Layer;
import headroom.reports.figure.Points;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Lines that can be told apart, and what becomes of the others. */
class BundleTest {

  /** Line number i is at i, but for a gap at first. */
  private static Bundle of(int lines) {
    Bundle bundle = new Bundle(Layer.Shape.LINE);
    for (int i = 1; i <= lines; i++) {
      double[] y = {Double.NaN, i};
      bundle.add("line " + i, Points.of(new double[] {0, 60}, y));
    }
    return bundle;
  }

  private static List<String> names(Bundle bundle) {
    return bundle.layers().stream().map(Layer::name).toList();
  }

  @Test
  void sixHaveALineEach() {
    assertEquals(IntStream.rangeClosed(1, 6).mapToObj(i -> "line " + i).toList(), names(of(6)));
    assertEquals("", of(6).said());
  }

  @Test
  void ofMoreTheHighestAreDrawnAndTheOthersAsTheirMean() {
    Bundle eight = of(8);
    assertEquals(
        List.of("line 4", "line 5", "line 6", "line 7", "line 8", "mean of 3 others"),
        names(eight));
    Points mean = eight.layers().get(5).points();
    assertEquals(Double.NaN, mean.y(0));
    assertEquals(2, mean.y(1));
    assertEquals(6, eight.layers().stream().map(Layer::tone).distinct().count());
    assertEquals(
        " Of 8 lines the 5 with the highest peaks are drawn, the others as their mean.",
        eight.said());
  }

  @Test
  void aLineWithoutValuesIsTheFirstToGo() {
    Bundle seven = of(6);
    seven.add("nothing", Points.of(new double[] {0, 60}, new double[] {Double.NaN, Double.NaN}));
    assertEquals(
        List.of("line 2", "line 3", "line 4", "line 5", "line 6", "mean of 2 others"),
        names(seven));
    assertEquals(1, seven.layers().get(5).points().y(1));
  }
}

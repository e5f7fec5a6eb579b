package headroom.reports.chart;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.reports.figure.Form;
import headroom.reports.figure.Layer;
import headroom.reports.figure.Level;
import headroom.reports.figure.Points;
import headroom.reports.figure.Scale;
import headroom.reports.figure.Tone;
import java.util.List;
import org.junit.jupiter.api.Test;

class LevelSideTest {

  @Test
  void aNameGoesToTheRightOnlyWhereACurveRunsThroughItAtTheLeft() {
    LevelSide rising = side(new double[] {0, 10, 90, 100}, new double[] {0, 25, 75, 100});
    assertTrue(rising.isRight(new Level("P5", 5)));
    assertFalse(rising.isRight(new Level("P50", 50)));
    assertFalse(rising.isRight(new Level("P95", 95)));
  }

  @Test
  void itStaysAtTheLeftWhereCurvesRunAtBothEnds() {
    LevelSide flat = side(new double[] {0, 100}, new double[] {52, 52});
    assertFalse(flat.isRight(new Level("target", 50)));
  }

  @Test
  void whatLiesBelowTheLineDoesNotCrossItsName() {
    LevelSide below = side(new double[] {0, 50, 100}, new double[] {49, 49, 80});
    assertFalse(below.isRight(new Level("target", 50)));
  }

  private static LevelSide side(double[] x, double[] y) {
    Layer line = new Layer("one", Tone.FIRST, Layer.Shape.STEP, Points.of(x, y));
    return new LevelSide(List.of(line), Scale.linear("share", Form.NUMBER), 0, 100, 100);
  }
}

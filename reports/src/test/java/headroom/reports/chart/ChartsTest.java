package headroom.reports.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.reports.figure.BarFigure;
import headroom.reports.figure.Caption;
import headroom.reports.figure.Figure;
import headroom.reports.figure.Form;
import headroom.reports.figure.Lane;
import headroom.reports.figure.Layer;
import headroom.reports.figure.Layer.Shape;
import headroom.reports.figure.Level;
import headroom.reports.figure.Points;
import headroom.reports.figure.Scale;
import headroom.reports.figure.TimeFigure;
import headroom.reports.figure.TimeSpan;
import headroom.reports.figure.Tone;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ChartsTest {

  private static final String NASTY = "<script>alert('x')</script>\"&\u202Eevil";

  private static TimeFigure lines(String name, Shape shape, double... values) {
    return new TimeFigure(
        new Caption("figure-1", "title", name, ""),
        new TimeSpan(ZonedDateTime.parse("2026-11-27T00:00:00Z"), 0, 100 * values.length),
        Scale.linear("things per second", Form.NUMBER),
        List.of(new Layer(name, Tone.FIRST, shape, Points.steps(0, 100, values))),
        List.of(new Level("target", 3)),
        List.of(new Lane.Span(100, 200)),
        List.of(new Lane("launches (1)", Tone.SECOND, List.of(Lane.Span.moment(150)))));
  }

  private static BarFigure bars(String name) {
    return new BarFigure(
        new Caption("bars-1", "title", "finding", ""),
        Scale.linear("USD", Form.MONEY),
        List.of(
            new BarFigure.Bar(name, Tone.FIRST, 12, 10, 14, "12 ± 2 USD"),
            new BarFigure.Bar("none", Tone.FIRST, 0, Double.NaN, Double.NaN, "0 USD")));
  }

  private static List<Figure> figures() {
    return List.of(
        lines("a line", Shape.LINE, 1, 2, Double.NaN, 4, Double.NaN),
        lines("a step", Shape.STEP, 1, 1, Double.NaN, 4, 4),
        lines("a band", Shape.STACK, 1, 2, Double.NaN, 4, 5),
        lines("a slope", Shape.SLOPED_STACK, 1, 2, 3, 4, 5),
        lines("filled", Shape.FILL, Double.NaN, 2, 3, 4, 5),
        lines("nothing at all", Shape.LINE, Double.NaN, Double.NaN),
        lines("only zeros", Shape.STACK, 0, 0),
        lines(NASTY, Shape.LINE, 1, 2),
        bars("compute"),
        bars(NASTY));
  }

  @Test
  void everyChartIsWellFormedAndHasNoNumberThatIsNone() {
    for (Figure figure : figures()) {
      for (Layout layout : List.of(Layout.WIDE, Layout.NARROW)) {
        String svg = Charts.svg(figure, layout).markup();
        Xml.parse(svg);
        assertFalse(svg.contains("NaN") || svg.contains("Infinity"), svg);
      }
    }
  }

  @Test
  void namesStayText() {
    for (Figure figure : List.of(lines(NASTY, Shape.LINE, 1, 2), bars(NASTY))) {
      String svg = Charts.svg(figure, Layout.WIDE).markup();
      assertFalse(svg.contains("<script"));
      assertFalse(svg.contains("\u202E"));
      assertTrue(svg.contains("&lt;script&gt;"));
    }
  }

  @Test
  void theSameFigureGivesTheSameBytes() {
    Figure figure = lines("a", Shape.FILL, 1, 2, 3);
    assertEquals(
        Charts.svg(figure, Layout.WIDE).markup(),
        Charts.svg(figure, Layout.WIDE).markup());
  }

  @Test
  void idsAreTheFiguresOwn() {
    Set<String> ids = new TreeSet<>();
    for (Layout layout : List.of(Layout.WIDE, Layout.NARROW)) {
      Matcher id = Pattern.compile(" id=[\"']([^\"']*)")
          .matcher(Charts.svg(lines("a", Shape.LINE, 1, 2), layout).markup());
      while (id.find()) {
        assertTrue(id.group(1).startsWith("figure-1-" + layout.name()), id.group(1));
        assertTrue(ids.add(id.group(1)), id.group(1));
      }
    }
    assertTrue(ids.size() > 2);
  }

  @Test
  void coloursAreThePagesVariables() {
    String svg = Charts.svg(lines("a", Shape.STACK, 1, 2), Layout.WIDE).markup();
    assertFalse(svg.contains("rgb("), svg);
    assertTrue(svg.contains("var(--tone-first,#163f82)"));
  }

  @Test
  void theTextAlternativeIsTheFinding() {
    String svg =
        Charts.svg(lines("what it says", Shape.LINE, 1, 2), Layout.WIDE).markup();
    assertTrue(svg.contains("role=\"img\" aria-label=\"what it says\""));
  }

  @Test
  void aMonthOfMinutesStaysSmall() {
    double[] many = new double[43_200];
    java.util.Arrays.setAll(many, i -> 100 + 50 * Math.sin(i / 200.0) + i % 7);
    String svg = Charts.svg(lines("demand", Shape.LINE, many), Layout.WIDE).markup();
    assertTrue(svg.length() < 100_000, "" + svg.length());
  }
}

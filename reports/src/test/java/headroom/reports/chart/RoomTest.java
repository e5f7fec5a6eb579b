package headroom.reports.chart;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.reports.figure.BarFigure;
import headroom.reports.figure.Caption;
import headroom.reports.figure.CurveFigure;
import headroom.reports.figure.Form;
import headroom.reports.figure.Lane;
import headroom.reports.figure.Layer;
import headroom.reports.figure.Level;
import headroom.reports.figure.Points;
import headroom.reports.figure.Scale;
import headroom.reports.figure.Tick;
import headroom.reports.figure.TimeFigure;
import headroom.reports.figure.TimeSpan;
import headroom.reports.figure.Tone;
import java.awt.font.FontRenderContext;
import java.awt.geom.Rectangle2D;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/** Everything written in a chart lies inside it, and nothing on top of something else. */
class RoomTest {

  @Test
  void namesAtTheEndAreMovedApart() {
    List<EndLabels.Label> labels =
        List.of(label(100), label(101), label(102), label(180), label(199));
    double[] y = EndLabels.apart(labels, 16, new Rectangle2D.Double(0, 0, 500, 200));
    assertArrayEquals(new double[] {100, 116, 132, 176, 192}, y);
  }

  private static EndLabels.Label label(double y) {
    return new EndLabels.Label("x", Tone.FIRST, false, y);
  }

  @Test
  void noTextLeavesTheImageOrCoversOther() {
    for (double days : new double[] {0.05, 1, 3, 9, 40, 500}) {
      for (Layout layout : List.of(Layout.WIDE, Layout.NARROW)) {
        check(Charts.svg(figure(days), layout).markup(), layout, days);
      }
    }
  }

  @Test
  void theTicksOfACurveHaveRoom() {
    List<Tick> ticks = List.of(
        new Tick(0.301, "50"),
        new Tick(1, "90"),
        new Tick(2, "99"),
        new Tick(3, "99.9"),
        new Tick(4, "99.99"),
        new Tick(5, "99.999"));
    Points points = Points.of(new double[] {0.301, 5}, new double[] {0.01, 8});
    CurveFigure curve = new CurveFigure(
        new Caption("curve", "t", "f", ""),
        "% of requests answered within",
        ticks,
        Scale.logarithmic("latency, logarithmic", Form.DURATION),
        List.of(new Layer("latency", Tone.FIRST, Layer.Shape.LINE, points)),
        List.of(new Level("target for p99: 500 ms", 0.5)));
    for (Layout layout : List.of(Layout.WIDE, Layout.NARROW)) {
      check(Charts.svg(curve, layout).markup(), layout, 0);
    }
  }

  @Test
  void longNumbersBeneathAnAxisStayInTheImageAndApart() {
    for (double longest : new double[] {1.4e6, 1.4e9}) {
      BarFigure bars = new BarFigure(
          new Caption("bars", "t", "f", ""),
          Scale.linear("requests", Form.NUMBER),
          List.of(
              new BarFigure.Bar("a", Tone.FIRST, longest, Double.NaN, Double.NaN, "many"),
              new BarFigure.Bar("b", Tone.FIRST, longest / 2, Double.NaN, Double.NaN, "half")));
      for (Layout layout : List.of(Layout.WIDE, Layout.NARROW)) {
        check(Charts.svg(bars, layout).markup(), layout, 0);
      }
    }
  }

  /** However many events a lane has, the picture is not larger than what can be seen. */
  @Test
  void marksThatCannotBeToldApartAreDrawnOnce() {
    List<Lane.Span> moments = new ArrayList<>();
    for (int i = 0; i < 100_000; i++) {
      moments.add(Lane.Span.moment(i * 315));
    }
    TimeFigure year = new TimeFigure(
        new Caption("year", "t", "f", ""),
        new TimeSpan(ZonedDateTime.parse("2026-01-01T00:00:00Z"), 0, 31_536_000),
        Scale.linear("requests per second", Form.NUMBER),
        List.of(),
        List.of(),
        List.of(),
        List.of(new Lane("launches (100000)", Tone.FIRST, moments)));
    String svg = Charts.svg(year, Layout.WIDE).markup();
    assertTrue(svg.length() < 10_000, "" + svg.length());
    assertEquals(
        List.of(new Lane.Span(0, 12), new Lane.Span(30, 40), new Lane.Span(50, 53)),
        new Lane(
                "x",
                Tone.FIRST,
                List.of(
                    Lane.Span.moment(50),
                    Lane.Span.moment(0),
                    new Lane.Span(2, 12),
                    new Lane.Span(30, 40),
                    new Lane.Span(31, 33)))
            .merged(3));
  }

  private static TimeFigure figure(double days) {
    List<Layer> layers = new ArrayList<>();
    for (Tone tone : Tone.series()) {
      double level = 900 + layers.size();
      Points points = Points.steps(0, days * 864, new double[] {5, level, level});
      layers.add(new Layer("a rather long name " + tone, tone, Layer.Shape.LINE, points));
    }
    return new TimeFigure(
        new Caption("room", "t", "f", ""),
        new TimeSpan(ZonedDateTime.parse("2026-09-27T00:00:00Z"), 0, days * 86_400),
        Scale.linear("requests per second", Form.NUMBER),
        layers,
        List.of(),
        List.of(),
        List.of(new Lane("outage ".repeat(40), Tone.TROUBLE, List.of(Lane.Span.moment(9)))));
  }

  private static void check(String svg, Layout layout, double days) {
    List<Rectangle2D> taken = new ArrayList<>();
    for (Element text : Xml.all(svg, "text")) {
      Rectangle2D box = box(text, layout);
      String what = text.getTextContent() + " over " + days + " days, " + layout.name();
      assertTrue(box.getMinX() >= -1 && box.getMaxX() <= layout.width() + 1, what + " " + box);
      assertTrue(taken.stream().noneMatch(box::intersects), what);
      taken.add(box);
    }
    assertTrue(taken.size() > 4);
  }

  private static Rectangle2D box(Element text, Layout layout) {
    double width = Fonts.plain(layout.fontSize())
        .getStringBounds(text.getTextContent(), new FontRenderContext(null, true, true))
        .getWidth();
    double x = Double.parseDouble(text.getAttribute("x"));
    double y = Double.parseDouble(text.getAttribute("y"));
    return new Rectangle2D.Double(x, y - 0.7 * layout.fontSize(), width, 0.7 * layout.fontSize());
  }

  @Test
  void aMachineWithoutFontsIsTold() {
    NoFontsException e = assertThrows(
        NoFontsException.class,
        () -> Fonts.require(() -> {
          throw new InternalError("java.lang.reflect.InvocationTargetException");
        }));
    assertTrue(e.toString().contains("apt-get install fontconfig fonts-dejavu-core"));
    assertInstanceOf(InternalError.class, e.getCause());
  }
}

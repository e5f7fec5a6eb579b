package headroom.reports.chart;

import headroom.reports.figure.Band;
import headroom.reports.figure.Lane;
import headroom.reports.figure.Layer;
import headroom.reports.figure.Level;
import headroom.reports.figure.Points;
import headroom.reports.figure.Scale;
import headroom.reports.figure.Thinning;
import headroom.reports.figure.Tone;
import java.awt.Color;
import java.awt.Stroke;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.annotations.XYPolygonAnnotation;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.IntervalMarker;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.AbstractXYItemRenderer;
import org.jfree.chart.renderer.xy.XYAreaRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.XYSeriesCollection;

/** Puts the series, target lines and shaded stretches of a figure into a plot. */
final class Layers {

  private static final double PLOT = 0.75;

  private final XYPlot plot;
  private final Scale scale;
  private final int columns;

  private Layers(XYPlot plot, Scale scale, int width) {
    this.plot = plot;
    this.scale = scale;
    // One for each pixel of the plot, which is a part of the image.
    this.columns = (int) (PLOT * width);
    plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
  }

  static Layers into(XYPlot plot, Scale scale, int width) {
    return new Layers(plot, scale, width);
  }

  /** The layers with each stacked one lifted by those before it. */
  static List<Layer> piled(List<Layer> layers) {
    List<Layer> result = new ArrayList<>();
    Points below = null;
    for (Layer layer : layers) {
      if (layer.stacked()) {
        below =
            below == null ? layer.points().plus(layer.points().zero()) : below.plus(layer.points());
        result.add(layer.with(below));
      } else {
        result.add(layer);
      }
    }
    return result;
  }

  /** Adds layers that {@link #piled} has lifted: bands from the top down, then lines over all. */
  void add(List<Layer> piled) {
    List<Layer> bands = piled.stream().filter(Layer::stacked).toList();
    List<Layer> lines = piled.stream().filter(layer -> !layer.stacked()).toList();
    for (int i = bands.size() - 1; i >= 0; i--) {
      addBand(bands.get(i));
    }
    for (int i = lines.size() - 1; i >= 0; i--) {
      addLine(lines.get(i), !bands.isEmpty());
    }
  }

  // Bands are tinted, so each needs bare paper under it where a larger one lies; the full colour
  // along its top keeps a band of one step visible.
  private void addBand(Layer layer) {
    add(layer, area(Theme.color(Tone.PAPER)));
    add(layer, area(Theme.tint(layer.tone(), Theme.BAND)));
    add(layer, line(Theme.color(layer.tone()), Theme.solid(1)));
  }

  private void addLine(Layer layer, boolean overBands) {
    // A pale line sets off one that runs over bands.
    if (overBands) {
      add(layer, halo(4));
    }
    if (layer.shape() == Layer.Shape.FILL) {
      add(layer, area(Theme.tint(layer.tone(), 0.14)));
    }
    add(layer, line(Theme.color(layer.tone()), Theme.stroke(layer.tone(), 1.8)));
  }

  private void add(Layer layer, AbstractXYItemRenderer renderer) {
    XYSeriesCollection data = new XYSeriesCollection();
    data.addSeries(Outline.of(layer.with(Thinning.to(layer.points(), columns)), scale));
    int index = plot.getDatasetCount();
    plot.setDataset(index, data);
    plot.setRenderer(index, renderer);
  }

  private static XYAreaRenderer area(Color color) {
    XYAreaRenderer renderer = new XYAreaRenderer(XYAreaRenderer.AREA);
    renderer.setSeriesPaint(0, color);
    return renderer;
  }

  private static XYLineAndShapeRenderer halo(double width) {
    return line(Theme.color(Tone.PAPER), Theme.solid(width));
  }

  private static XYLineAndShapeRenderer line(Color color, Stroke stroke) {
    XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
    renderer.setDrawSeriesLineAsPath(true);
    renderer.setSeriesPaint(0, color);
    renderer.setSeriesStroke(0, stroke);
    return renderer;
  }

  /** Tints what lies between two curves. */
  void band(Band band) {
    int size = band.low().size();
    double[] corners = new double[4 * size];
    for (int i = 0; i < size; i++) {
      int back = 4 * size - 2 * i;
      corners[2 * i] = band.high().x(i);
      corners[2 * i + 1] = placed(band.high().y(i));
      corners[back - 2] = band.low().x(i);
      corners[back - 1] = placed(band.low().y(i));
    }
    if (size > 1) {
      plot.addAnnotation(new XYPolygonAnnotation(
          corners, Theme.solid(0.5), Theme.NONE, Theme.tint(band.tone(), 0.18)));
    }
  }

  private double placed(double value) {
    double place = scale.place(value);
    double least = plot.getRangeAxis().getLowerBound();
    return Double.isFinite(place) ? Math.max(place, least) : least;
  }

  void levels(List<Level> levels, List<Layer> piled, float fontSize) {
    double left = plot.getDomainAxis().getLowerBound();
    double right = plot.getDomainAxis().getUpperBound();
    LevelSide side =
        new LevelSide(piled, scale, left, right, plot.getRangeAxis().getRange().getLength());
    for (Level level : levels) {
      ValueMarker marker = new ValueMarker(scale.place(level.value()));
      marker.setPaint(Theme.color(Tone.TARGET));
      marker.setStroke(Theme.stroke(Tone.TARGET, 1.2));
      marker.setAlpha(1);
      plot.addRangeMarker(marker, org.jfree.chart.ui.Layer.FOREGROUND);
      plot.addAnnotation(
          side.isRight(level)
              ? name(level.name() + " ", right, level, TextAnchor.BOTTOM_RIGHT, fontSize)
              : name(" " + level.name(), left, level, TextAnchor.BOTTOM_LEFT, fontSize));
    }
  }

  private XYTextAnnotation name(
      String words, double at, Level level, TextAnchor anchor, float fontSize) {
    XYTextAnnotation name = new XYTextAnnotation(words, at, scale.place(level.value()));
    name.setFont(Fonts.plain(fontSize));
    name.setPaint(Theme.color(Tone.TEXT));
    name.setTextAnchor(anchor);
    return name;
  }

  void shades(List<Lane.Span> shades) {
    // Where two overlap, the shade would be darker for no reason that a reader is told.
    for (Lane.Span shade : Lane.Span.union(shades)) {
      IntervalMarker marker = new IntervalMarker(shade.from(), shade.to());
      marker.setPaint(Theme.tint(Tone.TROUBLE, 0.14));
      marker.setAlpha(1);
      marker.setOutlinePaint(null);
      plot.addDomainMarker(marker, org.jfree.chart.ui.Layer.BACKGROUND);
    }
  }
}

package headroom.reports.chart;

import headroom.reports.figure.Text;
import headroom.reports.figure.Tone;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Names of series written at their right ends, moved apart where they would overlap. */
final class EndLabels {

  private static final int LONGEST = 24;
  private static final int SAMPLE = 18;
  private static final int GAP = 10;

  /**
   * One name.
   *
   * @param text the series' name
   * @param tone its colour
   * @param area true for a band
   * @param y where the series ends, in pixels
   */
  record Label(String text, Tone tone, boolean area, double y) {}

  private EndLabels() {}

  /** The room that names need to the right of the plot. */
  static int width(List<String> names, Layout layout) {
    double widest = names.stream()
        .mapToDouble(name -> Fonts.width(shown(name), layout.fontSize()))
        .max()
        .orElse(0);
    return (int) Math.ceil(widest) + GAP + SAMPLE + 8;
  }

  private static String shown(String name) {
    return Text.cut(name, LONGEST);
  }

  static void draw(Graphics2D g2, List<Label> labels, Rectangle2D plot, Layout layout) {
    List<Label> ordered = new ArrayList<>(labels);
    ordered.sort(Comparator.comparingDouble(Label::y));
    double[] y = apart(ordered, layout.lineHeight(), plot);
    g2.setFont(Fonts.plain(layout.fontSize()));
    for (int i = 0; i < y.length; i++) {
      draw(g2, ordered.get(i), plot.getMaxX(), y[i], layout.fontSize());
    }
  }

  /** Heights at least {@code gap} apart, inside the plot, each as near its series as can be. */
  static double[] apart(List<Label> ordered, double gap, Rectangle2D plot) {
    double[] y = new double[ordered.size()];
    double least = plot.getMinY() + gap / 2;
    for (int i = 0; i < y.length; i++) {
      y[i] = Math.max(ordered.get(i).y(), least);
      least = y[i] + gap;
    }
    double most = plot.getMaxY() - gap / 2;
    for (int i = y.length - 1; i >= 0; i--) {
      y[i] = Math.min(y[i], most);
      most = y[i] - gap;
    }
    return y;
  }

  private static void draw(Graphics2D g2, Label label, double right, double y, float fontSize) {
    g2.setStroke(Theme.solid(0.75));
    g2.setPaint(Theme.color(Tone.FAINT));
    if (Math.abs(label.y() - y) > 2) {
      g2.draw(new Line2D.Double(right + 1, label.y(), right + GAP - 2, y));
    }
    g2.setPaint(label.area() ? Theme.tint(label.tone(), Theme.BAND) : Theme.color(label.tone()));
    double x = right + GAP;
    if (label.area()) {
      g2.fill(new Rectangle2D.Double(x + 4, y - 5, 10, 10));
    } else {
      g2.setStroke(Theme.stroke(label.tone(), 1.8));
      g2.draw(new Line2D.Double(x, y, x + SAMPLE, y));
    }
    g2.setPaint(Theme.color(Tone.TEXT));
    g2.drawString(shown(label.text()), (float) (x + SAMPLE + 5), (float) (y + 0.36 * fontSize));
  }
}

package headroom.reports.chart;

import headroom.reports.figure.HeatFigure;
import headroom.reports.figure.Text;
import headroom.reports.figure.Tone;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;

/** Draws a table of shades, the darker the more; each cell says its value where there is room. */
final class HeatChart {

  private static final double LETTER = 0.62; // of the font's size
  private static final double DARKEST = 0.6;
  private static final int MOST_TALL = 6;
  private static final int LETTERS = 3; // least that is worth writing

  private final HeatFigure figure;
  private final Layout layout;
  private final double left;
  private final double top;
  private final double cellWidth;
  private final double cellHeight;

  private HeatChart(HeatFigure figure, Layout layout) {
    this.figure = figure;
    this.layout = layout;
    this.left = left(figure, layout);
    this.top = 2.0 * layout.lineHeight() + 6;
    this.cellWidth = (layout.width() - left - 2) / figure.columns().size();
    this.cellHeight = (figure.rows().size() > MOST_TALL ? 1.4 : 2.2) * layout.lineHeight();
  }

  private static double left(HeatFigure figure, Layout layout) {
    int longest = figure.rows().stream().mapToInt(String::length).max().orElse(0);
    double needed = (longest + 1) * LETTER * layout.fontSize();
    return Math.min(0.24 * layout.width(), Math.max(0.2 * layout.width(), needed));
  }

  static String draw(HeatFigure figure, Layout layout) {
    return new HeatChart(figure, layout).draw();
  }

  private String draw() {
    int height = (int) Math.ceil(top + cellHeight * figure.rows().size()) + layout.lineHeight() + 6;
    Canvas canvas = new Canvas(figure.caption(), layout, height);
    Graphics2D g2 = canvas.graphics();
    g2.setFont(Fonts.plain(layout.fontSize()));
    g2.setPaint(Theme.color(Tone.FAINT));
    say(g2, figure.across(), left, layout.fontSize(), layout.width() - left);
    say(g2, figure.down(), 2, height - 4.0, layout.width());
    int each = (int) Math.ceil(LETTERS * LETTER * layout.fontSize() / cellWidth);
    for (int column = 0; column < figure.columns().size(); column += each) {
      double x = left + column * cellWidth;
      say(g2, figure.columns().get(column), x + gap(), top - 5, each * cellWidth);
    }
    for (int row = 0; row < figure.rows().size(); row++) {
      double middle = top + (row + 0.5) * cellHeight + 0.36 * layout.fontSize();
      g2.setPaint(Theme.color(Tone.FAINT));
      say(g2, figure.rows().get(row), 2, middle, left);
      row(g2, row, middle);
    }
    return canvas.finish();
  }

  private void row(Graphics2D g2, int row, double middle) {
    for (int column = 0; column < figure.columns().size(); column++) {
      HeatFigure.Cell cell = figure.cells().get(row * figure.columns().size() + column);
      double x = left + column * cellWidth;
      if (Double.isFinite(cell.value())) {
        g2.setPaint(Theme.tint(Tone.FIRST, 0.04 + (DARKEST - 0.04) * share(cell.value())));
        g2.fill(new Rectangle2D.Double(
            x + 1, top + row * cellHeight + 1, cellWidth - 2, cellHeight - 2));
      }
      g2.setPaint(Theme.color(Tone.TEXT));
      say(g2, cell.said(), x + gap(), middle, cellWidth - 1);
    }
  }

  /** Small cells have no room for more than their text. */
  private double gap() {
    return cellWidth > 60 ? 5 : 2;
  }

  /** Where a value lies between the lightest shade, or the least, and the most. */
  private double share(double value) {
    double least = Double.isNaN(figure.lightest()) ? Double.POSITIVE_INFINITY : figure.lightest();
    double most = Double.NEGATIVE_INFINITY;
    for (HeatFigure.Cell cell : figure.cells()) {
      if (Double.isFinite(cell.value())) {
        least = Math.min(least, cell.value());
        most = Math.max(most, cell.value());
      }
    }
    return most > least ? (value - least) / (most - least) : 0;
  }

  private void say(Graphics2D g2, String text, double x, double y, double width) {
    int letters = (int) (width / (LETTER * layout.fontSize()));
    if (letters >= LETTERS && (letters >= 2 * LETTERS || text.length() <= letters)) {
      g2.drawString(Text.cut(text, letters), (float) x, (float) y);
    }
  }
}

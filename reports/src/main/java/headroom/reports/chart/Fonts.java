package headroom.reports.chart;

import java.awt.Font;
import java.awt.font.FontRenderContext;

/** The font that charts are measured with, and what is said when there is none. */
final class Fonts {

  private Fonts() {}

  static Font plain(float size) {
    return new Font(Font.SANS_SERIF, Font.PLAIN, 1).deriveFont(size);
  }

  /** How wide a text is, in pixels. */
  static double width(String text, float size) {
    return plain(size)
        .getStringBounds(text, new FontRenderContext(null, true, true))
        .getWidth();
  }

  /** Measures a word, so that a machine without fonts is found out before anything is drawn. */
  static void require() {
    require(() -> plain(12).getStringBounds("Headroom", new FontRenderContext(null, true, true)));
  }

  // Java versions differ in what they throw without fonts or without the library that reads them.
  static void require(Runnable probe) {
    try {
      probe.run();
    } catch (InternalError | LinkageError | RuntimeException e) {
      throw new NoFontsException(e);
    }
  }
}

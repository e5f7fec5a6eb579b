package headroom.reports.chart;

/**
 * A finished image as SVG markup that is safe to put into a page: only this package makes one, and
 * it escapes all text in it.
 */
public final class Svg {

  private final String markup;

  Svg(String markup) {
    this.markup = markup;
  }

  public String markup() {
    return markup;
  }
}

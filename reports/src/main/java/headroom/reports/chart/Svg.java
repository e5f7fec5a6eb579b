package headroom.reports.chart;

import java.util.regex.Pattern;

/**
 * A finished image as SVG markup that is safe to put into a page: only this package makes one, and
 * it escapes all text in it.
 */
public final class Svg {

  private static final Pattern VARIABLE = Pattern.compile("var\\(--[a-z-]+,(#[0-9a-f]{6})\\)");

  private final String markup;

  Svg(String markup) {
    this.markup = markup;
  }

  /** The same for what knows no variables of style sheets: the light page's colours. */
  public Svg inPlainColors() {
    return new Svg(plain());
  }

  /** The text of a file of its own, on white paper. */
  public String alone() {
    String paper = "<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>";
    return plain().replaceFirst(">", ">" + paper);
  }

  private String plain() {
    return VARIABLE.matcher(markup).replaceAll("$1");
  }

  public String markup() {
    return markup;
  }
}

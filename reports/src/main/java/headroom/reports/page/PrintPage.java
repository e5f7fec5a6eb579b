package headroom.reports.page;

import headroom.reports.figure.Text;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** A report as XHTML for sheets of paper: the same content, each figure once, no script. */
public final class PrintPage {

  /** The family of all text. */
  public static final String PLAIN = "plain";

  /** The family in which every character is equally wide. */
  public static final String EVEN = "even";

  private final ReportContent content;
  private final Html html = new Html();
  private final BlockWriter blocks = BlockWriter.onPaper(html);

  public PrintPage(ReportContent content) {
    this.content = content;
  }

  /** Every character that will be set, and perhaps more. */
  public String text() {
    return new PrintPage(content).xhtml(List.of(), new java.util.TreeMap<>());
  }

  /**
   * The document.
   *
   * @param families fonts to fall back on
   * @param missing characters that no font has, and what stands for them
   */
  public String xhtml(List<String> families, SortedMap<Integer, String> missing) {
    html.open("html", "xmlns", "http://www.w3.org/1999/xhtml", "lang", "en");
    html.open("head").element("title", content.title());
    html.styleSheet(StyleSheet.print(fonts(families)));
    html.close("head").open("body");
    html.element("h1", content.title());
    if (!content.about().isEmpty()) {
      html.element("p", content.about());
    }
    html.element("p", content.facts(), "class", "note");
    answer();
    content.sections().forEach(this::section);
    if (!missing.isEmpty()) {
      html.element("h2", "Characters without a glyph");
      html.element(
          "p",
          "No font of the machine that made this file has a glyph for " + named(missing)
              + ". They are written by their number.");
    }
    html.close("body").close("html");
    return told(html.finish(), missing);
  }

  private static String fonts(List<String> families) {
    return families.stream().map(family -> ", " + family).collect(Collectors.joining());
  }

  private void answer() {
    html.element("p", content.answer(), "class", "answer");
    html.element("p", content.certainty(), "class", "note");
    content
        .verdicts()
        .forEach(verdict -> html.open("p")
            .element("strong", verdict.state().word())
            .text(": " + verdict.text())
            .close("p"));
    if (!content.findings().isEmpty()) {
      html.element("h3", "What explains it").open("ul");
      content.findings().forEach(this::finding);
      html.close("ul");
    }
    blocks.table(content.glance());
  }

  private void finding(Finding finding) {
    html.open("li");
    if (content.shows(finding.target())) {
      html.element("a", finding.text(), "href", "#" + finding.target());
    } else {
      html.text(finding.text());
    }
    html.close("li");
  }

  private void section(Section section) {
    html.open("div", "id", section.id()).element("h2", section.title());
    if (!section.intro().isEmpty()) {
      html.element("p", section.intro(), "class", "note");
    }
    section.blocks().forEach(blocks::write);
    html.close("div");
  }

  private static String named(SortedMap<Integer, String> missing) {
    return missing.keySet().stream()
        .map(c -> String.format(Locale.ROOT, "U+%04X (%s)", c, Character.getName(c)))
        .collect(Collectors.joining(", "));
  }

  // The markup is ASCII, so only text is touched.
  private static String told(String document, SortedMap<Integer, String> missing) {
    if (missing.isEmpty()) {
      return document;
    }
    StringBuilder out = new StringBuilder(document.length());
    document.codePoints().forEach(c -> {
      String said = c < 128 ? null : missing.get(c);
      if (said == null) {
        out.appendCodePoint(c);
      } else {
        out.append(Text.escaped(said));
      }
    });
    return out.toString();
  }
}

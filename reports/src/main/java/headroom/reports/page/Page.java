package headroom.reports.page;

import headroom.reports.chart.Charts;
import headroom.reports.chart.Layout;
import headroom.reports.figure.Caption;
import headroom.reports.figure.Figure;
import headroom.reports.figure.Key;
import headroom.reports.figure.Table;

/** A report as one HTML file that needs nothing else: no network, no script. */
public final class Page {

  private final ReportContent content;
  private final Html html = new Html();

  private Page(ReportContent content) {
    this.content = content;
  }

  /** The file's text, to be written as UTF-8. */
  public static String html(ReportContent content) {
    return new Page(content).write();
  }

  private String write() {
    html.open("html", "lang", "en");
    head();
    html.open("body")
        .element("a", "Skip to the answer", "class", "skip", "href", "#answer")
        .line();
    header();
    html.open("div", "class", "frame");
    contents();
    html.open("main", "id", "main");
    answer();
    content.sections().forEach(this::section);
    html.close("main").close("div");
    html.open("footer")
        .element("p", "Made by Headroom " + content.version() + ", a simulator of cloud fleets.")
        .close("footer");
    return html.close("body").close("html").finish();
  }

  private void head() {
    html.open("head").empty("meta", "charset", "utf-8");
    // The page has no script; should a name ever slip through the escaping, it still cannot run.
    html.empty(
        "meta",
        "http-equiv",
        "Content-Security-Policy",
        "content",
        "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'");
    html.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
    html.element("title", content.title() + " · Headroom").line();
    html.styleSheet(StyleSheet.css()).close("head").line();
  }

  private void header() {
    html.open("header", "class", "top");
    html.open("h1").element("bdi", content.title()).close("h1");
    if (!content.about().isEmpty()) {
      html.element("p", content.about(), "class", "about", "dir", "auto");
    }
    html.element("p", content.facts(), "class", "facts").close("header").line();
  }

  private void contents() {
    html.open("nav", "class", "contents", "aria-label", "Contents").open("ol");
    link("answer", "The answer");
    content.sections().forEach(section -> link(section.id(), section.title()));
    html.close("ol").close("nav").line();
  }

  private void link(String id, String title) {
    html.open("li").element("a", title, "href", "#" + id).close("li");
  }

  private void answer() {
    html.open("section", "id", "answer", "aria-labelledby", "answer-title");
    html.element("h2", "The answer", "id", "answer-title");
    html.element("p", content.answer(), "class", "answer");
    html.element("p", content.certainty(), "class", "note");
    if (!content.verdicts().isEmpty()) {
      html.open("ul", "class", "verdicts");
      content.verdicts().forEach(this::verdict);
      html.close("ul");
    }
    if (!content.findings().isEmpty()) {
      html.element("h3", "What explains it").open("ul", "class", "findings");
      content.findings().forEach(this::finding);
      html.close("ul");
    }
    table(content.glance());
    html.close("section").line();
  }

  private void verdict(Judgement verdict) {
    String word = verdict.state().word();
    html.open("li", "class", word).element("strong", word);
    html.text(" ").text(verdict.text()).close("li");
  }

  private void finding(Finding finding) {
    boolean shown = content.sections().stream().anyMatch(s -> s.id().equals(finding.target()));
    html.open("li").text(finding.text());
    if (shown) {
      html.text(" ")
          .element(
              "a",
              "Show",
              "href",
              "#" + finding.target(),
              "class",
              "more",
              "aria-label",
              "Show: " + finding.text());
    }
    html.close("li");
  }

  private void section(Section section) {
    String title = section.id() + "-title";
    html.open("section", "id", section.id(), "aria-labelledby", title);
    html.element("h2", section.title(), "id", title);
    if (!section.intro().isEmpty()) {
      html.element("p", section.intro(), "class", "note");
    }
    section.blocks().forEach(this::block);
    html.close("section").line();
  }

  private void block(Block block) {
    if (block instanceof Block.Picture picture) {
      figure(picture.figure());
    } else if (block instanceof Block.Listing listing) {
      table(listing.table());
    } else if (block instanceof Block.Verbatim verbatim) {
      html.element("h3", verbatim.label());
      html.open("pre", "tabindex", "0", "dir", "auto")
          .element("code", verbatim.text())
          .close("pre");
    } else if (block instanceof Block.Paragraph paragraph) {
      html.element("p", paragraph.text());
    }
  }

  private void figure(Figure figure) {
    Caption caption = figure.caption();
    html.open("figure", "id", caption.id()).open("figcaption");
    html.element("h3", caption.title()).element("p", caption.finding()).close("figcaption");
    html.open("div", "class", "wide").image(Charts.svg(figure, Layout.WIDE)).close("div");
    html.open("div", "class", "narrow");
    if (!figure.keys().isEmpty()) {
      html.open("ul", "class", "key", "aria-label", "Key");
      figure.keys().forEach(this::key);
      html.close("ul");
    }
    html.image(Charts.svg(figure, Layout.NARROW)).close("div");
    if (!caption.note().isEmpty()) {
      html.element("p", caption.note(), "class", "note");
    }
    html.close("figure").line();
  }

  private void key(Key key) {
    html.open("li").image(Charts.sample(key)).element("bdi", key.name()).close("li");
  }

  private void table(Table table) {
    String id = table.id();
    html.open(
        "div",
        "class",
        "scroll",
        "tabindex",
        "0",
        "role",
        "region",
        "aria-labelledby",
        id + "-caption");
    html.open("table", "id", id).element("caption", table.caption(), "id", id + "-caption");
    html.open("thead").open("tr");
    for (Table.Column column : table.columns()) {
      html.element("th", column.heading(), "scope", "col", "class", cell(column));
    }
    html.close("tr").close("thead").open("tbody");
    table.rows().forEach(row -> row(table, row));
    html.close("tbody").close("table").close("div").line();
  }

  private void row(Table table, java.util.List<String> row) {
    html.open("tr");
    for (int i = 0; i < row.size(); i++) {
      Table.Column column = table.columns().get(i);
      if (i == 0) {
        html.open("th", "scope", "row", "class", cell(column));
      } else {
        html.open("td", "class", cell(column));
      }
      html.element(column.kind() == Table.Kind.CODE ? "code" : "bdi", row.get(i));
      html.close(i == 0 ? "th" : "td");
    }
    html.close("tr");
  }

  private static String cell(Table.Column column) {
    return column.kind() == Table.Kind.NUMBER ? "number" : "text";
  }
}

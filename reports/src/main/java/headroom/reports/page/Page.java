package headroom.reports.page;

/** A report as one HTML file that needs nothing else; it says everything without its script. */
public final class Page {

  private final ReportContent content;
  private final Html html = new Html();
  private final String script = Script.text();
  private final BlockWriter blocks = new BlockWriter(html);

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
    html.script(script);
    return html.close("body").close("html").finish();
  }

  private void head() {
    html.open("head").empty("meta", "charset", "utf-8");
    // Only our script runs: should a name ever slip through the escaping, it still cannot.
    html.empty(
        "meta",
        "http-equiv",
        "Content-Security-Policy",
        "content",
        "default-src 'none'; style-src 'unsafe-inline'; script-src " + Script.source(script)
            + "; base-uri 'none'; form-action 'none'");
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
    blocks.table(content.glance());
    html.close("section").line();
  }

  private void verdict(Judgement verdict) {
    String word = verdict.state().word();
    html.open("li", "class", word).element("strong", word);
    html.text(" ").text(verdict.text()).close("li");
  }

  private void finding(Finding finding) {
    boolean shown = content.shows(finding.target());
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
    section.blocks().forEach(blocks::write);
    html.close("section").line();
  }
}

package headroom.reports.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PageTest {

  private static final Set<String> ELEMENTS = Set.of(
      "html",
      "head",
      "meta",
      "title",
      "style",
      "body",
      "a",
      "header",
      "h1",
      "h2",
      "h3",
      "bdi",
      "p",
      "div",
      "nav",
      "ol",
      "ul",
      "li",
      "main",
      "section",
      "strong",
      "figure",
      "figcaption",
      "table",
      "caption",
      "span",
      "thead",
      "tbody",
      "tr",
      "th",
      "td",
      "code",
      "pre",
      "footer",
      "svg",
      "defs",
      "clipPath",
      "g",
      "path",
      "rect",
      "line",
      "text");

  private static final String SALE = page(Sale.facts());

  private static String page(RunFacts facts) {
    return Page.html(RunReport.of(facts));
  }

  private static List<String> found(String pattern, String page) {
    List<String> all = new ArrayList<>();
    Matcher matcher = Pattern.compile(pattern).matcher(page);
    while (matcher.find()) {
      all.add(matcher.group(1));
    }
    return all;
  }

  @Test
  void whatIsMostLikelyNotMeantIsListed() {
    assertTrue(SALE.contains("Most likely not meant"));
    assertTrue(SALE.contains("may take 6 s"));
  }

  @Test
  void whereTimeGoesAndForWhomIsShown() {
    List<String> ids = found("\\sid=[\"']([^\"']*)[\"']", SALE);
    for (String id : List.of(
        "composition-p99",
        "composition-mean",
        "composition",
        "by-workload",
        "by-class",
        "metastable",
        "slowest",
        "failed-ways")) {
      assertTrue(ids.contains(id), id);
    }
    assertTrue(SALE.contains("web, power-loss-b: timeout, power-loss-b"));
  }

  @Test
  void theSameFactsGiveTheSameBytes() {
    assertEquals(SALE, page(Sale.facts()));
  }

  @Test
  void isSmallAndHasNoNumberThatIsNone() {
    String page = SALE;
    assertTrue(page.length() < 1_000_000, "" + page.length());
    page = unscripted(page);
    assertFalse(page.contains("NaN") || page.contains("Infinity") || page.contains(">null"));
  }

  @Test
  void idsAreUniqueAndEveryReferenceLeadsSomewhere() {
    String page = SALE;
    List<String> ids = found("\\sid=[\"']([^\"']*)[\"']", page);
    assertEquals(ids.size(), new HashSet<>(ids).size(), () -> "twice among " + ids);
    Set<String> known = new TreeSet<>(ids);
    List<String> references = found("href=\"#([^\"]*)\"", page);
    references.addAll(found("url\\(#([^)]*)\\)", page));
    references.addAll(found("aria-labelledby=\"([^\"]*)\"", page));
    assertTrue(references.size() > 20);
    references.forEach(reference -> assertTrue(known.contains(reference), reference));
  }

  @Test
  void needsNothingFromOutsideAndRunsNothing() {
    String page = unscripted(SALE);
    assertEquals(List.of(), found("((?:src|href|action)=[\"'](?!#))", page));
    assertEquals(List.of(), found("(@import|url\\((?!#))", page));
    assertEquals(Set.of(), unknownElements(SALE));
    assertTrue(page.contains("default-src 'none'".replace("'", "&#39;")));
  }

  /** The page without its own script, which must be the last thing in it and be there once. */
  private static String unscripted(String page) {
    String script = "<script>" + Script.text() + "</script>\n</body></html>";
    assertTrue(page.contains(script));
    return page.replace(script, "</body></html>");
  }

  @Test
  void nothingButItsOwnScriptMayRun() {
    String source = Script.source(Script.text()).replace("'", "&#39;");
    assertTrue(SALE.contains("script-src " + source + ";"), source);
    assertEquals(1, found("(script-src)", SALE).size());
  }

  private static Set<String> unknownElements(String whole) {
    String page = unscripted(whole);
    Set<String> unknown = new TreeSet<>(found("<([a-zA-Z][a-zA-Z0-9]*)", page));
    unknown.removeAll(ELEMENTS);
    return unknown;
  }

  @Test
  void hostileNamesAreShownAsText() {
    String script = "<script>alert(1)</script>";
    String image = "\"><img src=x onerror='alert(2)'>";
    String turned = "\u202Etxt.exe שלום </style>";
    String page = page(Sale.named(script, image, turned).build());
    assertEquals(Set.of(), unknownElements(page));
    assertFalse(page.contains("\u202E"));
    assertEquals(1, found("(</style>)", page).size());
    assertTrue(page.contains("<h1><bdi>&lt;script&gt;alert(1)&lt;/script&gt;</bdi></h1>"));
    assertTrue(page.contains("&lt;img src=x onerror=&#39;alert(2)&#39;&gt;"));
    assertTrue(page.contains("\uFFFDtxt.exe שלום &lt;/style&gt;"));
    assertEquals(List.of(), found("<[^>\"]*(\\son[a-z]+=)", page));
  }

  @Test
  void everyFigureIsThereTwiceWithItsFindingAndOneIsHidden() {
    String page = SALE;
    List<String> figures = found("<figure id=\"([^\"]*)\"", page);
    assertEquals(
        List.of(
            "demand-and-capacity",
            "cost-by-category",
            "cost-rate",
            "cost-over-time",
            "downtime-by-cause",
            "failures-over-time",
            "latency-over-time",
            "composition-p99",
            "composition-mean",
            "latency-distribution",
            "instances-1",
            "zones-1",
            "utilisation",
            "hours-of-1",
            "failed-by-cause"),
        figures);
    for (String figure : figures) {
      for (String layout : List.of("wide", "narrow")) {
        String start = "<svg id=\"" + figure + "-" + layout + "\"";
        assertTrue(page.contains(start), start);
      }
    }
    assertEquals(
        2 * figures.size(),
        found("(role=\"img\" aria-label=\"[A-Za-z0-9])", page).size());
  }

  @Test
  void everyFindingLeadsToWhatShowsIt() {
    ReportContent content = RunReport.of(Sale.facts());
    assertEquals(
        List.of(
            "cost-by-category", "downtime-by-cause", "composition", "metastable", "instances-1"),
        content.findings().stream().map(Finding::target).toList());
    content.findings().forEach(finding -> assertTrue(content.shows(finding.target())));
  }

  @Test
  void sectionsStandInOneOrder() {
    assertEquals(
        List.of(
            "demand",
            "money",
            "availability",
            "performance",
            "scaling",
            "failures",
            "figures",
            "method"),
        RunReport.of(Sale.facts()).sections().stream().map(Section::id).toList());
  }

  @Test
  void tablesHaveHeadersAndCaptions() {
    String page = SALE;
    int tables = found("(<table )", page).size();
    assertEquals(15, tables);
    assertEquals(tables, found("(<caption )", page).size());
    assertTrue(found("<td[^>]*>(.)", page).size() > 50);
    assertEquals(
        found("(<tr>)", page).size() - tables,
        found("(<th scope=\"row\")", page).size());
  }

  @Test
  void aRunWithoutACourseStillHasAnAnswerAndTables() {
    RunFacts facts = Sale.facts();
    String page = page(Bare.of(facts));
    assertFalse(page.contains("id=\"demand-and-capacity\""));
    assertTrue(page.contains("costs 531"));
    assertTrue(page.contains("id=\"all-figures\""));
  }
}

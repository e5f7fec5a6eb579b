package headroom.reports.page;

import headroom.reports.chart.Charts;
import headroom.reports.chart.Layout;
import headroom.reports.figure.Caption;
import headroom.reports.figure.Figure;
import headroom.reports.figure.Key;
import headroom.reports.figure.Table;
import headroom.reports.figure.TimeFigure;
import java.util.List;

/** Writes figures, tables and texts into a page; a figure twice, for wide and narrow windows. */
final class BlockWriter {

  private final Html html;
  private final boolean isPaper;

  BlockWriter(Html html) {
    this(html, false);
  }

  private BlockWriter(Html html, boolean isPaper) {
    this.html = html;
    this.isPaper = isPaper;
  }

  /** One that writes each figure once, for a wide sheet, in plain colours. */
  static BlockWriter onPaper(Html html) {
    return new BlockWriter(html, true);
  }

  void write(Block block) {
    if (block instanceof Block.Picture picture) {
      if (isPaper) {
        printed(picture.figure());
      } else {
        figure(picture.figure());
      }
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

  private void printed(Figure figure) {
    Caption caption = figure.caption();
    html.open("div", "id", caption.id(), "class", "figure");
    html.element("h3", caption.title()).element("p", caption.finding());
    html.image(Charts.svg(figure, Layout.WIDE).inPlainColors());
    if (!caption.note().isEmpty()) {
      html.element("p", caption.note(), "class", "note");
    }
    html.close("div").line();
  }

  private void figure(Figure figure) {
    Caption caption = figure.caption();
    html.open("figure", "id", caption.id()).open("figcaption");
    html.element("h3", caption.title()).element("p", caption.finding()).close("figcaption");
    if (figure instanceof TimeFigure time) {
      html.open("div", "class", "wide", "data-hover", Hover.of(time));
    } else {
      html.open("div", "class", "wide");
    }
    html.image(Charts.svg(figure, Layout.WIDE)).close("div");
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

  void table(Table table) {
    (isPaper ? Sheets.of(table) : List.of(table)).forEach(this::whole);
  }

  private void whole(Table table) {
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
    html.open("table", "id", id).open("caption", "id", id + "-caption");
    html.element("span", table.caption()).close("caption");
    html.open("thead").open("tr");
    for (Table.Column column : table.columns()) {
      html.element("th", column.heading(), "scope", "col", "class", cell(column));
    }
    html.close("tr").close("thead").open("tbody");
    table.rows().forEach(row -> row(table, row));
    html.close("tbody").close("table").close("div").line();
  }

  private void row(Table table, List<String> row) {
    html.open("tr");
    for (int i = 0; i < row.size(); i++) {
      Table.Column column = table.columns().get(i);
      if (i == 0) {
        html.open("th", "scope", "row", "class", cell(column));
      } else {
        html.open("td", "class", cell(column));
      }
      html.element(element(column), row.get(i));
      html.close(i == 0 ? "th" : "td");
    }
    html.close("tr");
  }

  private static String element(Table.Column column) {
    return switch (column.kind()) {
      case CODE -> "code";
      case LINES -> "pre";
      case TEXT, NUMBER -> "bdi";
    };
  }

  private static String cell(Table.Column column) {
    return column.kind() == Table.Kind.NUMBER ? "number" : "text";
  }
}

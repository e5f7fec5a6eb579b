package headroom.reports.page;

import headroom.reports.figure.Figure;
import headroom.reports.figure.Table;

/** A part of a section. */
public sealed interface Block {

  /** Its id on the page; empty for words. */
  default String id() {
    return "";
  }

  /** A figure with its words. */
  record Picture(Figure figure) implements Block {
    @Override
    public String id() {
      return figure.caption().id();
    }
  }

  /** A table. */
  record Listing(Table table) implements Block {
    @Override
    public String id() {
      return table.id();
    }
  }

  /** A paragraph. */
  record Paragraph(String text) implements Block {}

  /**
   * Text to be shown as it is, such as a scenario file.
   *
   * @param label what it is
   * @param text its lines
   */
  record Verbatim(String label, String text) implements Block {}
}

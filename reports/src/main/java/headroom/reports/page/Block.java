package headroom.reports.page;

import headroom.reports.figure.Figure;
import headroom.reports.figure.Table;

/** A part of a section. */
public sealed interface Block {

  /** A figure with its words. */
  record Picture(Figure figure) implements Block {}

  /** A table. */
  record Listing(Table table) implements Block {}

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

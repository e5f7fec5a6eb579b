package headroom.reports.page;

import java.util.List;

/**
 * A part of a report with a heading.
 *
 * @param id unique on the page
 * @param title its heading
 * @param intro what it is about; may be empty
 * @param blocks its figures, tables and paragraphs
 */
public record Section(String id, String title, String intro, List<Block> blocks) {

  public Section {
    blocks = List.copyOf(blocks);
  }
}

package headroom.reports.page;

import java.util.List;

/**
 * What a study was asked besides the figures of its variants, answered.
 *
 * @param answer the answer in a sentence or two
 * @param certainty what stands behind it
 * @param chapters what explains it, before all else
 * @param isWhole whether these stand for what a study says of its variants as choices
 */
public record Told(String answer, String certainty, List<Chapter> chapters, boolean isWhole) {

  public Told {
    chapters = List.copyOf(chapters);
  }

  /** What stands before all that a study says of its variants. */
  public Told(String answer, String certainty, List<Chapter> chapters) {
    this(answer, certainty, chapters, false);
  }
}

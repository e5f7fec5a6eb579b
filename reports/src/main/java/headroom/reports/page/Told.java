package headroom.reports.page;

import java.util.List;

/**
 * What a study was asked besides the figures of its variants, answered.
 *
 * @param answer the answer in a sentence or two
 * @param certainty what stands behind it
 * @param chapters what explains it, before all else
 */
public record Told(String answer, String certainty, List<Chapter> chapters) {

  public Told {
    chapters = List.copyOf(chapters);
  }
}

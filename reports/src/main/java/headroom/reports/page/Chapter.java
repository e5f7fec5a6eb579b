package headroom.reports.page;

import java.util.List;

/**
 * What one part of a report says of a topic. A report is a list of chapters: chapters of one topic
 * share its section in the order of the list.
 *
 * @param topic where it stands
 * @param intro what its figures are about; may be empty
 * @param findings what it explains, the most important first; only what the intervals allow
 * @param blocks its figures, tables and paragraphs
 */
public record Chapter(Topic topic, String intro, List<Finding> findings, List<Block> blocks) {

  public Chapter {
    findings = List.copyOf(findings);
    blocks = List.copyOf(blocks);
  }

  /** Blocks that speak for themselves. */
  public static Chapter of(Topic topic, List<? extends Block> blocks) {
    return new Chapter(topic, "", List.of(), List.copyOf(blocks));
  }

  /** The same with findings. */
  public Chapter finding(List<Finding> more) {
    return new Chapter(topic, intro, more, blocks);
  }

  /** The same with an introduction. */
  public Chapter about(String words) {
    return new Chapter(topic, words, findings, blocks);
  }
}

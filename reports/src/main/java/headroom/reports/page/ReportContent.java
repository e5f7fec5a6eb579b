package headroom.reports.page;

import headroom.reports.figure.Figure;
import headroom.reports.figure.Table;
import java.util.List;

/**
 * Everything a report says, in order and without markup.
 *
 * @param title what it is about
 * @param about a sentence on it in its author's words; may be empty
 * @param facts how it was found: length, replications, prices
 * @param answer the answer in one sentence
 * @param certainty what the intervals in it mean
 * @param verdicts whether targets and expectations are met
 * @param findings what explains the answer
 * @param glance the key figures
 * @param sections all else
 * @param version the version of the program
 */
public record ReportContent(
    String title,
    String about,
    String facts,
    String answer,
    String certainty,
    List<Judgement> verdicts,
    List<Finding> findings,
    Table glance,
    List<Section> sections,
    String version) {

  public ReportContent {
    verdicts = List.copyOf(verdicts);
    findings = List.copyOf(findings);
    sections = List.copyOf(sections);
  }

  /** Whether a section, figure or table of it has this id. */
  boolean shows(String id) {
    return sections.stream()
        .anyMatch(section -> section.id().equals(id)
            || section.blocks().stream().anyMatch(block -> block.id().equals(id)));
  }

  /** Its figures in their order. */
  public List<Figure> figures() {
    return sections.stream()
        .flatMap(section -> section.blocks().stream())
        .filter(Block.Picture.class::isInstance)
        .map(block -> ((Block.Picture) block).figure())
        .toList();
  }
}

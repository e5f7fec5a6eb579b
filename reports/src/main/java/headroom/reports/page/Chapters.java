package headroom.reports.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** The chapters of a report put in order: one section for each topic, and the main findings. */
final class Chapters {

  static final int MOST_FINDINGS = 5;

  private final List<Chapter> chapters;

  Chapters(List<Chapter> chapters) {
    this.chapters = List.copyOf(chapters);
  }

  /** Topics of which nothing is shown have no section. */
  List<Section> sections() {
    List<Section> sections = new ArrayList<>();
    for (Topic topic : Topic.values()) {
      List<Chapter> here =
          chapters.stream().filter(chapter -> chapter.topic() == topic).toList();
      List<Block> blocks =
          here.stream().flatMap(chapter -> chapter.blocks().stream()).toList();
      String intro = here.stream()
          .map(Chapter::intro)
          .filter(words -> !words.isEmpty())
          .collect(Collectors.joining(" "));
      if (!blocks.isEmpty()) {
        sections.add(new Section(topic.id(), topic.title(), intro, blocks));
      }
    }
    return sections;
  }

  /**
   * The first finding of every chapter, then the second ones and so on, then what only describes,
   * as many as one reads.
   */
  List<Finding> findings() {
    List<Finding> all = new ArrayList<>();
    int most = chapters.stream().mapToInt(c -> c.findings().size()).max().orElse(0);
    for (int rank = 0; rank < most; rank++) {
      for (Chapter chapter : chapters) {
        if (rank < chapter.findings().size()) {
          all.add(placed(chapter.findings().get(rank), chapter));
        }
      }
    }
    return all.stream()
        .sorted(Comparator.comparing(Finding::isAside))
        .limit(MOST_FINDINGS)
        .toList();
  }

  /** A finding whose figure this report lacks leads to its section. */
  private static Finding placed(Finding finding, Chapter chapter) {
    boolean shown =
        chapter.blocks().stream().anyMatch(block -> block.id().equals(finding.target()));
    return shown ? finding : finding.leadingTo(chapter.topic().id());
  }
}

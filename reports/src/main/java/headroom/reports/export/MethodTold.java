package headroom.reports.export;

import headroom.reports.figure.Form;
import headroom.reports.page.Block;
import headroom.reports.page.Chapter;
import headroom.reports.page.Topic;
import headroom.reports.page.WarmUpSearch;
import headroom.results.Metric;
import headroom.scenarios.experiment.Outcome;
import headroom.scenarios.experiment.Refinement;
import headroom.scenarios.experiment.Settling;
import headroom.scenarios.experiment.Trial;
import headroom.scenarios.text.JsonWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How figures were had, where that takes more than plain replications: in words, chart and JSON. */
public record MethodTold(Trial trial, Optional<Refinement> refinement) {

  /** Of the base of a study. */
  public MethodTold(Trial trial) {
    this(trial, Optional.empty());
  }

  /** Of a run. */
  public MethodTold(Outcome outcome) {
    this(outcome.trial(), Optional.of(outcome.refinement()));
  }

  /** What a terminal says. */
  public List<String> sentences() {
    List<String> sentences =
        new ArrayList<>(search().map(WarmUpSearch::sentence).stream().toList());
    sentences.addAll(technique());
    return sentences;
  }

  private List<String> technique() {
    return refinement.map(TechniqueWords::new).map(TechniqueWords::sentences).orElse(List.of());
  }

  List<Chapter> chapters() {
    List<Chapter> chapters =
        new ArrayList<>(search().map(WarmUpSearch::chapter).stream().toList());
    technique()
        .forEach(sentence ->
            chapters.add(Chapter.of(Topic.METHOD, List.of(new Block.Paragraph(sentence)))));
    return chapters;
  }

  void writeTo(JsonWriter json) {
    refinement.map(TechniqueWords::new).ifPresent(words -> words.writeTo(json));
    trial.settling().ifPresent(found -> {
      json.field("warm-up-search").beginObject();
      json.field("rule").string("MSER-5");
      json.field("warm-up").number(found.warmUp().toNanos() / 1e9);
      json.field("metric").string(found.metric());
      json.field("step").number(found.step().toNanos() / 1e9);
      json.field("pilots").number(found.pilots());
      json.endObject();
    });
  }

  private Optional<WarmUpSearch> search() {
    return trial.settling().map(this::search);
  }

  private WarmUpSearch search(Settling found) {
    return new WarmUpSearch(
        found.warmUp().toNanos() / 1e9,
        found.metric(),
        Form.of(Metric.value("", found.metric(), "", found.unit())),
        trial.scenario().window().momentAt(0),
        found.step().toNanos() / 1e9,
        found.course(),
        found.pilots());
  }
}
